import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { lookAtDue } from '../../purchases/look.ts'
import { newPurchase, opened } from '../../storage/purchases.test-support.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { codeAnswer, deliveredAnswer, LOST } from '../reseller.test-support.ts'
import { operatorOf } from './operator.test-support.ts'

const { database } = useDatabase()

async function inDoubt() {
  const operator = await operatorOf(database())
  operator.vtpass.pay = () => LOST
  await operator.buy({ request_id: 'order' })
  return { ...operator, purchase: await operator.idOf('order') }
}

it('takes two persons: the first proposes, the second settles', async () => {
  const { purchase, resolve, balances } = await inDoubt()
  expect((await resolve(purchase, 'failed', 'ada')).body).toMatchObject({
    message: 'Another person must confirm',
    data: { result: 'proposed', purchase: { id: purchase, state: 'unknown' } },
  })
  expect(await balances()).toEqual([176_000, 0, 24_000])
  expect((await resolve(purchase, 'failed', 'bola')).body).toMatchObject({
    message: 'Purchase resolved successfully',
    data: { result: 'resolved', purchase: { id: purchase, state: 'failed' } },
  })
  expect(await balances()).toEqual([200_000, 0, 0])
})

it('does not take the same person twice, with whichever token', async () => {
  const { purchase, resolve, balances, advance } = await inDoubt()
  await resolve(purchase, 'failed', 'ada')
  advance(10)
  expect((await resolve(purchase, 'failed', 'ada', 'once more')).body).toMatchObject({
    message: 'Another person must confirm',
    data: { result: 'repeated', purchase: { state: 'unknown' } },
  })
  expect(await balances()).toEqual([176_000, 0, 24_000])
})

it('begins again where the second person says otherwise', async () => {
  const { purchase, resolve, balances } = await inDoubt()
  await resolve(purchase, 'failed', 'ada')
  expect((await resolve(purchase, 'delivered', 'bola')).body.data.result).toBe('proposed')
  expect((await resolve(purchase, 'delivered', 'ada')).body.data).toMatchObject({
    result: 'resolved',
    purchase: { state: 'delivered', charged: 240 },
  })
  expect(await balances()).toEqual([176_000, 0, 0])
})

it('settles once where both speak at the same moment', async () => {
  const { purchase, resolve, balances } = await inDoubt()
  const answers = await Promise.all([resolve(purchase, 'failed', 'ada'), resolve(purchase, 'failed', 'bola')])
  expect(answers.map(({ body }) => body.data.result).toSorted()).toEqual(['proposed', 'resolved'])
  expect(await balances()).toEqual([200_000, 0, 0])
})

it('is not for what was settled meanwhile', async () => {
  const { purchase, resolve, asksFor, vtpass, backend, advance } = await inDoubt()
  await resolve(purchase, 'failed', 'ada')
  vtpass.requery = deliveredAnswer
  advance(60)
  await lookAtDue(backend.shop, 50)
  expect(await resolve(purchase, 'failed', 'bola')).toMatchObject({
    status: 409,
    body: { message: 'The purchase is delivered, and not in doubt' },
  })
  const { data } = (await asksFor(`purchases/${purchase}`)).body
  expect(data.purchase.state).toBe('delivered')
})

it('is not for what is being sent: its answer is on its way', async () => {
  const { id, resolve } = await operatorOf(database())
  const sending = await opened(database(), newPurchase(id))
  expect(await resolve(sending.id, 'failed', 'ada')).toMatchObject({
    status: 409,
    body: { message: 'The purchase is sending, and not in doubt' },
  })
})

it('has VTpass asked again an hour later: what it says against the two is told', async () => {
  const { purchase, resolve, asksFor, vtpass, backend, advance } = await inDoubt()
  await resolve(purchase, 'failed', 'ada')
  await resolve(purchase, 'failed', 'bola')
  const wakeAt = '2026-01-27T13:00:00.000Z'
  expect((await asksFor(`purchases/${purchase}`)).body.data.purchase.wakeAt).toBe(wakeAt)
  vtpass.requery = (reference) => deliveredAnswer(reference, { total_amount: 240 })
  advance(3_600)
  await lookAtDue(backend.shop, 50)
  const { data } = (await asksFor(`purchases/${purchase}`)).body
  expect(data.purchase).toMatchObject({ state: 'failed', lateLoss: 240 })
  expect((await asksFor('alerts')).body.data.items).toContainEqual(
    expect.objectContaining({ kind: 'delivered-after-refund', purchase }),
  )
})

it('tells the customer’s webhook once it is settled, and not when it is proposed', async () => {
  const { purchase, resolve, asksFor, put, tokenOf, id } = await inDoubt()
  const token = await tokenOf({ kind: 'customer', id })
  await put('/api/v1/webhook', { url: 'http://127.0.0.1:9/hook' }, { token })
  const notices = async () =>
    (await asksFor(`purchases/${purchase}`)).body.data.timeline.filter(
      ({ what }: { what: string }) => what === 'notice',
    )
  await resolve(purchase, 'failed', 'ada')
  expect(await notices()).toEqual([])
  await resolve(purchase, 'failed', 'bola')
  expect(await notices()).toEqual([{ what: 'notice', at: '2026-01-27T12:00:00.000Z', event: 'failed' }])
  const [queued] = await database().query<{ body: object }>('select body from outbox where purchase = $1', [
    purchase,
  ])
  expect(queued?.body).toMatchObject({
    type: 'transaction.failed',
    data: { id: purchase, status: 'failed', refundedMain: 240 },
  })
})

it.each([
  [{ reason: 'x' }, 'outcome must be delivered or failed'],
  [{ outcome: 'reversed', reason: 'x' }, 'outcome must be delivered or failed'],
  [{ outcome: 'failed' }, 'reason is required'],
  [{ outcome: 'failed', reason: ' \n ' }, 'reason is required'],
  [{ outcome: 'failed', reason: 7 }, 'reason must be a string'],
  [{ outcome: 'failed', reason: 'x'.repeat(1001) }, 'reason must be 1 to 1000 characters'],
  [{ outcome: 'failed', reason: 'a\u0000b' }, 'reason must be 1 to 1000 characters'],
  [{ outcome: 'failed', reason: 'a\ud800' }, 'reason must be 1 to 1000 characters'],
  [[], 'The body must be a JSON object'],
])('refuses %j', async (word, message) => {
  const { purchase, says, asksFor } = await inDoubt()
  expect(await says(`purchases/${purchase}/resolve`, word)).toMatchObject({ status: 400, body: { message } })
  const { data } = (await asksFor(`purchases/${purchase}`)).body
  expect(data.timeline.map(({ what }: { what: string }) => what)).not.toContain('review')
})

it('knows no purchase that there is not', async () => {
  const { resolve } = await inDoubt()
  expect((await resolve(randomUUID(), 'failed', 'ada')).status).toBe(404)
  expect((await resolve('1', 'failed', 'ada')).status).toBe(404)
})

it('refuses a word beside a failure that VTpass reported first', async () => {
  const operator = await operatorOf(database())
  operator.vtpass.pay = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
  await operator.buy({ request_id: 'order' })
  expect((await operator.resolve(await operator.idOf('order'), 'delivered', 'ada')).body.message).toBe(
    'The purchase is failed, and not in doubt',
  )
})

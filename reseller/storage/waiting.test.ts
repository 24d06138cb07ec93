import { beforeEach, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { markReview, markUnknown, settlePurchase, watchPurchase } from './ledger.ts'
import {
  at,
  attempt,
  balancesOf,
  customerWith,
  delivered,
  failed,
  newPurchase,
  occasion,
  opened,
} from './purchases.test-support.ts'
import { readPurchase } from './reads.ts'
import { useDatabase } from './use-database.test-support.ts'
import { claimDue, receiveWebhook } from './waiting.ts'

const { database } = useDatabase()
let customer = ''

beforeEach(async () => {
  customer = await customerWith(database(), { main: kobo(500_000) })
})

it('keeps the money held while nothing is known, however long that is', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  const hours = [1, 12, 24, 1_000, 100_000]
  for (const hour of hours) {
    const now = at(hour * 3600)
    const asked = attempt({ startedAt: now, endedAt: now })
    await markUnknown(database(), occasion(id, { at: now, wakeAt: now, attempt: asked }))
  }
  expect(await readPurchase(database(), id)).toMatchObject({ state: 'unknown', asked: hours.length })
  expect(await balancesOf(database(), customer)).toEqual([450_000, 0, 50_000])
})

it('is in doubt once its POST has said nothing, and tells since when', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  expect(await markUnknown(database(), occasion(id))).toMatchObject({
    kind: 'moved',
    purchase: { state: 'unknown', wakeAt: at(5), payEndedAt: at(1), changedAt: at(1), asked: 0 },
  })
  const later = occasion(id, { at: at(7), wakeAt: at(20), attempt: attempt({ startedAt: at(5) }) })
  expect(await markUnknown(database(), later)).toMatchObject({
    purchase: { wakeAt: at(20), changedAt: at(1), asked: 1 },
  })
})

it('goes from doubt to review, and VTpass may still settle it', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  expect(await markReview(database(), occasion(id))).toMatchObject({ kind: 'stands' })
  await markUnknown(database(), occasion(id))
  const asked = occasion(id, {
    at: at(86_400),
    wakeAt: at(90_000),
    attempt: attempt({ startedAt: at(86_399) }),
  })
  expect(await markReview(database(), asked)).toMatchObject({
    kind: 'moved',
    purchase: { state: 'review', wakeAt: at(90_000) },
  })
  const again = occasion(id, { wakeAt: at(99_000), attempt: attempt({ startedAt: at(90_000) }) })
  expect(await markUnknown(database(), again)).toMatchObject({ kind: 'moved', purchase: { state: 'review' } })
  const heard = attempt({ startedAt: at(99_000), learnt: 'delivered' })
  expect(await settlePurchase(database(), delivered(id, { attempt: heard }))).toMatchObject({ kind: 'moved' })
})

it.each([delivered, failed])('does not let a late "pending" move a final state', async (settle) => {
  const { id } = await opened(database(), newPurchase(customer))
  const { purchase } = await settlePurchase(database(), settle(id))
  const pending = attempt({ startedAt: at(2), code: '099', status: 'pending' })
  for (const mark of [markUnknown, markReview]) {
    expect(await mark(database(), occasion(id, { attempt: pending }))).toEqual({
      kind: 'stands',
      purchase: { ...purchase, asked: 1 },
    })
  }
})

it('looks at a final state again for as long as it is told to', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  expect(await watchPurchase(database(), occasion(id))).toMatchObject({ kind: 'stands' })
  await settlePurchase(
    database(),
    delivered(id, { attempt: attempt({ startedAt: at(1), learnt: 'delivered' }) }),
  )
  const heard = attempt({ startedAt: at(3600), learnt: 'delivered' })
  const watched = await watchPurchase(database(), occasion(id, { wakeAt: at(86_400), attempt: heard }))
  expect(watched).toMatchObject({ kind: 'moved', purchase: { state: 'delivered', wakeAt: at(86_400) } })
  const last = attempt({ startedAt: at(86_400), learnt: 'delivered' })
  expect(await watchPurchase(database(), occasion(id, { wakeAt: null, attempt: last }))).toMatchObject({
    purchase: { wakeAt: null },
  })
})

it('never lets an open purchase be without a wake-up', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  const forgotten = markUnknown(database(), occasion(id, { wakeAt: null }))
  await expect(forgotten).rejects.toMatchObject({ constraint: 'open_has_a_wake_up' })
})

it('counts the 015s in a row: silence does not interrupt them, a known transaction does', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  const answers = [
    [{ learnt: 'no-order', code: '015' }, 1],
    [{ httpStatus: null, note: 'the connection was reset' }, 1],
    [{ code: '087' }, 1],
    [{ learnt: 'no-order', code: '015' }, 2],
    [{ code: '000', status: 'pending' }, 0],
    [{ learnt: 'no-order', code: '015' }, 1],
  ] as const
  for (const [index, [answer, notFound]] of answers.entries()) {
    const heard = attempt({ startedAt: at(index), ...answer })
    const { purchase } = await markUnknown(database(), occasion(id, { attempt: heard }))
    expect(purchase.notFound).toBe(notFound)
  }
})

/** The ids of what is due, of this customer. */
async function claim(seconds: number, until: number, limit = 100): Promise<readonly string[]> {
  const due = await claimDue(database(), { at: at(seconds), until: at(until), limit })
  return due.filter((purchase) => purchase.customer === customer).map(({ id }) => id)
}

it('finds what a crash left behind, when its lease ends', async () => {
  const { id } = await opened(database(), newPurchase(customer, { wakeAt: at(1060) }))
  expect(await claim(1059, 1100)).toEqual([])
  expect(await claim(1060, 1100)).toEqual([id])
})

it('gives what it gave only after that lease has ended as well', async () => {
  const { id } = await opened(database(), newPurchase(customer, { wakeAt: at(2060) }))
  await claim(2060, 2120)
  expect(await claim(2119, 2180)).toEqual([])
  expect(await claim(2120, 2180)).toEqual([id])
})

it('gives the longest due first, no more than was asked for', async () => {
  await claim(10_000, 1_000_000)
  const wakeUps = [20_003, 20_001, 20_002]
  const ids = new Map<number, string>()
  for (const wakeAt of wakeUps) {
    const { id } = await opened(database(), newPurchase(customer, { wakeAt: at(wakeAt) }))
    ids.set(wakeAt, id)
  }
  expect((await claim(20_003, 1_000_000, 2)).toSorted()).toEqual(
    [ids.get(20_001), ids.get(20_002)].map(String).toSorted(),
  )
  expect(await claim(20_003, 1_000_000)).toEqual([ids.get(20_003)])
})

it('leaves alone what somebody is working on, and does not wait for it', async () => {
  const one = await opened(database(), newPurchase(customer, { wakeAt: at(3_000_001) }))
  const two = await opened(database(), newPurchase(customer, { wakeAt: at(3_000_002) }))
  await claim(3_000_000, 9_000_000)
  await database().transaction(async (queries) => {
    await queries.query('select purchase from receive_webhook($1, $2, $3) purchase', [
      one.reference,
      '{}',
      at(0),
    ])
    expect(await claim(3_000_002, 9_000_000)).toEqual([two.id])
  })
})

it('never gives what has no wake-up', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), failed(id))
  expect(await claim(1_000_000, 2_000_000)).not.toContain(id)
})

it('makes the purchase due that a webhook names, and keeps what it said', async () => {
  const { id, reference } = await opened(database(), newPurchase(customer, { wakeAt: at(5_000_000) }))
  const body = '{"type":"transaction-update"\0'
  expect(await receiveWebhook(database(), { reference, body, at: at(30) })).toBe(id)
  expect(await readPurchase(database(), id)).toMatchObject({ state: 'sending', wakeAt: at(30) })
  expect(await database().query('select body from webhook where purchase = $1', [id])).toEqual([
    { body: '{"type":"transaction-update"\ufffd' },
  ])
})

it('wakes a delivered purchase too: it may have been reversed', async () => {
  const { id, reference } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id, { wakeAt: null }))
  await receiveWebhook(database(), { reference, body: '{}', at: at(30) })
  expect(await readPurchase(database(), id)).toMatchObject({ state: 'delivered', wakeAt: at(30) })
})

it('leaves what is overdue overdue', async () => {
  const { id, reference } = await opened(database(), newPurchase(customer, { wakeAt: at(10) }))
  await receiveWebhook(database(), { reference, body: '{}', at: at(30) })
  expect(await readPurchase(database(), id)).toMatchObject({ wakeAt: at(10) })
})

it.each([null, 'nobody', "' or 1=1 --", 'a\0b'])('wakes nobody for the reference %j', async (reference) => {
  expect(await receiveWebhook(database(), { reference, body: '{}', at: at(30) })).toBeNull()
})

it('looks again at once where a webhook came while VTpass was being asked', async () => {
  const { id, reference } = await opened(database(), newPurchase(customer))
  await receiveWebhook(database(), { reference, body: '{}', at: at(30) })
  const askedBefore = occasion(id, { wakeAt: at(90), attempt: attempt({ startedAt: at(29) }) })
  expect(await markUnknown(database(), askedBefore)).toMatchObject({ purchase: { wakeAt: at(30) } })
  const askedAfter = occasion(id, { wakeAt: at(90), attempt: attempt({ startedAt: at(30) }) })
  expect(await markUnknown(database(), askedAfter)).toMatchObject({ purchase: { wakeAt: at(90) } })
})

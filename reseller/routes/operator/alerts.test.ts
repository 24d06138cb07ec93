import { expect, it } from 'vitest'
import { lookAtDue } from '../../purchases/look.ts'
import { raiseAlert } from '../../storage/telling.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { codeAnswer } from '../reseller.test-support.ts'
import { operatorOf } from './operator.test-support.ts'

const { database } = useDatabase()

/** Each test has alerts of a kind of its own. */
async function raise(kind: string, seconds: number, subject = 'vtpass') {
  const at = new Date(Date.UTC(2026, 0, 27, 12, 0, seconds))
  await raiseAlert(database(), { kind, subject, detail: `the ${seconds}th second` }, at)
}

interface Listed {
  readonly id: number
  readonly kind: string
}

it('lists what nobody has acknowledged, latest first; the same again counts up', async () => {
  const { asksFor } = await operatorOf(database())
  await raise('one-first', 1)
  await raise('one-second', 2)
  await raise('one-first', 3)
  const { body } = await asksFor('alerts')
  expect(body.message).toBe('Alerts retrieved successfully')
  const ours = body.data.items.filter(({ kind }: Listed) => kind.startsWith('one'))
  expect(ours).toEqual([
    {
      id: expect.any(Number),
      kind: 'one-first',
      subject: 'vtpass',
      purchase: null,
      detail: 'the 3th second',
      times: 2,
      firstAt: '2026-01-27T12:00:01.000Z',
      lastAt: '2026-01-27T12:00:03.000Z',
    },
    expect.objectContaining({ kind: 'one-second', times: 1 }),
  ])
  expect((await asksFor('alerts?limit=1')).body.data.items).toHaveLength(1)
  expect((await asksFor('alerts?limit=none')).status).toBe(400)
})

it('is acknowledged once; the same trouble after it is another alert', async () => {
  const { asksFor, says } = await operatorOf(database())
  const open = async () =>
    (await asksFor('alerts?limit=200')).body.data.items.filter(({ kind }: Listed) => kind === 'two')
  await raise('two', 1)
  const [{ id }] = await open()
  expect((await says(`alerts/${id}/acknowledge`, {})).body).toEqual({
    success: true,
    message: 'Alert acknowledged successfully',
    data: { id },
  })
  expect(await open()).toEqual([])
  expect(await says(`alerts/${id}/acknowledge`, {})).toMatchObject({
    status: 404,
    body: { message: 'No such open alert' },
  })
  await raise('two', 2)
  expect(await open()).toMatchObject([{ times: 1, firstAt: '2026-01-27T12:00:02.000Z' }])
  const rows = await database().query(
    "select acknowledged_by as by from alert where kind = 'two' order by id",
  )
  expect(rows).toEqual([{ by: 'operator ada' }, { by: null }])
})

it.each(['0', '-1', '1.5', '999999999999999', '99999999999999999999', 'x', '1;drop'])(
  'knows no alert %s',
  async (id) => {
    const { says } = await operatorOf(database())
    expect((await says(`alerts/${id}/acknowledge`, {})).status).toBe(404)
  },
)

it('tells that VTpass does not take the keys, as one trouble of many purchases', async () => {
  const { asksFor, vtpass, buy, backend } = await operatorOf(database())
  vtpass.pay = () => codeAnswer('087', null, 'INVALID CREDENTIALS', 401)
  await buy({ request_id: 'one' })
  await buy({ request_id: 'two' })
  await lookAtDue(backend.shop, 50)
  const { items } = (await asksFor('alerts?limit=200')).body.data
  expect(items.filter(({ kind }: Listed) => kind === 'credentials')).toMatchObject([
    { subject: 'vtpass', purchase: null, detail: '087: INVALID CREDENTIALS', times: 2 },
  ])
})

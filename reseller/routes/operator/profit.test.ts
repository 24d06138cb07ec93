import { expect, it } from 'vitest'
import { kobo } from '../../pricing/kobo.ts'
import { lookAtDue } from '../../purchases/look.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { codeAnswer, deliveredAnswer, LOST, percent } from '../reseller.test-support.ts'
import { operatorOf } from './operator.test-support.ts'

const { database } = useDatabase()
const DAY = 'from=2026-01-27T00:00:00Z&until=2026-01-28T00:00:00Z'

/**
 * 5 % on ₦1,000 is ₦1,050, of which VTpass takes what it says; 1 % of it is given as cashback. A plan of ₦240 is sold at its
 * cost, and earns ₦2.40.
 *
 * | purchase | what became of it | sales | cost | charged | cashback | loss |
 * | --- | --- | --- | --- | --- | --- | --- |
 * | a | delivered at 970.00 | 105000 | 100000 | 97000 | 1050 | |
 * | b | delivered at 237.605, which is 237.61 | 24000 | 24000 | 23761 | 240 | |
 * | c | failed | | | | | |
 * | d | delivered at 970.00, reversed the same day | | | | 1050 - 1050 | |
 * | e | two said it failed, VTpass delivered it at 960.01 | | | | | 96001 |
 * | f | in doubt | | | | | |
 *
 * Sales 129000, cost 124000, commission 3000 + 239 = 3239, markup 5000, cashback 1290, loss 96001:
 * 3239 + 5000 - 1290 - 96001 = -89052.
 */
it('adds up to the kobo', async () => {
  const prices = { markups: { regular: percent('5'), friendly: null }, cashback: percent('1') }
  const operator = await operatorOf(database(), kobo(1_000_000), { prices })
  const { vtpass, buy, advance, backend, resolve, idOf, asksFor } = operator
  const week = { variation_code: 'mtn-1gb-week' }
  const charges = (total_amount: number) => (reference: string) =>
    deliveredAnswer(reference, { total_amount })
  const pays = (answer: typeof vtpass.requery) => {
    vtpass.pay = ({ request_id }) => answer(request_id)
  }
  pays(charges(970))
  await buy({ ...week, request_id: 'a' })
  pays(charges(237.605))
  await buy({ request_id: 'b' })
  pays(() => codeAnswer('016', 'failed', 'TRANSACTION FAILED'))
  await buy({ ...week, request_id: 'c' })
  pays(charges(970))
  await buy({ ...week, request_id: 'd' })
  const [, , , reversed] = vtpass.paid.map(({ request_id }) => request_id)
  pays(() => LOST)
  await buy({ ...week, request_id: 'e' })
  await resolve(await idOf('e'), 'failed', 'ada')
  await resolve(await idOf('e'), 'failed', 'bola')
  const late = vtpass.paid.at(-1)?.request_id
  await buy({ ...week, request_id: 'f' })
  const says: Record<string, () => ReturnType<typeof codeAnswer>> = {
    [String(reversed)]: () => codeAnswer('040', 'reversed', 'TRANSACTION REVERSAL TO WALLET'),
    [String(late)]: () => deliveredAnswer(String(late), { total_amount: 960.01 }),
  }
  vtpass.requery = (reference) => says[reference]?.() ?? LOST
  advance(3_600)
  await lookAtDue(backend.shop, 50)

  const { body } = await asksFor(`profit?${DAY}`)
  expect(body).toEqual({
    success: true,
    message: 'Profit retrieved successfully',
    data: {
      from: '2026-01-27T00:00:00.000Z',
      until: '2026-01-28T00:00:00.000Z',
      deliveries: 2,
      sales: 1290,
      cost: 1240,
      commission: 32.39,
      markup: 50,
      cashback: 12.9,
      loss: 960.01,
      profit: -890.52,
    },
  })
  expect(
    (await asksFor('profit?from=2026-01-27T13:00:00%2B01:00&until=2026-01-27T13:00:01%2B01:00')).body.data,
  ).toMatchObject({ from: '2026-01-27T12:00:00.000Z', deliveries: 2, loss: 0, profit: 58.99 })
})

it('is nothing where nothing was sold', async () => {
  const { asksFor } = await operatorOf(database())
  const { data } = (await asksFor('profit?from=2025-01-01T00:00:00Z&until=2025-02-01T00:00:00Z')).body
  expect(data).toMatchObject({ deliveries: 0, sales: 0, commission: 0, profit: 0 })
})

const wrong = (name: string) => `${name} must be a moment with its offset, like 2026-01-01T00:00:00+01:00`

it.each([
  ['', 'from is required'],
  ['from=2026-01-01T00:00:00Z', 'until is required'],
  ['from=2026-01-01&until=2026-02-01T00:00:00Z', wrong('from')],
  ['from=2026-01-01T00:00:00&until=2026-02-01T00:00:00Z', wrong('from')],
  ['from=2026-02-30T00:00:00Z&until=2026-03-01T00:00:00Z', wrong('from')],
  ['from=2026-01-01T25:00:00Z&until=2026-03-01T00:00:00Z', wrong('from')],
  ["from=2026-01-01T00:00:00Z&until='2026-03-01'", wrong('until')],
  ['from=2026-01-01T00:00:00Z&until=2026-01-01T01:00:00%2B01:00', 'until must be later than from'],
])('refuses ?%s', async (query, message) => {
  const { asksFor } = await operatorOf(database())
  expect(await asksFor(`profit?${query}`)).toMatchObject({ status: 400, body: { message } })
})

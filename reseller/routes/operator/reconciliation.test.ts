import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import type { Heard } from '../../vtpass/heard.ts'
import { type Body, codeAnswer, deliveredAnswer, LOST, NOT_SENT } from '../reseller.test-support.ts'
import { operatorOf } from './operator.test-support.ts'

const { database } = useDatabase()

function balanceAnswer(balance: unknown): Heard {
  const body = { code: 1, contents: { balance } }
  return { kind: 'answer', httpStatus: 200, contentType: 'application/json', body }
}

/** ₦1,000 were brought to VTpass, and the books are its own from here on. */
async function withFloat() {
  const operator = await operatorOf(database())
  const before = (await operator.asksFor('reconciliation')).body.data
  await operator.says('float', { amount: 1_000, reference: randomUUID(), note: 'top-up' })
  return { ...operator, before }
}

it('holds the ledger against what VTpass says now, and names what is in doubt', async () => {
  const { asksFor, vtpass, buy, before } = await withFloat()
  vtpass.pay = ({ request_id }) => deliveredAnswer(request_id, { total_amount: 232.8 })
  await buy({ request_id: 'one' })
  const ledger = before.ledger + 1_000 - 232.8
  vtpass.balance = () => balanceAnswer(ledger)
  expect((await asksFor('reconciliation')).body).toEqual({
    success: true,
    message: 'Reconciliation retrieved successfully',
    data: {
      at: '2026-01-27T12:00:00.000Z',
      ledger,
      vtpass: ledger,
      difference: 0,
      inFlight: before.inFlight,
      open: before.open,
      isExplained: true,
    },
  })

  vtpass.pay = () => LOST
  await buy({ request_id: 'two' })
  vtpass.balance = () => balanceAnswer(ledger - 232.8)
  expect((await asksFor('reconciliation')).body.data).toMatchObject({
    ledger,
    difference: -232.8,
    inFlight: before.inFlight + 240,
    open: before.open + 1,
    isExplained: true,
  })

  vtpass.balance = () => balanceAnswer(String(ledger - 600))
  expect((await asksFor('reconciliation')).body.data).toMatchObject({ difference: -600, isExplained: false })
  vtpass.balance = () => balanceAnswer(ledger + 100)
  expect((await asksFor('reconciliation')).body.data).toMatchObject({ difference: 100, isExplained: false })
})

it('allows for a purchase that is settled while VTpass is asked', async () => {
  const { asksFor, backend, vtpass, buy, query, advance, nameToken } = await withFloat()
  vtpass.pay = () => LOST
  await buy({ request_id: 'one' })
  advance(60)
  const { ledger, inFlight, open } = (await asksFor('reconciliation')).body.data
  vtpass.requery = (reference) => deliveredAnswer(reference, { total_amount: 232.8 })
  const asked = {
    ...backend.vtpass,
    // VTpass had not taken it when it counted.
    balance: async () => {
      await query('one')
      return balanceAnswer(ledger)
    },
  }
  const app = createApp({ ...backend, vtpass: asked })
  const headers = { authorization: `Bearer ${await nameToken('ada')}` }
  const { data } = (await (await app.request('/api/v1/operator/reconciliation', { headers })).json()) as Body
  expect(data).toMatchObject({ open: open - 1, difference: 232.8, isExplained: true })
  expect(data.ledger).toBeCloseTo(ledger - 232.8, 2)
  expect(data.inFlight).toBeCloseTo(inFlight - 240, 2)
})

it('rounds what VTpass says half up to the kobo', async () => {
  const { asksFor, vtpass } = await withFloat()
  vtpass.balance = () => balanceAnswer(1081.8199999998)
  expect((await asksFor('reconciliation')).body.data.vtpass).toBe(1081.82)
})

it.each([
  ['is silent', LOST],
  ['cannot be reached', NOT_SENT],
  ['refuses', codeAnswer('087', null, 'INVALID CREDENTIALS', 401)],
  ['says no number', balanceAnswer('plenty')],
])('says nothing of the difference where VTpass %s', async (_, heard) => {
  const { asksFor, vtpass } = await withFloat()
  vtpass.balance = () => heard
  expect((await asksFor('reconciliation')).body.data).toMatchObject({
    vtpass: null,
    difference: null,
    isExplained: null,
    ledger: expect.any(Number),
  })
})

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readHouse } from '../../storage/operator-reads.ts'
import { changeOfHouse } from '../../storage/purchases.test-support.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { operatorOf } from './operator.test-support.ts'

const { database } = useDatabase()

it('books a top-up once, however often it is heard', async () => {
  const { says } = await operatorOf(database())
  const topUp = { amount: 100_000.5, reference: randomUUID(), note: 'Transfer to VTpass' }
  const change = await changeOfHouse(database(), async () => {
    expect((await says('float', topUp)).body).toEqual({
      success: true,
      message: 'Float adjusted successfully',
      data: { amount: 100_000.5, reference: topUp.reference, result: 'adjusted' },
    })
    const again = { ...topUp, note: 'the same again' }
    expect((await says('float', again)).body.data.result).toBe('replay')
  })
  expect(change).toEqual({ float: 10_000_050, bank: -10_000_050 })
  const rows = await database().query('select actor, note from journal where reference = $1', [
    topUp.reference,
  ])
  expect(rows).toEqual([{ actor: 'operator ada', note: 'Transfer to VTpass' }])
})

it('books what VTpass took, below zero', async () => {
  const { says } = await operatorOf(database())
  const fee = { amount: -50.25, reference: randomUUID(), note: 'a fee' }
  const change = await changeOfHouse(database(), async () => {
    expect((await says('float', fee)).body.data).toEqual({
      amount: -50.25,
      reference: fee.reference,
      result: 'adjusted',
    })
    expect((await says('float', fee)).body.data.result).toBe('replay')
  })
  expect(change).toEqual({ float: -5_025, bank: 5_025 })
})

it('books one of two that come at once under one reference', async () => {
  const { says } = await operatorOf(database())
  const topUp = { amount: 10, reference: randomUUID(), note: 'a' }
  const change = await changeOfHouse(database(), async () => {
    const answers = await Promise.all([says('float', topUp), says('float', topUp), says('float', topUp)])
    expect(answers.map(({ body }) => body.data.result).toSorted()).toEqual(['adjusted', 'replay', 'replay'])
  })
  expect(change).toEqual({ float: 1_000, bank: -1_000 })
})

it.each([10, -20])('refuses a reference that came with another amount (%d)', async (amount) => {
  const { says } = await operatorOf(database())
  const topUp = { amount: 20, reference: randomUUID(), note: 'a' }
  await says('float', topUp)
  expect(await says('float', { ...topUp, amount })).toMatchObject({
    status: 409,
    body: { message: `reference ${topUp.reference} was used for another adjustment` },
  })
})

const noAmount = 'amount must be a number of naira above or below 0, with at most two decimals'

it.each([
  [{ amount: 0 }, noAmount],
  [{ amount: -0 }, noAmount],
  [{ amount: 1.005 }, noAmount],
  [{ amount: 1e11 }, noAmount],
  [{ amount: '100' }, noAmount],
  [{ amount: null }, 'amount is required'],
  [{ reference: '' }, 'reference is required'],
  [{ reference: 'x'.repeat(101) }, 'reference must be 1 to 100 printable ASCII characters'],
  [{ reference: 'a\u0000' }, 'reference must be 1 to 100 printable ASCII characters'],
  [{ note: '' }, 'note is required'],
  [{ note: 'a\u0000' }, 'note must be 1 to 1000 characters'],
])('books nothing of %j', async (fields, message) => {
  const { says } = await operatorOf(database())
  const before = await readHouse(database())
  const asked = { amount: 5, reference: randomUUID(), note: 'a', ...fields }
  expect(await says('float', asked)).toMatchObject({ status: 400, body: { message } })
  expect(await readHouse(database())).toEqual(before)
})

import { beforeEach, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { markUnknown, settlePurchase } from './ledger.ts'
import {
  at,
  balancesOf,
  customerWith,
  failed,
  newPurchase,
  occasion,
  opened,
} from './purchases.test-support.ts'
import { resolvePurchase, type Word } from './review.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database } = useDatabase()
let customer = ''
let purchase = ''

beforeEach(async () => {
  customer = await customerWith(database(), { main: kobo(50_000) })
  purchase = (await opened(database(), newPurchase(customer))).id
})

async function says(actor: string, outcome: Word['outcome'], details: Partial<Word> = {}): Promise<string> {
  const reason = 'VTpass support, ticket 1'
  const word = { purchase, outcome, actor, reason, at: at(9), wakeAt: at(99), notice: null, ...details }
  const { kind, purchase: now } = await resolvePurchase(database(), word)
  return `${kind}, ${now.state}`
}

async function inDoubt(): Promise<void> {
  await markUnknown(database(), occasion(purchase))
}

it('is settled by the second person who says the same', async () => {
  await inDoubt()
  expect(await says('ada', 'failed')).toBe('proposed, unknown')
  expect(await balancesOf(database(), customer)).toEqual([0, 0, 50_000])
  expect(await says('bisi', 'failed')).toBe('resolved, failed')
  expect(await balancesOf(database(), customer)).toEqual([50_000, 0, 0])
})

it('is not settled by one person alone, however often', async () => {
  await inDoubt()
  await says('ada', 'delivered')
  expect(await says('ada', 'delivered')).toBe('repeated, unknown')
})

it('takes another word for a new proposal', async () => {
  await inDoubt()
  await says('ada', 'failed')
  expect(await says('bisi', 'delivered')).toBe('proposed, unknown')
  expect(await says('ada', 'failed')).toBe('proposed, unknown')
  expect(await says('ada', 'delivered')).toBe('proposed, unknown')
  expect(await says('bisi', 'delivered')).toBe('resolved, delivered')
})

it('names both persons in the journal, and books the face price', async () => {
  await inDoubt()
  await says('ada', 'delivered')
  await says('bisi', 'delivered')
  const rows = await database().query("select actor from journal where purchase = $1 and kind = 'settle'", [
    purchase,
  ])
  expect(rows).toEqual([{ actor: 'ada and bisi' }])
})

it('is no matter for persons while it is being sent, or once it is settled', async () => {
  expect(await says('ada', 'failed')).toBe('stands, sending')
  await settlePurchase(database(), failed(purchase))
  expect(await says('ada', 'delivered')).toBe('stands, failed')
})

it('asks for a reason', async () => {
  await inDoubt()
  await expect(says('ada', 'failed', { reason: '' })).rejects.toThrow('check constraint')
})

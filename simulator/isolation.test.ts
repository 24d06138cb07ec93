import { expect, it } from 'vitest'
import { clientOf } from '../test/client.ts'
import { createManualClock } from './clock.ts'
import { type ControlledAccount, createSimulator, type JournalEntry, type NewRule } from './index.ts'

const ACCOUNTS = 64
const CALLS = 10_000
const NINE = Date.parse('2026-01-05T09:00:00Z')
const phones = ['08011111111', '201000000000', '08022222222', '400000000000', '08033333333']

/** Each account has its own scenario: what it buys becomes this, and nothing that another account arranges. */
const fates = [
  'delivered',
  'failed',
  'pending',
  'code-040',
  'code-099',
  'unexpected-083',
  'unexpected-html',
] as const

interface Player {
  readonly account: ControlledAccount
  readonly number: number
  readonly rule: NewRule
  readonly client: ReturnType<typeof clientOf>
  /** A request id begins with the account's own minute, so that nobody else's is proper in its world. */
  readonly minute: string
}

/** Numbers from 0, the same for the same seed: a linear congruence, which is all that a test needs. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

/** Plays 10,000 random calls of 64 accounts at once, and gives the journal of each. */
async function play(seed: number): Promise<JournalEntry[][]> {
  const simulator = createSimulator({ seed, clock: createManualClock(NINE) })
  const below = numbersFrom(seed)
  const players = await Promise.all(
    Array.from({ length: ACCOUNTS }, async (_, number): Promise<Player> => {
      const account = await simulator.accounts.create({ id: `account-${number}`, wallet: 1_000_000 + number })
      const day = String(10 + (number % 20))
      await account.clock.freeze(`2027-03-${day}T09:00:00Z`)
      const rule: NewRule = { fate: fates[number % fates.length] ?? 'delivered' }
      await account.scenarios.add({ ...rule, occurrence: { share: 0.5 } })
      const client = clientOf({ account, fetch: simulator.fetch })
      return { account, number, rule, client, minute: `202703${day}1000` }
    }),
  )
  const turns: Promise<unknown>[] = []
  for (let call = 0; call < CALLS; call += 1) {
    const player = players[below(ACCOUNTS)]
    if (player === undefined) throw new Error('there is no such player')
    // A silent answer rejects, as it is meant to.
    turns.push(act(player, below(10), below(40), below).catch(() => {}))
    if (turns.length === 500) await Promise.all(turns.splice(0))
  }
  await Promise.all(turns)
  await checkWorlds(players)
  return Promise.all(players.map(({ account }) => account.journal.list()))
}

function act(
  { client, minute, number, account }: Player,
  what: number,
  which: number,
  below: (n: number) => number,
): Promise<unknown> {
  // The ids are the same in every account, but for its minute: what is mixed up would be found.
  const requestId = `${minute}order${which}`
  if (what < 6) {
    const phone = phones[below(phones.length)] ?? ''
    return client.pay({ request_id: requestId, serviceID: 'mtn', amount: 100 + number, phone })
  }
  if (what < 8) return client.requery(requestId)
  if (what === 8) return client.balance()
  return account.clock.advance('31s')
}

/** What an account has, it bought itself, at the amount that is its own; and its wallet is what that leaves of it. */
async function checkWorlds(players: readonly Player[]): Promise<void> {
  const seen = new Set<string>()
  for (const { account, number, minute } of players) {
    const transactions = await account.transactions.list()
    for (const { requestId, amount, transactionId } of transactions) {
      expect(requestId.startsWith(minute)).toBe(true)
      if (amount !== null) expect(amount).toBe(100 + number)
      if (transactionId !== null) expect(seen.has(transactionId)).toBe(false)
      if (transactionId !== null) seen.add(transactionId)
    }
    const charged = transactions.reduce((sum, transaction) => sum + Math.round(transaction.charged * 1e6), 0)
    const { wallet } = await account.read()
    expect(Math.round(wallet * 1e6)).toBe((1_000_000 + number) * 1e6 - charged)
  }
}

it('64 accounts at once see nothing of each other, and the same seed gives the same journal', async () => {
  const [first, second] = [await play(7), await play(7)]
  expect(first.flat().length).toBeGreaterThan(CALLS * 0.85)
  for (const [number, journal] of first.entries()) {
    const others = journal.filter(
      ({ scenario, rule }) => rule !== null && scenario !== fates[number % fates.length],
    )
    expect(others).toEqual([])
    expect(journal.filter(({ rule }) => rule !== null).length).toBeGreaterThan(0)
  }
  expect(second).toEqual(first)
  expect(await play(8)).not.toEqual(first)
}, 60_000)

import { checkInvariants, type Violation } from '../../reseller/storage/invariants.ts'
import { openDatabase } from '../../reseller/storage/pool.ts'
import type { PurchaseState } from '../../reseller/storage/purchase.ts'
import type { Transaction } from '../../simulator/index.ts'
import { customers } from './plan.ts'
import type { Market } from './shopper.ts'
import type { World } from './world.ts'

/** All that there is to compare, in kobo. */
export interface Evidence {
  readonly violations: readonly Violation[]
  readonly purchases: readonly Bought[]
  /** By the reference that VTpass was given. */
  readonly vtpass: ReadonlyMap<string, OnRecord>
  readonly wallets: readonly Wallet[]
}

/** A purchase as the reseller has it. */
export interface Bought {
  readonly customer: string
  readonly requestId: string
  readonly reference: string
  readonly state: PurchaseState
  readonly price: number
  /** What VTpass has for it. */
  readonly charged: number | null
  readonly earned: number
  readonly lateLoss: number
}

/** The same as VTpass has it. */
export interface OnRecord {
  /** Null where there is no order. */
  readonly status: Transaction['status'] | null
  /** What it has cost us there. */
  readonly charged: number
  /** How often it was sent. */
  readonly posts: number
}

/** A customer's wallets: what the ledger's lines come to, and what the customer is told. */
export interface Wallet {
  readonly customer: string
  readonly paidIn: number
  /** Held and not given back. */
  readonly spent: number
  readonly earned: number
  readonly takenBack: number
  readonly told: { readonly main: number; readonly cashback: number; readonly held: number }
}

export async function collectEvidence(world: World, market: Market): Promise<Evidence> {
  const database = await openDatabase(world.postgres.url, { statementTimeoutMs: 300_000 })
  try {
    const violations = await checkInvariants(database)
    const purchases = await database.query<Bought>(
      `select customer, request_id as "requestId", reference, state, price, charged, earned, late_loss as "lateLoss"
         from purchase order by opened_at, id`,
    )
    const lines = await database.query<Omit<Wallet, 'told'>>(
      `select t.customer,
              coalesce(sum(t.amount) filter (where j.kind = 'fund'), 0)::bigint as "paidIn",
              coalesce(sum(t.balance_before - t.balance_after)
                filter (where j.kind in ('hold', 'settle', 'refund', 'reverse')), 0)::bigint as spent,
              coalesce(sum(t.amount) filter (where j.kind = 'earn'), 0)::bigint as earned,
              coalesce(sum(t.amount) filter (where j.kind = 'take_back'), 0)::bigint as "takenBack"
         from transfer t join journal j on j.id = t.journal where t.customer is not null group by t.customer`,
    )
    const wallets: Wallet[] = []
    for (const customer of customers) {
      const line = lines.find((each) => each.customer === customer)
      const sums = line ?? { customer, paidIn: 0, spent: 0, earned: 0, takenBack: 0 }
      wallets.push({ ...sums, told: await readWallet(market, customer) })
    }
    return { violations, purchases, wallets, vtpass: await readRecords(world) }
  } finally {
    await database.close()
  }
}

async function readWallet({ urls: [url], tokenOf }: Market, customer: string): Promise<Wallet['told']> {
  const headers = { authorization: `Bearer ${tokenOf(customer)}` }
  const answer = await fetch(`${url}/api/v1/wallet`, { headers })
  if (!answer.ok) throw new Error(`the wallet of ${customer} was answered ${answer.status}`)
  const { data } = (await answer.json()) as { data: Wallet['told'] }
  const inKobo = (naira: number) => Math.round(naira * 100)
  return { main: inKobo(data.main), cashback: inKobo(data.cashback), held: inKobo(data.held) }
}

async function readRecords({ vtpass }: World): Promise<ReadonlyMap<string, OnRecord>> {
  const records = new Map<string, OnRecord>()
  for (const { requestId, status, charged } of await vtpass.transactions.list()) {
    records.set(requestId, { status, charged: inKobo(charged), posts: 0 })
  }
  for (const { order } of await vtpass.journal.purchases()) {
    const requestId = order?.requestId ?? ''
    const record = records.get(requestId) ?? { status: null, charged: 0, posts: 0 }
    records.set(requestId, { ...record, posts: record.posts + 1 })
  }
  return records
}

/** VTpass's totals run to six decimals of a naira. It is booked half up to the kobo, and so must this be. */
function inKobo(naira: number): number {
  return Math.round(Math.round(naira * 1e6) / 1e4)
}

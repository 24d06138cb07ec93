import { invariants } from '../storage/invariant-queries.ts'
import { readHouse } from '../storage/operator-reads.ts'
import { type Purchase, type PurchaseRow, purchaseOf } from '../storage/purchase.ts'
import { againstVtpass, priced, strangers } from './against-vtpass.ts'
import { asTold, boughtOnce } from './as-told.ts'
import type { Told } from './client.ts'
import type { Plot } from './customers.ts'
import type { Received } from './scheduled-post.ts'
import type { Stage } from './stage.ts'
import type { VtpassWorld } from './vtpass-world.ts'

export interface Case {
  readonly stage: Stage
  readonly vtpass: VtpassWorld
  readonly told: readonly Told[]
  readonly received: Received
  readonly plot: Plot
}

/** What does not hold once everything has come to rest: the ledger in itself, against VTpass, and against what clients heard. */
export async function judge(of: Case): Promise<readonly string[]> {
  const { stage, vtpass, told } = of
  const { found = [] } = (await stage.ask<{ found: string[] | null }>(ALL_INVARIANTS)) ?? {}
  const rows = await stage.database.query<PurchaseRow>('select * from purchase order by opened_at, id')
  const purchases = rows.map(purchaseOf)
  const byPerson = await decidedByPersons(stage)
  return [
    ...(found ?? []),
    ...purchases.flatMap((purchase) => againstVtpass(purchase, vtpass)),
    ...strangers(purchases, vtpass),
    ...purchases.flatMap((purchase) => priced(purchase, of.plot)),
    ...told.flatMap((what) => asTold(what, purchases)),
    ...boughtOnce(told),
    ...(await customersNet(of, purchases)),
    ...(await floatAgrees(stage, purchases, vtpass, byPerson)),
    ...(await lossesAreTold(stage, purchases)),
    ...(await customersAreTold(of, purchases)),
  ]
}

/** All of them in one round trip: each query's violations, with its name. */
const ALL_INVARIANTS = `select array_agg(name || ': ' || found) as found from (${Object.entries(invariants)
  .map(([name, query]) => `select '${name}' as name, to_jsonb(v)::text as found from (${query}) v`)
  .join(' union all ')}) violations`

/** What a customer has is what came in, less what was delivered, and the cashback of that. */
async function customersNet({ stage, plot }: Case, purchases: readonly Purchase[]): Promise<string[]> {
  const rows = await stage.database.query<{ customer: string; has: number; came: number; taken: number }>(
    `select w.customer, sum(w.balance)::bigint as has,
            (select coalesce(sum(t.amount), 0)::bigint from transfer t where t.customer = w.customer and t.debit = 'bank') as came,
            (select coalesce(sum(t.amount), 0)::bigint from transfer t
              where t.customer = w.customer and t.credit = 'cashback_expense') as taken
       from wallet w group by w.customer`,
  )
  return rows.flatMap(({ customer, has, came, taken }) => {
    const own = purchases.filter((purchase) => purchase.customer === customer)
    const paid = own.filter(({ state }) => state !== 'failed' && state !== 'reversed')
    const earning = own.filter(({ state }) => state === 'delivered' || state === 'reversed')
    const topUps = new Map(
      plot.topUps
        .filter((each) => each.customer === customer)
        .map((each) => [each.reference, each.amount * 100]),
    )
    const brought = plot.customers.find(({ id }) => id === customer)?.brings ?? 0
    const expectedCame = [...topUps.values()].reduce((sum, amount) => sum + amount, brought)
    const expected =
      came - sum(paid.map(({ price }) => price)) + sum(earning.map(({ earns }) => earns)) - taken
    return [
      ...(came === expectedCame ? [] : [`${customer} was funded with ${came}, not ${expectedCame}`]),
      ...(has === expected ? [] : [`${customer} has ${has}, not ${expected}`]),
    ]
  })
}

/** The float has gone down by what VTpass has taken for what it delivered, to the kobo. */
async function floatAgrees(
  stage: Stage,
  purchases: readonly Purchase[],
  { sent }: VtpassWorld,
  byPerson: ReadonlySet<string>,
): Promise<string[]> {
  const { float } = await readHouse(stage.database)
  const taken = purchases.map(({ reference, cost, id }) => {
    const order = sent.get(reference)
    if (order?.status !== 'delivered') return 0
    // Persons know no total: the face price is booked.
    return byPerson.has(id) ? cost : order.total
  })
  const expected = 0 - sum(taken)
  return float === expected ? [] : [`the float is ${float}, and VTpass has taken ${expected}`]
}

async function decidedByPersons({ database }: Stage): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ purchase: string }>(
    "select purchase from journal where kind in ('settle', 'refund') and actor like 'operator%'",
  )
  return new Set(rows.map(({ purchase }) => purchase))
}

async function lossesAreTold({ database }: Stage, purchases: readonly Purchase[]): Promise<string[]> {
  const lost = purchases.filter(({ lateLoss }) => lateLoss > 0)
  if (lost.length === 0) return []
  const rows = await database.query<{ purchase: string }>(
    "select purchase from alert where kind = 'delivered-after-refund'",
  )
  const told = new Set(rows.map(({ purchase }) => purchase))
  return lost
    .filter(({ id }) => !told.has(id))
    .map(({ reference }) => `nobody is told of the loss on ${reference}`)
}

/** A customer with a webhook is told of each final state once, in their order; what is noted as delivered has arrived. */
async function customersAreTold(
  { stage, received, plot }: Case,
  purchases: readonly Purchase[],
): Promise<string[]> {
  const rows = await stage.database.query<{
    purchase: string
    events: string[]
    noted: string[]
    due: number
  }>(
    `select purchase, array_agg(event order by id) as events, count(due_at) as due,
            coalesce(array_agg(event) filter (where outcome = 'delivered'), '{}') as noted
       from outbox where event in ('delivered', 'failed', 'reversed') group by purchase`,
  )
  const outbox = new Map(rows.map((row) => [row.purchase, row]))
  const withWebhook = new Set(plot.customers.filter(({ hasWebhook }) => hasWebhook).map(({ id }) => id))
  return purchases
    .filter(({ customer }) => withWebhook.has(customer))
    .flatMap(({ id, reference, state }) => {
      const expected = state === 'reversed' ? ['delivered', 'reversed'] : [state]
      const { events = [], noted = [], due = 0 } = outbox.get(id) ?? {}
      const unheard = noted.filter((event) => !received.has(`${id} ${event}`))
      return [
        ...(String(events) === String(expected)
          ? []
          : [`${reference} is told as "${events}", not "${expected}"`]),
        ...unheard.map((event) => `${reference}: "${event}" is noted as told, and never arrived`),
        ...(due > 0 ? [`${reference}: ${due} notices are still due`] : []),
      ]
    })
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import type { Queries } from './database.ts'
import { type InvariantName, invariants } from './invariant-queries.ts'
import { checkInvariants, findViolations } from './invariants.ts'
import { bookLateDelivery, markUnknown, reversePurchase, settlePurchase } from './ledger.ts'
import { connect } from './pool.ts'
import {
  at,
  attempt,
  customerWith,
  delivered,
  failed,
  newPurchase,
  occasion,
  opened,
  reversed,
} from './purchases.test-support.ts'
import { resolvePurchase } from './review.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database, url } = useDatabase()
let client: pg.Client

/** One purchase in every state. */
beforeAll(async () => {
  client = await connect(url())
  const customer = await customerWith(database(), { main: kobo(500_000), cashback: kobo(15_000) })
  const open = async (details = {}) => (await opened(database(), newPurchase(customer, details))).id
  await open()
  await markUnknown(database(), occasion(await open({ useCashback: true })))
  await settlePurchase(database(), delivered(await open({ earns: kobo(500) })))
  await settlePurchase(database(), failed(await open({ useCashback: true })))
  const back = await open({ earns: kobo(500) })
  await settlePurchase(database(), delivered(back, { charged: kobo(50_300) }))
  await reversePurchase(database(), reversed(back))
  const late = await open()
  await settlePurchase(database(), failed(late))
  await bookLateDelivery(database(), {
    purchase: late,
    charged: null,
    actor: 'requery',
    at: at(9),
    wakeAt: null,
    attempt: null,
  })
  const gone = await open()
  await markUnknown(database(), occasion(gone, { attempt: attempt({ learnt: 'no-order' }) }))
  await settlePurchase(
    database(),
    failed(gone, { attempt: attempt({ startedAt: at(700), learnt: 'no-order' }) }),
  )
  const silent = await open()
  await markUnknown(database(), occasion(silent))
  const word = {
    purchase: silent,
    outcome: 'delivered',
    reason: 'ticket 1',
    at: at(9),
    wakeAt: null,
    notice: null,
  } as const
  await resolvePurchase(database(), { ...word, actor: 'ada' })
  await resolvePurchase(database(), { ...word, actor: 'bisi' })
})
afterAll(() => client.end())

it('finds nothing in a ledger in which everything has happened', async () => {
  expect(await checkInvariants(database())).toEqual([])
})

/** Everything in the database that would refuse what is planted. */
const unguard = `
  do $$
  declare
    c record;
  begin
    for c in select conrelid::regclass as t, conname from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0
    loop
      execute format('alter table %s drop constraint %I', c.t, c.conname);
    end loop;
  end $$;
  alter table journal disable trigger all, drop constraint happens_once, drop constraint reference_counts_once;
  alter table transfer disable trigger all, drop constraint one_line_a_version;
  alter table purchase disable trigger all;
  alter table upstream_attempt disable trigger all;
  alter table review disable trigger all;
  drop index one_post_a_purchase;`

const inState = (state: string) =>
  `(select id from purchase where state = '${state}' order by opened_at, id limit 1)`

/** What somebody with all rights and a bad day might do, and what it must be found as; other rules may find it as well. */
const corruptions: Record<InvariantName, readonly string[]> = {
  'a balance is the sum of its transfers': [
    "update wallet set balance = balance + 1 where kind = 'main'",
    "update transfer set amount = amount + 1, balance_after = balance_after + 1 where credit = 'main'",
  ],
  'no balance is ever below zero': [
    "update wallet set balance = -1 where kind = 'cashback'",
    "update transfer set balance_after = -1 where credit = 'main'",
  ],
  'versions have no gaps, and each line begins where the one before it ended': [
    'update transfer set wallet_version = wallet_version + 1 where wallet_version >= 2',
    'update transfer set wallet_version = 1 where wallet_version = 2',
    'update transfer set balance_before = balance_before + 1, balance_after = balance_after + 1 where wallet_version = 2',
    'delete from transfer where wallet_version = 2',
    'update wallet set version = version + 1',
  ],
  'in flight is what open purchases hold': [
    "delete from transfer where credit = 'in_flight'",
    `update purchase set price = price + 1 where id = ${inState('unknown')}`,
    "insert into transfer (journal, debit, credit, amount) select id, 'bank', 'in_flight', 5 from journal where kind = 'fund'",
    `update purchase set state = 'unknown', settled_at = null where id = ${inState('delivered')}`,
  ],
  'a purchase has one hold': [
    "update journal set kind = 'adjust' where kind = 'hold'",
    "insert into journal (kind, purchase, actor, at) select kind, purchase, actor, at from journal where kind = 'hold'",
  ],
  'a final purchase has exactly one outcome, and an open one none': [
    "delete from journal where kind = 'settle'",
    "update journal set kind = 'refund' where kind = 'settle'",
    "insert into journal (kind, purchase, actor, at) select 'settle', purchase, actor, at from journal where kind = 'refund'",
    `insert into journal (kind, purchase, actor, at) values ('settle', ${inState('sending')}, 'me', '2026-01-27')`,
  ],
  'a reversed purchase has exactly one reversal, and no other has one': [
    "delete from journal where kind = 'reverse'",
    "insert into journal (kind, purchase, actor, at) select kind, purchase, actor, at from journal where kind = 'reverse'",
    `insert into journal (kind, purchase, actor, at) values ('reverse', ${inState('delivered')}, 'me', '2026-01-27')`,
  ],
  'a customer has paid the price while it is open or delivered, and nothing when it failed or was reversed': [
    `update purchase set state = 'failed' where id = ${inState('delivered')}`,
    "delete from transfer where credit = 'main' and journal in (select id from journal where kind = 'refund')",
    `update purchase set price = price + 1 where id = ${inState('delivered')}`,
  ],
  'money goes back to the wallet that paid, as much as it paid': [
    "update transfer set credit = 'main' where credit = 'cashback' and journal in (select id from journal where kind = 'refund')",
    `update purchase set paid_main = paid_main - 1, paid_cashback = paid_cashback + 1 where id = ${inState('sending')}`,
  ],
  'a purchase moves the money of its own customer alone': [
    "update transfer set customer = 'another' where debit = 'main'",
  ],
  'an open purchase has a wake-up': [`update purchase set wake_at = null where id = ${inState('unknown')}`],
  'VTpass has what it charged for deliveries, and nothing else': [
    `update purchase set charged = charged + 1 where id = ${inState('delivered')}`,
    'update purchase set late_loss = late_loss - 1 where late_loss > 0',
    "update transfer set credit = 'revenue' where credit = 'float' and debit = 'in_flight'",
  ],
  'what is decided here was heard from VTpass, or said by two persons': [
    "delete from upstream_attempt where learnt = 'delivered'",
    "update upstream_attempt set learnt = 'unknown' where learnt = 'failed'",
    "update upstream_attempt set learnt = 'unknown' where learnt = 'reversed'",
    "delete from upstream_attempt where learnt = 'no-order' and started_at > '2026-01-27T00:05:00Z'",
    "update review set actor = 'ada'",
    "update review set outcome = 'failed' where actor = 'ada'",
  ],
  'VTpass was sent a purchase once at most': [
    `insert into upstream_attempt (purchase, call, started_at, ended_at, learnt)
       select purchase, call, '2026-02-01', '2026-02-01', learnt from upstream_attempt where call = 'pay'`,
  ],
  'cashback is earned at most once, on delivery, and no more is taken back': [
    `insert into journal (kind, purchase, actor, at) values ('earn', ${inState('failed')}, 'me', '2026-01-27');
     insert into transfer (journal, debit, credit, amount, customer, balance_before, balance_after, wallet_version)
       select j.id, 'cashback_expense', 'cashback', 1, p.customer, 0, 1, 99
         from journal j join purchase p on p.id = j.purchase where j.kind = 'earn'`,
    'update purchase set earned = 0',
    "update transfer set amount = amount + 1 where journal in (select id from journal where kind = 'take_back')",
    "update transfer set amount = amount + 1 where journal in (select id from journal where kind = 'earn')",
  ],
  'whatever was written down moved money': [
    "insert into journal (kind, reference, actor, at) values ('fund', 'air', 'me', '2026-01-27')",
  ],
}

async function violationsAfter(corruption: string): Promise<readonly InvariantName[]> {
  const queries: Queries = {
    query: async (text, values = []) => (await client.query(text, [...values])).rows,
  }
  await client.query('begin')
  try {
    await client.query(unguard)
    expect(await findViolations(queries)).toEqual([])
    await client.query(corruption)
    return (await findViolations(queries)).map(({ invariant }) => invariant)
  } finally {
    await client.query('rollback')
  }
}

const planted = Object.entries(corruptions).flatMap(([name, statements]) =>
  statements.map((statement) => [name, statement] as const),
)

it.each(planted)('finds that not %s after: %s', async (name, corruption) => {
  expect(await violationsAfter(corruption)).toContain(name)
})

it('names what it found', async () => {
  await client.query('begin')
  await client.query("update wallet set balance = balance + 1 where kind = 'main'")
  const query = invariants['a balance is the sum of its transfers']
  const { rows } = await client.query(query)
  await client.query('rollback')
  expect(rows).toEqual([
    { customer: expect.any(String), kind: 'main', balance: expect.any(Number), sum: expect.any(String) },
  ])
})

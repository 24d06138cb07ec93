import { afterAll, beforeAll, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import type { Queries } from './database.ts'
import { settlePurchase } from './ledger.ts'
import { connect } from './pool.ts'
import { customerWith, delivered, newPurchase, opened } from './purchases.test-support.ts'
import { useDatabase } from './use-database.test-support.ts'

/** What the database refuses whoever asks, and what it refuses the reseller alone. */
const { database, url } = useDatabase()
let owner: Queries
let close = async () => {}
let purchase = ''

beforeAll(async () => {
  const client = await connect(url())
  owner = { query: async (text, values = []) => (await client.query(text, [...values])).rows }
  close = () => client.end()
  const customer = await customerWith(database(), { main: kobo(50_000) })
  purchase = (await opened(database(), newPurchase(customer))).id
  await settlePurchase(database(), delivered(purchase))
})
afterAll(() => close())

const ledgers = ['journal', 'transfer', 'upstream_attempt', 'review']
const changes = (table: string) => [
  `update ${table} set id = id`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
]

it.each(ledgers.flatMap(changes))('its owner may not: %s', async (statement) => {
  await expect(owner.query(statement)).rejects.toMatchObject({ constraint: 'append_only' })
})

it.each([
  ...ledgers.flatMap(changes),
  'update wallet set balance = 1000000',
  "update purchase set state = 'failed'",
  'delete from purchase',
  'alter table transfer disable trigger all',
  "insert into journal (kind, reference, actor, at) values ('fund', 'mine', 'me', '2026-01-01')",
  "insert into transfer (journal, debit, credit, amount) values (1, 'float', 'bank', 1)",
  "select post_transfer(1, 'bank', 'main', 1, 'me')",
  "select save_purchase(p, '2026-01-01') from purchase p",
])('the reseller has no right to: %s', async (statement) => {
  // insufficient_privilege
  await expect(database().query(statement)).rejects.toMatchObject({ code: '42501' })
})

it.each(['sending', 'unknown', 'review', 'failed'])('no delivered purchase becomes %s', async (state) => {
  const moved = owner.query('update purchase set state = $2, wake_at = opened_at where id = $1', [
    purchase,
    state,
  ])
  await expect(moved).rejects.toMatchObject({ constraint: 'state_moves_forward' })
})

const line = '(journal, debit, credit, amount, customer, balance_before, balance_after, wallet_version)'
const wallet = 'from journal j, wallet w where w.kind = $$main$$ limit 1'

it.each([
  [
    'two_sides',
    `insert into transfer ${line} select j.id, 'bank', 'bank', 1, null, null, null, null ${wallet}`,
  ],
  [
    'one_wallet_at_most',
    `insert into transfer ${line} select j.id, 'cashback', 'main', 1, w.customer, 1, 0, 1 ${wallet}`,
  ],
  [
    'a_wallet_is_somebodys',
    `insert into transfer ${line} select j.id, 'bank', 'main', 1, null, 0, 1, 1 ${wallet}`,
  ],
  [
    'a_wallet_has_a_line',
    `insert into transfer ${line} select j.id, 'bank', 'main', 1, w.customer, null, null, null ${wallet}`,
  ],
  [
    'the_line_adds_up',
    `insert into transfer ${line} select j.id, 'bank', 'main', 1, w.customer, 0, 2, 99 ${wallet}`,
  ],
  [
    'no_line_below_zero',
    `insert into transfer ${line} select j.id, 'main', 'bank', 1, w.customer, 0, -1, 99 ${wallet}`,
  ],
  [
    'one_line_a_version',
    `insert into transfer ${line} select j.id, 'bank', 'main', 1, w.customer, 0, 1, 1 ${wallet}`,
  ],
  [
    'transfer_customer_wallet_fkey',
    `insert into transfer ${line} select j.id, 'bank', 'main', 1, 'nobody', 0, 1, 1 ${wallet}`,
  ],
  ['transfer_amount_check', `insert into transfer ${line} select j.id, 'bank', 'float', 0 ${wallet}`],
  ['account_check', `insert into transfer ${line} select j.id, 'bank', 'pocket', 1 ${wallet}`],
  ['no_balance_below_zero', 'update wallet set balance = -1'],
  [
    'happens_once',
    "insert into journal (kind, purchase, actor, at) select 'refund', purchase, actor, at from journal where kind = 'settle'",
  ],
  [
    'of_a_purchase_or_from_outside',
    "insert into journal (kind, actor, at) values ('fund', 'me', '2026-01-01')",
  ],
])('nobody gets past %s', async (constraint, statement) => {
  const padded = statement.replace(
    /select j\.id, ('\w+', '\w+', \d) from/,
    'select j.id, $1, null, null, null, null from',
  )
  await expect(owner.query(padded)).rejects.toMatchObject({ constraint })
})

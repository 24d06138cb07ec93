import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { fundWallet } from './funding.ts'
import { markUnknown, reversePurchase, settlePurchase } from './ledger.ts'
import { connect } from './pool.ts'
import {
  at,
  attempt,
  customerWith,
  delivered,
  fund,
  newPurchase,
  occasion,
  opened,
  reversed,
} from './purchases.test-support.ts'
import { useDatabase } from './use-database.test-support.ts'
import { claimDue, receiveWebhook } from './waiting.ts'

/** One connection keeps its plans from the first purchase on, when every table is small. */
const { database, url } = useDatabase({ connections: 1 })

/** Lets PostgreSQL find out how small they are. */
async function analyze(): Promise<void> {
  const owner = await connect(url())
  await owner.query('analyze')
  await owner.end()
}

/** How often a table was read from end to end, and how often the index that only pages of a customer need was. */
async function longReads(): Promise<object> {
  await database().query('select pg_stat_force_next_flush()')
  const tables = await database().query(
    "select relname, seq_scan from pg_stat_user_tables where relname in ('purchase', 'wallet', 'transfer')",
  )
  const pages = await database().query(
    "select idx_scan from pg_stat_user_indexes where indexrelname = 'purchase_of_customer'",
  )
  return { tables, pages }
}

it.each([
  ['are empty', async () => {}],
  ['are known to be small', analyze],
])(
  'moves money without reading whole tables, or all that a customer ever bought, where they %s',
  async (_name, prepare) => {
    const customer = await customerWith(database(), { main: kobo(10_000_000) })
    await prepare()
    const before = await longReads()
    for (const seconds of Array(10).keys()) {
      const { id, reference } = await opened(
        database(),
        newPurchase(customer, { useCashback: true, earns: kobo(1) }),
      )
      await markUnknown(database(), occasion(id))
      await receiveWebhook(database(), { reference, body: '{}', at: at(seconds) })
      await claimDue(database(), { at: at(60), until: at(120), limit: 10 })
      const heard = attempt({ startedAt: at(seconds), learnt: 'delivered' })
      await settlePurchase(database(), delivered(id, { attempt: heard }))
      await reversePurchase(database(), reversed(id))
      await fund(database(), customer, kobo(1))
      await fundWallet(database(), { customer, amount: kobo(1), reference: 'once', actor: 'bank', at: at(0) })
    }
    expect(await longReads()).toEqual(before)
  },
)

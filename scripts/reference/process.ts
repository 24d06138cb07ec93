import { randomInt, randomUUID } from 'node:crypto'
import { readConfig } from '../../reseller/config.ts'
import { lookSettings } from '../../reseller/purchases/decide-look.ts'
import { lookAtDue } from '../../reseller/purchases/look.ts'
import { startReseller } from '../../reseller/server.ts'
import { createCustomer } from '../../reseller/storage/funding.ts'
import { createVtpass } from '../../reseller/vtpass/client.ts'
import type { Order, Reply } from './messages.ts'

/**
 * The reference reseller in a process of its own, with a clock that its parent moves. It can be killed as a crash does, and
 * whoever wants to change it loads something before it: `node --import`.
 */
const config = readConfig(process.env)
let aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? '0')
const now = () => new Date(Date.now() + aheadMs)
const report = (error: unknown, where: string) => process.stderr.write(`${where}: ${String(error)}\n`)
const reseller = await startReseller(
  { ...config, databaseUrl: config.databaseUrl ?? '' },
  report,
  undefined,
  now,
)
const { database } = reseller

/** What the worker looks with, so that the parent need not wait for its round. */
const shop = {
  database,
  vtpass: createVtpass(config.vtpass),
  now,
  fraction: Math.random,
  randomBelow: (limit: number) => randomInt(limit),
  newId: () => randomUUID(),
  settings: { ...lookSettings, graceMs: config.notFoundGraceMs, leaseMs: 60_000 },
}

const AT_ONCE = 50

async function obey(order: Order): Promise<void> {
  if (order.does === 'advance') aheadMs += order.ms
  if (order.does === 'create') await createCustomer(database, { ...order.customer, at: now() })
  if (order.does !== 'tick') return
  while ((await lookAtDue(shop, AT_ONCE)) > 0);
}

process.on('message', (order: Order) => {
  obey(order).then(
    () => tell({ id: order.id, error: null, now: now().getTime() }),
    (error: unknown) => tell({ id: order.id, error: String(error), now: now().getTime() }),
  )
})
process.on('disconnect', () => process.exit(0))
tell({ id: 0, error: null, now: now().getTime(), url: reseller.url })

function tell(reply: Reply): void {
  process.send?.(reply)
}

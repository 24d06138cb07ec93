import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../reseller/config.ts'
import { demoCustomers, fundDemoCustomers } from '../../reseller/demo-customers.ts'
import { mintToken } from '../../reseller/routes/token.ts'
import { startReseller } from '../../reseller/server.ts'
import type { Database } from '../../reseller/storage/database.ts'
import { startEmbedded } from '../../reseller/storage/embedded-postgres.ts'
import { startSimulator } from '../../simulator/index.ts'

/** VTpass, and a reseller with one customer who has money, all on this machine, with a clock that is moved. */
export interface Stage {
  readonly vtpass: Awaited<ReturnType<typeof startSimulator>>
  readonly url: string
  readonly customer: string
  readonly token: string
  readonly database: Database
  now(): Date
  /** Moves the clocks of VTpass and of the reseller. */
  pass(ms: number): Promise<void>
  /** Ends everything, and leaves nothing behind. */
  stop(): Promise<void>
}

/** The one recipient that holds the connection is given up after so long: the only wait by the clock on the wall. */
const PATIENCE_MS = 2_000
/** When VTpass delivers what it has left pending, by its clock. */
const SETTLES_AFTER_MINUTES = 5
const DAY_S = 86_400

export async function openStage(): Promise<Stage> {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    const vtpass = await startSimulator({
      port: 0,
      account: { settlePendingAfter: `${SETTLES_AFTER_MINUTES}m` },
    })
    stops.push(() => vtpass.stop())
    const folder = join(tmpdir(), `reseller-demo-${randomUUID()}`)
    const postgres = await startEmbedded({ folder, durability: 'lost-on-crash', after: 'removed' })
    stops.push(() => postgres.stop())
    const config = readConfig({
      PORT: '0',
      JWT_SECRET: randomBytes(48).toString('base64url'),
      VTPASS_BASE_URL: vtpass.baseUrl,
      VTPASS_TIMEOUT_MS: String(PATIENCE_MS),
      DATA_MARKUP_PERCENT: '2.5',
      DATA_CASHBACK_PERCENT: '1',
    })
    let passedMs = 0
    const now = () => new Date(Date.now() + passedMs)
    const reseller = await startReseller({ ...config, databaseUrl: postgres.url }, tell, undefined, now)
    stops.push(() => reseller.stop())
    await fundDemoCustomers(reseller.database, now())
    const account = await vtpass.accounts.get('default')
    await account.change({ callbackUrl: `${reseller.url}/api/v1/vtpass/webhook` })
    const [{ id: customer }] = demoCustomers as [(typeof demoCustomers)[0]]
    const token = await mintToken({ kind: 'customer', id: customer }, config.jwtSecret, Date.now(), DAY_S)
    const pass = async (ms: number) => {
      passedMs += ms
      await vtpass.clock.advance(`${ms}ms`)
    }
    return { vtpass, url: reseller.url, customer, token, database: reseller.database, now, pass, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function tell(error: unknown, where: string): void {
  process.stderr.write(`${where}: ${error instanceof Error ? error.message : error}\n`)
}

import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { mintToken } from '../../reseller/routes/token.ts'
import { type EmbeddedServer, startEmbedded } from '../../reseller/storage/embedded-postgres.ts'
import { freePort } from '../../reseller/storage/free-port.ts'
import type { ControlledAccount } from '../../simulator/index.ts'
import type { Settings } from './command-line.ts'
import type { Luck } from './luck.ts'
import { customers } from './plan.ts'
import { type Postman, startPostman } from './postman.ts'
import { type ResellerProcess, superviseReseller } from './reseller-process.ts'
import { startSimulatorProcess } from './simulator-process.ts'

/** Everything that runs: PostgreSQL, VTpass, what stands between it and us, and two resellers. */
export interface World {
  readonly postgres: EmbeddedServer
  readonly vtpass: ControlledAccount
  readonly postman: Postman
  readonly resellers: readonly [ResellerProcess, ResellerProcess]
  readonly tokens: { readonly operator: string; of(customer: string): string }
  /** How long a reseller that starts from now on waits before it believes that VTpass knows nothing of a purchase. */
  believe015After(seconds: number): void
  stop(): Promise<void>
}

/** How long a reseller waits for VTpass. */
export const PATIENCE_MS = 400
const HOURS_S = 12 * 3600
const START_MS = 60_000
const MARKUP_PERCENT = '2.5'
const CASHBACK_PERCENT = '1.5'

/** @throws with the last words of what does not start */
export async function startWorld({ reseller, seed }: Settings, luck: Luck): Promise<World> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    const ports = [await freePort(), await freePort()] as const
    const urls = [`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`] as const
    const postman = await startPostman(urls, luck)
    stops.push(postman.stop)
    const simulator = await startSimulatorProcess(seed)
    stops.push(() => simulator.stop())
    const vtpass = await openAccount(simulator, postman)
    const folder = join(tmpdir(), `reseller-chaos-${randomUUID()}`)
    const postgres = await startEmbedded({ folder, durability: 'durable', after: 'removed' })
    stops.push(() => postgres.stop())
    const secret = randomBytes(48)
    let graceSeconds = 3600
    const environment = () => ({
      ...surroundings,
      DATABASE_URL: postgres.url,
      JWT_SECRET: secret.toString('base64url'),
      VTPASS_BASE_URL: simulator.baseUrl,
      VTPASS_API_KEY: vtpass.apiKey,
      VTPASS_PUBLIC_KEY: vtpass.publicKey,
      VTPASS_SECRET_KEY: vtpass.secretKey,
      VTPASS_TIMEOUT_MS: String(PATIENCE_MS),
      NOT_FOUND_GRACE_SECONDS: String(graceSeconds),
      DATA_MARKUP_PERCENT: MARKUP_PERCENT,
      DATA_CASHBACK_PERCENT: CASHBACK_PERCENT,
      RATE_LIMIT_PER_USER: '0',
      RATE_LIMIT_PER_IP: '0',
      // Five silences in a row are soon met here: a pause of the usual length would leave no time to sell.
      UPSTREAM_DOWN_SECONDS: '1',
      LOG_LEVEL: 'error',
    })
    const supervise = (port: number) => superviseReseller({ main: reseller, port, environment })
    const resellers = [supervise(ports[0]), supervise(ports[1])] as const
    stops.push(() => Promise.all(resellers.map((each) => each.stop())))
    await Promise.all(resellers.map(untilFirstUp))
    const tokens = await mintTokens(secret.toString('base64url'))
    const believe015After = (seconds: number) => {
      graceSeconds = seconds
    }
    return { postgres, vtpass, postman, resellers, tokens, believe015After, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** PostgreSQL is there: a start that is refused is refused again. @throws with the reason */
async function untilFirstUp(reseller: ResellerProcess): Promise<void> {
  while (!reseller.isUp()) {
    const { refusedStarts, lastRefusal } = reseller.tally
    if (refusedStarts > 1) throw new Error(`the reseller does not start: ${lastRefusal.trim()}`)
    await setTimeout(50)
  }
}

/** Waits until it listens. @throws with what it said last, where it does not within a minute */
export async function untilUp(reseller: ResellerProcess): Promise<void> {
  const began = performance.now()
  while (!reseller.isUp()) {
    if (performance.now() - began > START_MS)
      throw new Error(`the reseller does not start: ${reseller.tally.lastRefusal}`)
    await setTimeout(50)
  }
}

function openAccount(
  simulator: Awaited<ReturnType<typeof startSimulatorProcess>>,
  { url }: Postman,
): Promise<ControlledAccount> {
  return simulator.accounts.create({
    callbackUrl: url,
    wallet: 90_000_000,
    duplicateWindow: 0,
    settlePendingAfter: '1m',
    // Its clock runs ahead of the references that the resellers write.
    requestIdDate: 'ignored',
    // Every POST must be found there in the end.
    journalSize: 1_000_000,
  })
}

async function mintTokens(secret: string): Promise<World['tokens']> {
  const key = new TextEncoder().encode(secret)
  const mint = (bearer: Parameters<typeof mintToken>[0]) => mintToken(bearer, key, Date.now(), HOURS_S)
  const operator = await mint({ kind: 'operator', name: 'chaos' })
  const minted = await Promise.all(
    customers.map(async (id) => [id, await mint({ kind: 'customer', id })] as const),
  )
  const byCustomer = new Map(minted)
  return { operator, of: (customer) => byCustomer.get(customer) ?? '' }
}

/** What a program needs to run, and nothing that would set a reseller. */
const surroundings: NodeJS.ProcessEnv = {
  ...Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name]])),
  // Half the time of a start is the compilation of the sources, and here are hundreds of them.
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)),
}

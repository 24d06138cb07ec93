import { type Config, readConfig } from './config.ts'
import { demoCustomers, fundDemoCustomers } from './demo-customers.ts'
import { greeting } from './greeting.ts'
import { createLog, createReport, secretsIn } from './log.ts'
import { reasonToStop } from './one-line.ts'
import { databaseFolder, keepOwnSecret } from './own-folder.ts'
import { mintToken } from './routes/token.ts'
import { type RunningReseller, startReseller } from './server.ts'
import type { EmbeddedServer } from './storage/embedded-postgres.ts'

const WEEK_S = 7 * 86_400

try {
  await main()
} catch (error) {
  process.stderr.write(`${reasonToStop(error)}\n`)
  process.exit(1)
}

/** Starts what the environment describes, and prints how to use it. */
async function main(): Promise<void> {
  const isOwn = (process.env.DATABASE_URL ?? '') === ''
  const own = isOwn && (process.env.JWT_SECRET ?? '') === '' ? { JWT_SECRET: await keepOwnSecret() } : {}
  const config = readConfig({ ...process.env, ...own })
  const server = config.databaseUrl === null ? await ownServer() : null
  const databaseUrl = config.databaseUrl ?? server?.url ?? ''
  const settings = { ...config, databaseUrl }
  const log = createLog({ level: config.logLevel, secrets: secretsIn(settings) })
  const reseller = await startReseller(settings, createReport(log), log).catch(async (error) => {
    await server?.stop()
    throw error
  })
  stopOnSignal(reseller, server)
  if (server !== null) await fundDemoCustomers(reseller.database, new Date())
  const { baseUrl } = config.vtpass
  process.stdout.write(
    greeting({
      url: reseller.url,
      vtpass: baseUrl,
      isVtpassThere: await answers(baseUrl),
      demo: server === null ? null : await demoToken(config),
    }),
  )
}

/** Loaded where it is needed alone: a server has a database, and not this package. */
async function ownServer(): Promise<EmbeddedServer> {
  const { startEmbedded } = await import('./storage/embedded-postgres.ts')
  return startEmbedded({ folder: databaseFolder(), durability: 'durable' })
}

async function demoToken({ jwtSecret }: Config): Promise<{ customer: string; token: string } | null> {
  const [first] = demoCustomers
  if (first === undefined) return null
  const token = await mintToken({ kind: 'customer', id: first.id }, jwtSecret, Date.now(), WEEK_S)
  return { customer: first.id, token }
}

function stopOnSignal(reseller: RunningReseller, server: EmbeddedServer | null): void {
  const stop = async () => {
    await reseller.stop()
    await server?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().catch((error: unknown) => {
        process.stderr.write(`${reasonToStop(error)}\n`)
        process.exit(1)
      })
    })
  }
}

/** Whether anything at all answers there, whatever it says. */
async function answers(baseUrl: string): Promise<boolean> {
  try {
    await fetch(new URL(baseUrl).origin, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(2_000),
    })
    return true
  } catch {
    return false
  }
}

import type { Client } from 'pg'
import { kobo } from '../pricing/kobo.ts'
import { putWebhook } from '../storage/customer-webhook.ts'
import { startEmbedded } from '../storage/embedded-postgres.ts'
import { createCustomer, fundWallet } from '../storage/funding.ts'
import { migrate } from '../storage/migrate.ts'
import { connect, openDatabase, type PooledDatabase } from '../storage/pool.ts'
import { YEAR } from './bearers.ts'
import type { SimulatedCustomer } from './customers.ts'

/** A database that schedules are played on, one after another. */
export interface Stage {
  readonly database: PooledDatabase
  /** Takes away all that the schedule before has left, and lets these customers in. */
  set(customers: readonly SimulatedCustomer[], at: number): Promise<void>
  /** The first row of a query that each schedule asks: it is planned once. */
  ask<Row extends object>(query: string): Promise<Row | undefined>
  /** Something that the reseller must not do, as the owner. */
  asOwner(statements: string): Promise<void>
  /** When a worker would find a purchase or a notice that is due, but for purchases which wait for a person alone. */
  nextWake(withoutReferences: readonly string[]): Promise<number | null>
  close(): Promise<void>
}

export interface Theatre {
  stage(): Promise<Stage>
  close(): Promise<void>
}

/** A PostgreSQL of the simulation's own, gone without a trace after `close`. */
export async function openTheatre(folder: string): Promise<Theatre> {
  const server = await startEmbedded({ folder, durability: 'lost-on-crash', after: 'removed' })
  let stages = 0
  return {
    stage: async () => {
      stages += 1
      const name = `stage_${stages}`
      const owner = await connect(server.url)
      await owner.query(`create database ${name}`).finally(() => owner.end())
      const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
      await migrate(url, new Date(YEAR))
      return openStage(url)
    },
    close: () => server.stop(),
  }
}

/** @param url of a migrated database that nobody else uses, and its owner, who may switch its triggers off */
export async function openStage(url: string): Promise<Stage> {
  const database = await openDatabase(url, { connections: 2 })
  const owner = await connect(url)
  const clearing = await clearingOf(owner)
  return {
    database,
    set: async (customers, at) => {
      await owner.query(clearing)
      for (const customer of customers) await letIn(database, customer, new Date(at))
    },
    ask: async <Row extends object>(text: string) =>
      (await owner.query<Row>({ name: 'asked of each schedule', text })).rows[0],
    asOwner: async (statements) => void (await owner.query(statements)),
    nextWake: async (without) => {
      const { rows } = await owner.query<{ wake: Date | null }>(
        `select least(min(wake_at), (select min(due_at) from outbox)) as wake
           from purchase where not (state = $1 and reference = any($2))`,
        ['review', without],
      )
      return rows[0]?.wake?.getTime() ?? null
    },
    close: async () => {
      await Promise.all([owner.end(), database.close()])
    },
  }
}

/** The ledger refuses to be deleted, by triggers that a replica would not run. */
async function clearingOf(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration' order by tablename",
  )
  const deletes = rows.map(({ tablename }) => `delete from "${tablename}"`)
  return ['set session_replication_role = replica', ...deletes, 'reset session_replication_role'].join('; ')
}

async function letIn(database: PooledDatabase, customer: SimulatedCustomer, at: Date): Promise<void> {
  const { id, kind, brings, hasWebhook } = customer
  await createCustomer(database, { id, kind, phone: '08012345678', at })
  await fundWallet(database, {
    customer: id,
    amount: kobo(brings),
    reference: `first of ${id}`,
    actor: 'operator ada',
    at,
  })
  if (hasWebhook)
    await putWebhook(database, id, { url: 'https://shop.example/hook', secret: 'whsec_c2VjcmV0' })
}

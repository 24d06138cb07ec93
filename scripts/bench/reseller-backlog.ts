import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../reseller/storage/database.ts'
import { newReference } from '../../reseller/vtpass/reference.ts'
import type { RunningSimulator } from '../../simulator/index.ts'
import { type Customer, plan, type Stand } from './reseller-stand.ts'

/** So many purchases at a time, in one statement. */
const CHUNK = 250
const LANES = 4

/**
 * Purchases that VTpass has delivered and of which we heard nothing. They are made through the functions that move money,
 * and at the simulator by the purchase that it would have heard. None of them is due.
 */
export async function makeBacklog({ database, simulator, customers }: Stand, size: number): Promise<void> {
  const references = Array.from({ length: size }, () => newReference(Date.now(), randomInt))
  for (const reference of references) await deliver(simulator, reference)
  let next = 0
  const lane = async (customer: Customer) => {
    while (next < size) {
      const chunk = references.slice(next, next + CHUNK)
      next += CHUNK
      await doubt(database, customer, chunk)
    }
  }
  await Promise.all(customers.slice(0, LANES).map(lane))
}

/** All of it is due from now on. */
export async function wakeBacklog({ owner }: Stand): Promise<void> {
  await owner.query(`update purchase set wake_at = now() where state = 'unknown'`)
}

const OFTEN_MS = 250

/** Returns when nothing is in doubt any more. */
export async function backlogDrained({ database }: Stand): Promise<void> {
  while (await isAnyInDoubt(database)) await sleep(OFTEN_MS)
}

async function deliver({ fetch, account }: RunningSimulator, reference: string): Promise<void> {
  const headers = {
    'api-key': account.apiKey,
    'secret-key': account.secretKey,
    'content-type': 'application/json',
  }
  const body = JSON.stringify({ ...plan, request_id: reference, phone: plan.billersCode })
  const answer = await fetch('http://vtpass/api/pay', { method: 'POST', headers, body })
  const text = await answer.text()
  if (!text.includes('"status":"delivered"')) throw new Error(`the simulator answered ${text}`)
}

async function doubt(database: Database, { id }: Customer, references: readonly string[]): Promise<void> {
  const { serviceID, variation_code, billersCode } = plan
  await database.query(
    `select from unnest($2::text[]) reference,
       lateral open_purchase(
         gen_random_uuid(), $1, reference, reference, reference, 'data', $3, $4, 'a plan', $5, $5, null,
         10000, 10000, 0, false, 'bench', now(), now() + interval '1 hour'
       ) o,
       lateral keep_purchase((o.result).id, 'unknown', now(), now() + interval '1 hour', null, null)`,
    [id, references, serviceID, variation_code, billersCode],
  )
}

async function isAnyInDoubt(database: Database): Promise<boolean> {
  const [any] = await database.query(`select from purchase where state = 'unknown' limit 1`)
  return any !== undefined
}

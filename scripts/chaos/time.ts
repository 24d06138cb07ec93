import type { Luck } from './luck.ts'
import { asOwner } from './owner.ts'
import { PATIENCE_MS, type World } from './world.ts'

/**
 * A run of minutes has to see what takes days. VTpass's clock is moved by its control API. A reseller has no other clock
 * than the machine's: there the times at which it looks at a purchase are brought forward, in its database.
 */

/** Long after which a POST is over, whatever became of the process that sent it. */
const POST_IS_OVER_MS = 10 * PATIENCE_MS

/** Brings forward some of what waits, and moves VTpass's clock on. Where something is away, that is left out. */
export async function moveOn({ postgres, vtpass, postman }: World, luck: Luck): Promise<void> {
  await vtpass.clock.advance('25s')
  const references = await asOwner(postgres.url, async (query) => {
    await query('set statement_timeout = 2000')
    await query(
      `update purchase set wake_at = now()
        where wake_at > now() and random() < 0.5
          and (state in ('unknown', 'review') or state = 'sending' and opened_at < now() - $1 * interval '1 ms')`,
      [POST_IS_OVER_MS],
    )
    await query(
      `update purchase set wake_at = now() where wake_at > now() and settled_at is not null and random() < 0.01`,
    )
    return query('select reference from purchase order by opened_at desc limit 40')
  })
  for (const { reference } of references ?? []) {
    if (luck.fraction() < 0.1) postman.forge(String(reference))
  }
}

/** The moment by PostgreSQL's clock. Null where it cannot be reached now. */
export async function momentOf({ postgres }: World): Promise<unknown> {
  return asOwner(postgres.url, async (query) => (await query('select now() as moment'))[0]?.moment)
}

export interface Waiting {
  /** Of which nothing is known yet. */
  readonly open: number
  /** That are due within that time, and were not looked at since the moment. */
  readonly unseen: number
}

/**
 * A day and an hour pass: every purchase becomes due that would be by then, and was not looked at since a moment. What there
 * is of them.
 */
export async function makeDue({ postgres }: World, since: unknown): Promise<Waiting | null> {
  return asOwner(postgres.url, async (query) => {
    const isUnseen = `wake_at < now() + interval '25 hours' and not exists (
      select from upstream_attempt a where a.purchase = p.id and a.started_at >= $1)`
    await query(`update purchase p set wake_at = now() where wake_at > now() and ${isUnseen}`, [since])
    const [row] = await query(
      `select count(*) filter (where state in ('sending', 'unknown', 'review')) as open,
              count(*) filter (where ${isUnseen}) as unseen
         from purchase p`,
      [since],
    )
    return { open: Number(row?.open), unseen: Number(row?.unseen) }
  })
}

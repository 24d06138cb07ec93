import type { Database, Queries } from '../storage/database.ts'
import type { Luck } from './luck.ts'
import type { Names } from './names.ts'
import type { Home, Scheduler } from './scheduler.ts'

export interface DatabaseEdge {
  readonly database: Database
  readonly scheduler: Scheduler
  readonly home: Home
  readonly names: Names
  readonly luck: Luck
  /** Told of each statement that may have changed when something is due. */
  readonly written: () => void
  /** How often a connection breaks, before the statement or after it; 0 is never. */
  readonly breaks: number
}

/** What pg says when its connection is gone. Nobody knows then whether the statement was carried out. */
const BROKEN = 'Connection terminated unexpectedly'

/** The database as one process has it: every statement waits for its turn before it is carried out, and after. */
export function scheduledDatabase(edge: DatabaseEdge): Database {
  const { database, scheduler, home } = edge
  const one = async <Row>(queries: Queries, text: string, values: readonly unknown[]) => {
    const label = labelOf(text)
    const subject = edge.names.of(values)
    await scheduler.reach(home, `${label}: before`, subject)
    maybeBreak(edge, label, 'before')
    const rows = await scheduler.during(() => queries.query<Row>(text, values))
    if (!label.startsWith('read') && rows.length > 0) edge.written()
    await scheduler.reach(home, `${label}: committed`, subject)
    maybeBreak(edge, label, 'after')
    return rows
  }
  return {
    query: (text, values = []) => one(database, text, values),
    // Nobody else has a turn inside of one: whoever waited for its locks would wait for ever.
    transaction: async (work) => {
      await scheduler.reach(home, 'transaction: before')
      const result = await scheduler.during(() => database.transaction(work))
      await scheduler.reach(home, 'transaction: committed')
      return result
    },
    snapshot: (work) => scheduler.during(() => database.snapshot(work)),
    close: async () => {},
  }
}

function maybeBreak({ luck, breaks, scheduler, home }: DatabaseEdge, label: string, when: string): void {
  if (!luck.chance(breaks)) return
  scheduler.note(`${home.name} loses its connection ${when} ${label}`)
  throw new Error(BROKEN)
}

export function isBroken(error: unknown): boolean {
  return error instanceof Error && error.message === BROKEN
}

/** The function that a statement calls, or what it reads. */
function labelOf(text: string): string {
  const [, called] = /\b([a-z_]+)\(\$1/.exec(text) ?? []
  const [, table = text.slice(0, 40)] = /\bfrom (\w+)/.exec(text) ?? []
  return called ?? `read ${table}`
}

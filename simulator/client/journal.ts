import { type Access, ask } from './access.ts'
import type { Call } from './call.ts'
import { allOf } from './pages.ts'
import { readEvents } from './server-sent-events.ts'
import type { JournalEntry, JournalFilter } from './types.ts'

export interface Following {
  /** The id of an entry: those since then come first. 0 is all that the journal holds. Default: only new ones. */
  readonly after?: number
  /** Ends it. */
  readonly signal?: AbortSignal
}

/** What the account asked, and what it was answered. */
export interface JournalControl {
  /** Oldest first. */
  list(filter?: JournalFilter): Promise<JournalEntry[]>
  /** The calls that bought, or tried to. */
  purchases(filter?: Omit<JournalFilter, 'endpoint'>): Promise<JournalEntry[]>
  requeries(filter?: Omit<JournalFilter, 'endpoint'>): Promise<JournalEntry[]>
  count(filter?: JournalFilter): Promise<number>
  /** Forgets every exchange. */
  clear(): Promise<void>
  /**
   * Each exchange when its answer has gone out, until the loop is left or the signal is given. It is asked for when the
   * loop begins: what happens before that is missed, unless `after` calls it back.
   */
  events(following?: Following): AsyncGenerator<JournalEntry, void>
}

export function journalOf(access: Access, call: Call): JournalControl {
  const list = (filter?: JournalFilter) =>
    allOf((page) => call('get', '/journal', { query: { ...filter, ...page } }))
  return {
    list,
    purchases: (filter) => list({ ...filter, endpoint: 'pay' }),
    requeries: (filter) => list({ ...filter, endpoint: 'requery' }),
    count: async (filter = {}) => (await call('get', '/journal/count', { query: filter })).count,
    clear: () => call('delete', '/journal'),
    events: (following) => follow(access, following),
  }
}

async function* follow(
  access: Access,
  { after, signal }: Following = {},
): AsyncGenerator<JournalEntry, void> {
  const headers = new Headers({ accept: 'text/event-stream' })
  if (after !== undefined) headers.set('last-event-id', String(after))
  try {
    const answer = await ask(access, '/journal/events', { method: 'GET', headers, signal: signal ?? null })
    if (answer.body === null) return
    for await (const { event, data } of readEvents(answer.body)) {
      if (event === 'exchange') yield JSON.parse(data)
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error
  }
}

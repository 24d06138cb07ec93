/** What an asker may bring home: a value, a no in words, or nothing for now. */
export type Fetched<Value> = { readonly kind: 'known'; readonly value: Value } | Without

/** `refused` is VTpass's no, in its words. `unavailable` is no answer, or none that can be read. */
interface Without {
  readonly kind: 'refused' | 'unavailable'
  readonly said: string
}

export type Cached<Value> = Known<Value> | Without

interface Known<Value> {
  readonly kind: 'known'
  readonly value: Value
  /** Older than it should be, since VTpass cannot be asked. */
  readonly isStale: boolean
  /** When VTpass was asked for it; milliseconds since 1970. */
  readonly asOfMillis: number
}

export interface CacheSettings {
  readonly freshForMs: number
  /** How long what is kept is served without asking again, when asking has just brought nothing. */
  readonly retryAfterMs: number
  readonly now: () => number
}

export interface Cache<Value> {
  get(key: string): Promise<Cached<Value>>
  /** Whether `get` gives what is kept, and asks nobody. */
  has(key: string): boolean
  /** What is kept is no longer fresh, and what is being asked now is too old: the next `get` asks. */
  expire(key: string): void
}

interface Entry<Value> {
  readonly value: Value
  readonly asOfMillis: number
  /** Asked for again from then on. */
  dueAt: number
  isStale: boolean
}

/** Keeps what `fetch` brings. Askers of one key at one time share one fetch; a key that brings no value is not kept. */
export function createCache<Value>(
  fetch: (key: string) => Promise<Fetched<Value>>,
  { freshForMs, retryAfterMs, now }: CacheSettings,
): Cache<Value> {
  const entries = new Map<string, Entry<Value>>()
  const fetching = new Map<string, Promise<Cached<Value>>>()

  async function renew(key: string, isCurrent: () => boolean): Promise<Cached<Value>> {
    const asOfMillis = now()
    const fetched = await fetch(key)
    if (fetched.kind === 'known') {
      const entry = { value: fetched.value, asOfMillis, dueAt: asOfMillis + freshForMs, isStale: false }
      if (isCurrent()) entries.set(key, entry)
      return known(entry)
    }
    if (isCurrent()) nothingFor(key, fetched.kind)
    const kept = entries.get(key)
    return fetched.kind === 'refused' || kept === undefined ? fetched : known(kept)
  }

  function nothingFor(key: string, kind: Without['kind']): void {
    const kept = entries.get(key)
    if (kind === 'refused') entries.delete(key)
    if (kept === undefined) return
    kept.isStale = true
    kept.dueAt = now() + retryAfterMs
  }

  function share(key: string): Promise<Cached<Value>> {
    const shared = fetching.get(key)
    if (shared !== undefined) return shared
    const isCurrent = () => fetching.get(key) === promise
    const promise = renew(key, isCurrent).finally(() => {
      if (isCurrent()) fetching.delete(key)
    })
    fetching.set(key, promise)
    return promise
  }

  function keptFor(key: string): Entry<Value> | undefined {
    const entry = entries.get(key)
    return entry !== undefined && now() < entry.dueAt ? entry : undefined
  }

  return {
    async get(key) {
      const entry = keptFor(key)
      return entry === undefined ? share(key) : known(entry)
    },
    has: (key) => keptFor(key) !== undefined,
    expire(key) {
      fetching.delete(key)
      const entry = entries.get(key)
      if (entry !== undefined) entry.dueAt = Number.NEGATIVE_INFINITY
    },
  }
}

function known<Value>({ value, isStale, asOfMillis }: Entry<Value>): Known<Value> {
  return { kind: 'known', value, isStale, asOfMillis }
}

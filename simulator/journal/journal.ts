import type { Entry } from './entry.ts'

/** Whoever follows a journal. */
export interface Listener {
  heard(entry: Entry): void
  closed(): void
}

/** The exchanges of an account, the newest so many. */
export class Journal {
  #size: number
  /** A ring: the oldest entry stands where the next will. */
  #ring: Entry[] = []
  #lastId = 0
  /** The id of the oldest entry that is kept. */
  #oldest = 1
  #dropped = 0
  /** Entries up to this id are shown no more; the auditor still reads them. */
  #cleared = 0
  readonly #listeners = new Set<Listener>()

  constructor(size: number) {
    this.#size = size
  }

  /** Notes that a request has come. */
  begin(entry: Entry): void {
    this.#lastId += 1
    entry.id = this.#lastId
    this.#ring[(entry.id - 1) % this.#size] = entry
    if (entry.id - this.#oldest >= this.#size) this.#drop(1)
  }

  /** Tells whoever listens that its answer has gone out. */
  end(entry: Entry): void {
    for (const listener of this.#listeners) listener.heard(entry)
  }

  /** Those that are shown, oldest first. */
  entries(): Entry[] {
    return this.all().filter(({ id }) => id > this.#cleared)
  }

  /** Those that are kept, oldest first: what was cleared by hand is evidence all the same. */
  all(): Entry[] {
    const oldest = this.#oldest
    return Array.from({ length: this.#lastId + 1 - oldest }, (_, index) => this.#at(oldest + index))
  }

  /** How many older ones have made room since the start. */
  get dropped(): number {
    return this.#dropped
  }

  /** Shows no exchange that there was so far; ids go on. */
  clear(): void {
    this.#cleared = this.#lastId
  }

  /** Forgets every exchange and begins with 1 again. Who listens goes on listening. */
  reset(size: number): void {
    this.#lastId = 0
    this.#oldest = 1
    this.#dropped = 0
    this.#cleared = 0
    this.#size = size
    this.#ring = []
  }

  /** Keeps so many from now on, the newest. */
  resize(size: number): void {
    if (size === this.#size) return
    const entries = this.all()
    const kept = entries.slice(-size)
    this.#drop(entries.length - kept.length)
    this.#size = size
    this.#ring = []
    for (const entry of kept) this.#ring[(entry.id - 1) % size] = entry
  }

  /** Tells of every exchange whose answer has gone out, until the journal is closed; what it gives ends that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Nothing more will come: its account is gone. */
  close(): void {
    for (const listener of this.#listeners) listener.closed()
    this.#listeners.clear()
  }

  #drop(count: number): void {
    this.#oldest += count
    this.#dropped += count
  }

  #at(id: number): Entry {
    const entry = this.#ring[(id - 1) % this.#size]
    if (entry === undefined) throw new Error(`the journal has lost entry ${id}`)
    return entry
  }
}

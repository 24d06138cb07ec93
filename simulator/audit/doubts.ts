/** What the caller knows of a purchase in doubt. */
export interface Doubt {
  readonly serviceID: string | null
  told: 'pending' | 'unheard'
}

/** So many are remembered, and up to twice as many. */
const FEWEST_KEPT = 10_000

/**
 * The purchases in doubt, by request id. The oldest are forgotten all at once, since taking them from a map one by one
 * costs more than all the rest.
 */
export class Doubts {
  #recent = new Map<string, Doubt>()
  #older = new Map<string, Doubt>()

  get(requestId: string): Doubt | undefined {
    return this.#recent.get(requestId) ?? this.#older.get(requestId)
  }

  set(requestId: string, doubt: Doubt): void {
    if (this.#recent.size >= FEWEST_KEPT) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(requestId, doubt)
  }

  delete(requestId: string): void {
    if (this.#recent.size > 0) this.#recent.delete(requestId)
    if (this.#older.size > 0) this.#older.delete(requestId)
  }

  clear(): void {
    this.#recent.clear()
    this.#older.clear()
  }
}

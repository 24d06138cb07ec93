import type { Millis } from './time.ts'
import type { SettledStatus } from './transaction.ts'

/** A settlement that falls due. */
export interface DueSettlement {
  readonly at: Millis
  readonly requestId: string
  readonly status: SettledStatus
}

/** What falls due, soonest first; of the same moment, what was added first. */
export class Schedule<Due extends { readonly at: Millis } = DueSettlement> {
  readonly #heap: { due: Due; order: number }[] = []
  #added = 0

  add(due: Due): void {
    this.#heap.push({ due, order: this.#added++ })
    this.#rise(this.#heap.length - 1)
  }

  next(): Due | undefined {
    return this.#heap[0]?.due
  }

  removeNext(): void {
    const last = this.#heap.pop()
    if (last === undefined || this.#heap.length === 0) return
    this.#heap[0] = last
    this.#sink(0)
  }

  #rise(index: number): void {
    const parent = (index - 1) >> 1
    if (index === 0 || !this.#isBefore(index, parent)) return
    this.#swap(index, parent)
    this.#rise(parent)
  }

  #sink(index: number): void {
    let first = index
    for (const child of [2 * index + 1, 2 * index + 2]) if (this.#isBefore(child, first)) first = child
    if (first === index) return
    this.#swap(index, first)
    this.#sink(first)
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]]
    if (one === undefined || other === undefined) return false
    return one.due.at < other.due.at || (one.due.at === other.due.at && one.order < other.order)
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]]
    if (one === undefined || other === undefined) return
    this.#heap[a] = other
    this.#heap[b] = one
  }
}

/** Luck from a seed: the same seed, the same luck. */
export interface Luck {
  /** From 0, and below 1. */
  fraction(): number
  /** A whole number from 0, and below the limit. */
  below(limit: number): number
  /** One of them. */
  oneOf<Item>(items: readonly [Item, ...Item[]]): Item
}

/** mulberry32: short, fast, and as random as chaos needs. */
export function createLuck(seed: number): Luck {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  return { fraction, below, oneOf: (items) => items[below(items.length)] ?? items[0] }
}

/** Chance from a seed: the same seed and the same draws in the same order give the same values. */
export interface Luck {
  /** From 0, and below 1. */
  fraction(): number
  /** A whole number from 0 up to, but without, the limit. */
  below(limit: number): number
  /** A whole number of the range, both ends with it. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number]
  /** One of the table's names, each as likely as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
  /** Chance of its own: what is drawn here changes nothing there. */
  fork(name: string): Luck
}

export function luckOf(seed: string): Luck {
  const fraction = sfc32(seed)
  const below = (limit: number) => Math.floor(fraction() * limit)
  return {
    fraction,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => fraction() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
    weighted: (weights) => weightedName(weights, fraction()),
    fork: (name) => luckOf(`${seed}/${name}`),
  }
}

function weightedName<Name extends string>(weights: Readonly<Record<Name, number>>, drawn: number): Name {
  const entries = Object.entries<number>(weights) as [Name, number][]
  let left = drawn * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of entries) {
    left -= weight
    if (left < 0) return name
  }
  throw new Error('a table of weights has a name and a weight above zero')
}

/** Chris Doty-Humphrey's small fast counter, seeded by FNV-1a over the text. */
function sfc32(seed: string): () => number {
  let a = hash(`${seed}a`)
  let b = hash(`${seed}b`)
  let c = hash(`${seed}c`)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return next
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return value
}

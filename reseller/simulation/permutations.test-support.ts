/** Every order in which VTpass's words can reach the reseller, and what wallet.md says of each. Nothing of the reseller's code. */

const words = ['pending', 'delivered', 'failed', 'reversed'] as const
export type Word = (typeof words)[number]
const ways = ['pay', 'requery', 'webhook'] as const
type Way = (typeof ways)[number]

interface Saying {
  readonly way: Way
  readonly word: Word
}

/** A few words in the order in which they arrive. Without a `pay`, the answer to the POST was lost. */
export type Sequence = readonly Saying[]

const repetitions: Readonly<Record<string, (sequence: Sequence) => Sequence>> = {
  'each once': (sequence) => sequence,
  'the first twice': ([first, ...rest]) => (first === undefined ? [] : [first, first, ...rest]),
  'the last twice': (sequence) => [...sequence, ...sequence.slice(-1)],
  'each twice': (sequence) => sequence.flatMap((saying) => [saying, saying]),
  'all of it twice': (sequence) => [...sequence, ...sequence],
}

/** Every order of the four words, by every way of each (a POST is answered once), with every repetition. */
export function everySequence(): Sequence[] {
  const sequences = permutations(words).flatMap((order) => byEveryWay(order))
  const once = sequences.filter((sequence) => sequence.filter(({ way }) => way === 'pay').length <= 1)
  return once.flatMap((sequence) => Object.values(repetitions).map((repeat) => repeat(sequence)))
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}

function byEveryWay(order: readonly Word[]): Sequence[] {
  const [word, ...rest] = order
  if (word === undefined) return [[]]
  return byEveryWay(rest).flatMap((later) => ways.map((way) => [{ way, word }, ...later]))
}

/** What must have become of a purchase. */
export interface Expected {
  state: 'sending' | 'unknown' | 'delivered' | 'failed' | 'reversed'
  /** Whether a delivery after the refund is booked. */
  isLost: boolean
  /** What the customer's webhook is told, in order. */
  readonly told: string[]
  /** What the operator is told. */
  readonly alerts: Set<string>
}

/**
 * The outcome by wallet.md: a final state never moves back, a late "pending" moves nothing, a refund stands and what is
 * delivered after it is the house's loss, and a webhook only wakes.
 */
export function expectedOf(sequence: Sequence): Expected {
  const expected: Expected = { state: 'sending', isLost: false, told: [], alerts: new Set() }
  if (!sequence.some(({ way }) => way === 'pay')) expected.state = 'unknown'
  let isPaid = false
  for (const { way, word } of sequence) {
    // Whoever asks again under the same request id buys nothing, and moves nothing.
    const isReplay = way === 'pay' && isPaid
    if (way === 'pay') isPaid = true
    if (way === 'webhook' || isReplay) continue
    if (expected.state === 'sending' || expected.state === 'unknown') hearOpen(expected, word)
    else if (way === 'requery') hearFinal(expected, word)
  }
  return expected
}

function hearOpen(expected: Expected, word: Word): void {
  expected.state = word === 'pending' ? 'unknown' : word === 'delivered' ? 'delivered' : 'failed'
  if (word !== 'pending') expected.told.push(expected.state)
}

function hearFinal(expected: Expected, word: Word): void {
  const { state, isLost, alerts, told } = expected
  if (state === 'delivered' && word === 'reversed') {
    expected.state = 'reversed'
    told.push('reversed')
  } else if (state === 'delivered' && word === 'failed') alerts.add('contradiction')
  else if (state === 'reversed' && word === 'delivered') alerts.add('contradiction')
  else if (state === 'failed' && word === 'delivered' && !isLost) {
    expected.isLost = true
    alerts.add('delivered-after-refund')
  } else if (state === 'failed' && word === 'reversed') expected.isLost = false
}

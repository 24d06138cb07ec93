import type { Luck } from './luck.ts'

/** What VTpass has on record of an order. */
export type OrderStatus = 'pending' | 'delivered' | 'failed' | 'reversed'

/** What the client of a POST hears. `truth` is the order as it is. */
export type Reply =
  | 'truth'
  | 'lost'
  | 'html'
  | 'garbage'
  | 'code 083'
  | 'code 099'
  | 'code 089'
  | 'code 044'
  | 'code 018'
  | 'code 012'
  | 'code 019'
  | 'code 087'
  | 'another order'

/** What becomes of one POST, all times in milliseconds. */
export interface Fate {
  readonly name: FateName
  /** After it was sent; null where it never is an order. */
  readonly executesAfterMs: number | null
  readonly begins: OrderStatus
  /** After its execution. */
  readonly changes: readonly { readonly afterMs: number; readonly status: OrderStatus }[]
  /** How long a requery answers 015 after the execution. */
  readonly hiddenMs: number
  readonly reply: Reply
  readonly repliesAfterMs: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** How long a client waits for an answer. */
export const PATIENCE_MS = 30 * SECOND

type Draw = (luck: Luck) => Partial<Omit<Fate, 'name'>>

const odd = (luck: Luck): Reply =>
  luck.pick(['lost', 'html', 'garbage', 'code 083', 'code 099', 'code 089', 'code 044', 'another order'])

const ended = (luck: Luck): OrderStatus => luck.pick(['delivered', 'delivered', 'failed', 'reversed'])

/** After the delivery was booked as a loss, or before anybody has seen it. */
function maybeReversed(luck: Luck): Fate['changes'] {
  if (luck.chance(0.7)) return []
  return [{ afterMs: luck.pick([30 * SECOND, 5 * HOUR]), status: 'reversed' }]
}

const fates = {
  delivered: () => ({}),
  failed: () => ({ begins: 'failed' }),
  refused: (luck) => ({
    executesAfterMs: null,
    reply: luck.pick(['code 018', 'code 012', 'code 019', 'code 087']),
  }),
  pending: (luck) => ({
    begins: 'pending',
    changes: [{ afterMs: luck.pick([3 * SECOND, 40 * SECOND, 15 * MINUTE, 5 * HOUR]), status: ended(luck) }],
  }),
  silent: () => ({ begins: 'pending' }),
  unheard: (luck) => ({ reply: odd(luck), begins: luck.pick(['delivered', 'delivered', 'failed']) }),
  'never arrived': (luck) => ({ executesAfterMs: null, reply: odd(luck) }),
  late: (luck) => ({
    reply: 'lost',
    executesAfterMs: luck.pick([40 * SECOND, 5 * MINUTE, 9 * MINUTE, 14 * MINUTE, 2 * HOUR]),
    begins: luck.pick(['delivered', 'delivered', 'failed']),
    changes: maybeReversed(luck),
  }),
  hidden: (luck) => ({
    reply: odd(luck),
    hiddenMs: luck.pick([20 * SECOND, 4 * MINUTE, 8 * MINUTE, 25 * MINUTE]),
    begins: luck.pick(['delivered', 'delivered', 'failed']),
    changes: maybeReversed(luck),
  }),
  'reversed later': (luck) => ({
    reply: luck.chance(0.7) ? 'truth' : odd(luck),
    changes: [{ afterMs: luck.pick([20 * SECOND, 10 * MINUTE, 2 * HOUR, 20 * HOUR]), status: 'reversed' }],
  }),
} as const satisfies Record<string, Draw>

type FateName = keyof typeof fates

/** `silent` is for schedules that wait for persons: it costs a day of looks. */
const weights: Readonly<Record<FateName, number>> = {
  delivered: 6,
  failed: 3,
  refused: 2,
  pending: 4,
  silent: 0,
  unheard: 5,
  'never arrived': 3,
  late: 4,
  hidden: 3,
  'reversed later': 4,
}

export function drawFate(luck: Luck, isSilent: boolean): Fate {
  const name = luck.weighted(isSilent ? { ...weights, silent: 6 } : weights)
  const draw: Draw = fates[name]
  const drawn = draw(luck)
  const isLost = drawn.reply === 'lost'
  return {
    name,
    executesAfterMs: luck.between(50, 2_000),
    begins: 'delivered',
    changes: [],
    hiddenMs: 0,
    reply: 'truth',
    repliesAfterMs: isLost ? PATIENCE_MS : luck.pick([60, 3_000, 28_000]),
    ...drawn,
  }
}

import { describe, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import type { PurchaseState } from '../storage/purchase.ts'
import type { RequeryOutcome } from '../vtpass/outcome-of-requery.ts'
import { decideLook, type Looked, lookSettings } from './decide-look.ts'

const NOON = Date.UTC(2026, 0, 27, 12)
const at = (minutes: number) => new Date(NOON + minutes * 60_000)
const states: readonly PurchaseState[] = ['sending', 'unknown', 'review', 'delivered', 'failed', 'reversed']
const open = ['sending', 'unknown', 'review'] as const

const said = { code: null, status: null, said: 'what VTpass says', alert: null }
const outcomes: Record<RequeryOutcome['kind'], RequeryOutcome> = {
  delivered: {
    kind: 'delivered',
    ...said,
    receipt: {
      transactionId: '1',
      totalAmount: kobo(47_520),
      commission: kobo(1_480),
      purchasedCode: null,
      content: {},
      answer: {},
    },
  },
  failed: { kind: 'failed', ...said },
  reversed: { kind: 'reversed', ...said },
  'no-order': { kind: 'no-order', ...said },
  'nothing-learnt': { kind: 'nothing-learnt', ...said },
}

function looked(state: PurchaseState, details: Partial<Looked> = {}): Looked {
  const isFinal = !open.some((each) => each === state)
  return {
    state,
    openedAt: at(0),
    payEndedAt: at(0),
    settledAt: isFinal ? at(0) : null,
    asked: 0,
    notFound: 0,
    lastCode: null,
    lateLoss: kobo(0),
    ...details,
  }
}

const decide = (of: Looked, kind: RequeryOutcome['kind'], minutes = 1) =>
  decideLook(of, outcomes[kind], at(minutes), lookSettings, 0.5)

/** What every outcome comes to in every state, a minute after the POST. */
const table: Record<PurchaseState, Record<RequeryOutcome['kind'], string>> = {
  sending: row('settle delivered', 'settle failed', 'settle failed', 'keep', 'keep'),
  unknown: row('settle delivered', 'settle failed', 'settle failed', 'keep', 'keep'),
  review: row('settle delivered', 'settle failed', 'settle failed', 'keep', 'keep'),
  delivered: row('keep', 'keep contradiction', 'reverse', 'keep contradiction', 'keep'),
  failed: row('book-late-delivery', 'keep', 'keep', 'keep', 'keep'),
  reversed: row('keep contradiction', 'keep', 'keep', 'keep', 'keep'),
}

function row(delivered: string, failed: string, reversed: string, noOrder: string, nothingLearnt: string) {
  return { delivered, failed, reversed, 'no-order': noOrder, 'nothing-learnt': nothingLearnt }
}

const cells = states.flatMap((state) =>
  Object.entries(table[state]).map(([kind, expected]) => ({
    state,
    kind: kind as RequeryOutcome['kind'],
    expected,
  })),
)

describe('what VTpass says of a purchase', () => {
  it.each(cells)('$state, $kind: $expected', ({ state, kind, expected }) => {
    const { does, alert } = decide(looked(state), kind)
    const words = [does.kind, does.kind === 'settle' ? does.outcome : null, alert]
    expect(words.filter((word) => word !== null).join(' ')).toBe(expected)
  })

  it('is booked at VTpass’s own total', () => {
    expect(decide(looked('unknown'), 'delivered').does).toMatchObject({ charged: 47_520 })
    expect(decide(looked('failed'), 'delivered').does).toMatchObject({ charged: 47_520 })
  })
})

describe('015', () => {
  it.each([
    ['the first time, however late', 0, 600, 'keep'],
    ['the second time, too early', 1, 9.9, 'keep'],
    ['the second time, after the grace', 1, 10, 'settle'],
    ['a third time', 2, 11, 'settle'],
  ] as const)('%s', (_name, notFound, minutes, expected) => {
    expect(decide(looked('unknown', { notFound }), 'no-order', minutes).does.kind).toBe(expected)
  })

  it('counts its grace from the end of the POST, and from its beginning where nobody saw it end', () => {
    const late = looked('unknown', { notFound: 1, payEndedAt: at(5) })
    expect(decide(late, 'no-order', 12).does.kind).toBe('keep')
    expect(decide({ ...late, payEndedAt: null }, 'no-order', 12).does.kind).toBe('settle')
  })

  it('that is believed is watched for a delivery for a day', () => {
    const { wakeAt } = decide(looked('unknown', { notFound: 1 }), 'no-order', 10)
    expect(wakeAt).toEqual(at(70))
    expect(decide(looked('failed', { settledAt: at(10) }), 'no-order', 70).wakeAt).toEqual(at(10 + 1440))
    expect(decide(looked('failed', { settledAt: at(10) }), 'no-order', 1450).wakeAt).toBeNull()
  })
})

describe('no passing of time', () => {
  const minutes = [0, 1, 29, 30, 600, 1439, 1440, 14_400, 525_600]

  it.each(open)('settles what is %s: it is asked about for ever', (state) => {
    for (const age of minutes) {
      const { does, wakeAt } = decide(looked(state, { asked: 500, notFound: 500 }), 'nothing-learnt', age)
      expect(['keep', 'review']).toContain(does.kind)
      expect(wakeAt?.getTime()).toBeGreaterThan(at(age).getTime())
    }
  })

  it('but an operator is told after half an hour, and a person has to look after a day', () => {
    const verdicts = minutes.map((age) => {
      const { does, alert } = decide(looked('unknown'), 'nothing-learnt', age)
      return `${does.kind} ${alert}`
    })
    expect(verdicts).toEqual([
      'keep null',
      'keep null',
      'keep null',
      'keep in-doubt',
      'keep in-doubt',
      'keep in-doubt',
      'review in-doubt',
      'review in-doubt',
      'review in-doubt',
    ])
  })
})

it('a delivery is looked at again after an hour and after a day, and then no more', () => {
  expect(decide(looked('unknown'), 'delivered', 3).wakeAt).toEqual(at(63))
  expect(decide(looked('delivered'), 'delivered', 60).wakeAt).toEqual(at(1440))
  expect(decide(looked('delivered'), 'delivered', 1440).wakeAt).toBeNull()
})

it.each(['delivered', 'failed'] as const)(
  'a look at what is %s that teaches nothing is made again each hour of a week',
  (state) => {
    expect(decide(looked(state), 'nothing-learnt', 1440).wakeAt).toEqual(at(1500))
    expect(decide(looked(state), 'nothing-learnt', 10_079).wakeAt).toEqual(at(10_139))
    expect(decide(looked(state), 'nothing-learnt', 10_080).wakeAt).toBeNull()
  },
)

describe('a delivery after the refund', () => {
  const lost = looked('failed', { lateLoss: kobo(47_520) })

  it('is booked once, and watched as any other', () => {
    expect(decide(lost, 'delivered', 70)).toEqual({ does: { kind: 'keep' }, wakeAt: at(1440), alert: null })
    expect(decide(lost, 'delivered', 1440).wakeAt).toBeNull()
  })

  it('that VTpass takes back is no loss any more', () => {
    expect(decide(lost, 'reversed', 70)).toEqual({ does: { kind: 'reverse' }, wakeAt: null, alert: null })
  })
})

import type { NewRule } from '../../simulator/index.ts'

type Fate = NonNullable<NewRule['fate']>
type Fault = NonNullable<NewRule['fault']>

interface Case {
  /** Of all calls, in percent. */
  readonly percent: number
  readonly fate?: Fate
  readonly fault?: Fault
}

const delivered = { status: 'delivered' } as const
const laterDelivered = { status: 'pending', settlesTo: 'delivered' } as const
const laterFailed = { status: 'pending', settlesTo: 'failed' } as const
const laterReversed = { status: 'delivered', settlesTo: 'reversed' } as const
/** Longer than the reseller waits. */
const hung = { kind: 'fixed-delay', delay: '10m' } as const

/** What becomes of a purchase, and what is heard of it. What is left over is delivered, and heard. */
const ofPay: readonly Case[] = [
  { percent: 9, fate: 'delivered-but-unheard' },
  { percent: 4, fate: 'failed-but-unheard' },
  { percent: 4, fate: 'never-arrived' },
  { percent: 4, fate: laterDelivered },
  { percent: 4, fate: laterFailed },
  { percent: 3, fate: laterReversed },
  { percent: 4, fate: laterReversed, fault: { kind: 'connection-reset-by-peer' } },
  { percent: 3, fate: laterDelivered, fault: { kind: 'empty-response' } },
  { percent: 3, fate: laterFailed, fault: { kind: 'html-504' } },
  { percent: 3, fate: delivered, fault: { ...hung } },
  { percent: 2, fate: 'failed', fault: { ...hung } },
  { percent: 3, fate: delivered, fault: { kind: 'connection-reset-by-peer', when: 'mid-answer' } },
  { percent: 3, fate: delivered, fault: { kind: 'uniform-delay', lower: '10ms', upper: '500ms' } },
  { percent: 2, fate: 'failed', fault: { kind: 'html-502' } },
  { percent: 2, fate: delivered, fault: { kind: 'html-502', when: 'before-commit' } },
  { percent: 2, fate: 'unexpected-html' },
  { percent: 2, fate: 'unexpected-truncated' },
  { percent: 2, fate: 'unexpected-empty' },
  { percent: 2, fate: 'unexpected-code' },
  { percent: 2, fate: 'unexpected-status' },
  { percent: 1, fate: 'unexpected-text' },
  { percent: 1, fate: delivered, fault: { kind: 'random-data-then-close' } },
  { percent: 1, fate: delivered, fault: { kind: 'malformed-response-chunk' } },
  { percent: 1, fate: delivered, fault: { kind: 'wrong-charset' } },
  { percent: 1, fate: delivered, fault: { kind: 'duplicated-answer' } },
  { percent: 2, fate: 'unexpected-083' },
  { percent: 2, fate: 'unexpected-099' },
  { percent: 3, fate: 'failed' },
  { percent: 1, fate: 'code-091' },
  { percent: 1, fate: 'code-040' },
  { percent: 1, fate: 'code-030' },
  { percent: 1, fate: 'code-028' },
  { percent: 1, fate: 'code-018' },
  { percent: 1, fate: 'code-014' },
  { percent: 1, fate: 'code-087' },
]

/** What a requery meets on its way. */
const ofRequery: readonly Case[] = [
  { percent: 8, fate: 'code-087' },
  { percent: 3, fate: 'code-012' },
  { percent: 3, fate: 'code-027' },
  { percent: 3, fate: 'code-083' },
  { percent: 5, fault: { kind: 'connection-reset-by-peer' } },
  { percent: 5, fault: { kind: 'html-502' } },
  { percent: 3, fault: { kind: 'truncated-json' } },
  { percent: 3, fault: { kind: 'unlisted-status' } },
  { percent: 3, fault: { kind: 'empty-body' } },
  { percent: 2, fault: { ...hung } },
]

/** Whether VTpass may say of what it has bought, or will yet buy, that there is no such thing. */
export type Season = 'stale' | 'fresh'

const oldNews: Record<Season, { readonly pay: readonly Case[]; readonly requery: readonly Case[] }> = {
  stale: {
    pay: [{ percent: 4, fate: delivered, fault: { ...hung, when: 'before-commit' } }],
    requery: [{ percent: 10, fate: 'code-015' }],
  },
  fresh: { pay: [], requery: [] },
}

/** The rules of a season, in their order. */
export function rulesOf(season: Season): readonly NewRule[] {
  const { pay, requery } = oldNews[season]
  return [
    ...shares([...pay, ...ofPay, { percent: 100, fate: delivered }], 'pay'),
    ...shares([...requery, ...ofRequery], 'requery'),
  ]
}

/** The rules are asked in turn, so that each is told its share of what those before it have left. */
function shares(cases: readonly Case[], endpoint: 'pay' | 'requery'): NewRule[] {
  let left = 100
  return cases.map(({ percent, fate, fault }) => {
    const share = Math.min(1, percent / left)
    left -= percent
    return {
      match: { endpoint },
      ...(share < 1 && { occurrence: { share } }),
      ...(fate !== undefined && { fate }),
      ...(fault !== undefined && { fault }),
    }
  })
}

import type { PurchaseState } from '../../reseller/storage/purchase.ts'
import { nairaCell, renderTextTable } from '../text-table.ts'
import type { Settings } from './command-line.ts'
import type { Difference, Sides } from './compare.ts'
import type { Bought } from './evidence.ts'
import type { MarketTally } from './shopper.ts'
import type { World } from './world.ts'

export interface Run {
  readonly settings: Settings
  readonly sides: Sides
  readonly differences: readonly Difference[]
  readonly market: MarketTally
  readonly resellers: World['resellers']
  readonly webhooks: World['postman']['tally']
  readonly crashesOfPostgres: number
  readonly rounds: number
  readonly seconds: number
}

const MOST_NAMED = 50

/** What happened, and on what the sides do not agree, for a terminal. */
export function reportOf(run: Run): string {
  const { differences, settings } = run
  const parts = [
    renderTextTable({ rows: happenings(run) }),
    renderTextTable({ rows: money(run), hasFoot: true }),
  ]
  if (differences.length === 0) {
    parts.push('Customers, ledger and VTpass agree to the kobo.')
  } else {
    const named = differences.slice(0, MOST_NAMED).map(({ of, what }) => `  ${of}: ${what}`)
    const more = differences.length - named.length
    parts.push(
      [
        `${differences.length} differences, with seed ${settings.seed}:`,
        ...named,
        ...(more > 0 ? [`  and ${more} more`] : []),
      ].join('\n'),
    )
  }
  return parts.join('\n\n')
}

function happenings(run: Run): readonly (readonly string[])[] {
  const { sides, market, resellers, webhooks, differences } = run
  const sum = (count: (tally: (typeof resellers)[0]['tally']) => number) =>
    resellers.reduce((total, { tally }) => total + count(tally), 0)
  const twins = sides.experiences.filter(({ wanted }) => wanted.twins > 1).length
  const rows: readonly (readonly [string, number | string])[] = [
    ['seed', run.settings.seed],
    ['purchases wanted', sides.experiences.length],
    ['  asked for by several programs at once', twins],
    ['  given up for lack of money', sides.experiences.length - sides.purchases.length],
    ['answers to customers', market.answers],
    ['  503, to be asked again', market.later],
    ['broken or unheard, and asked again', market.unheard],
    ['kill -9 of a reseller', sum(({ kills }) => kills)],
    ['  starts that PostgreSQL’s absence refused', sum(({ refusedStarts }) => refusedStarts)],
    ['  ends that nobody caused', sum(({ crashes }) => crashes.length)],
    ['kill -9 of PostgreSQL', run.crashesOfPostgres],
    ['webhooks sent · lost · handed on · forged', ofWebhooks(webhooks)],
    ['POSTs at VTpass', [...sides.vtpass.values()].reduce((total, { posts }) => total + posts, 0)],
    ['rounds of looking until all was settled', run.rounds],
    ['seconds', Math.round(run.seconds)],
    ['differences', differences.length],
  ]
  return [['what', 'how many'], ...rows.map(([what, count]) => [what, inWords(count)])]
}

function ofWebhooks({ received, lost, delivered, forged }: Run['webhooks']): string {
  return [received, lost, delivered, forged].map(inWords).join(' · ')
}

function inWords(count: number | string): string {
  return typeof count === 'string' ? count : count.toLocaleString('en')
}

const states: readonly PurchaseState[] = ['delivered', 'failed', 'reversed', 'sending', 'unknown', 'review']

/** What the customers paid, and what VTpass has of it. */
function money({ sides }: Run): readonly (readonly string[])[] {
  const rowOf = (name: string, those: readonly Bought[]) => {
    const sum = (of: (each: Bought) => number) =>
      nairaCell(those.reduce((total, each) => total + of(each), 0))
    return [
      name,
      inWords(those.length),
      sum(({ price }) => price),
      sum(({ state, price }) => (isGivenBack(state) ? price : 0)),
      sum(({ state, price }) => (isGivenBack(state) ? 0 : price)),
      sum(({ state, charged }) => (state === 'delivered' ? (charged ?? 0) : 0)),
      sum(({ reference }) => sides.vtpass.get(reference)?.charged ?? 0),
    ]
  }
  const head = [
    'state',
    'purchases',
    'held',
    'given back',
    'kept',
    'VTpass’s part, by the ledger',
    'by VTpass',
  ]
  const rows = states.map((state) =>
    rowOf(
      state,
      sides.purchases.filter((each) => each.state === state),
    ),
  )
  return [head, ...rows, rowOf('together', sides.purchases)]
}

function isGivenBack(state: PurchaseState): boolean {
  return state === 'failed' || state === 'reversed'
}

import { nairaCell, renderTextTable } from '../text-table.ts'
import type { Books, Fate, Line } from './books.ts'
import type { Played } from './scenes.ts'

export interface Shown {
  readonly played: readonly Played[]
  /** What each customer is told in the end, in the same order. */
  readonly toldLast: readonly string[]
  readonly minutes: number
  readonly books: Books
}

export function show({ played, toldLast, minutes, books }: Shown): string {
  return [
    'What VTpass did, and what became of the money',
    purchases(played, toldLast, minutes, books.fates),
    'Every line of the customer’s wallets',
    lines(books.lines, played),
    `Where the ${nairaCell(books.paidIn)} are that the customer paid in`,
    places(books),
  ].join('\n\n')
}

/** What does not add up, in words. */
export function faultsIn({ places, paidIn, vtpassHas, fates }: Books): readonly string[] {
  const all = sum(places, ({ amount }) => amount)
  const withVtpass = places.find(({ name }) => name.startsWith('VTpass'))?.amount ?? 0
  return [
    ...(all === paidIn ? [] : [`${nairaCell(paidIn)} were paid in, and ${nairaCell(all)} are there`]),
    ...(withVtpass === vtpassHas
      ? []
      : [`VTpass has ${nairaCell(vtpassHas)}, and the ledger says ${nairaCell(withVtpass)}`]),
    ...fates
      .filter(({ held, captured, released }) => held !== captured + released)
      .map(({ requestId }) => `${requestId} is neither captured nor released`),
  ]
}

function purchases(
  played: readonly Played[],
  toldLast: readonly string[],
  minutes: number,
  fates: readonly Fate[],
): string {
  const rows = played.map(({ requestId, recipient, does, told }, index) => {
    const fate = fates.find((each) => each.requestId === requestId)
    const amounts = [fate?.held, fate?.captured, fate?.released].map((amount) => nairaCell(amount ?? 0))
    return [recipient, does, told, toldLast[index] ?? '', ...amounts]
  })
  const totals = [
    sum(fates, ({ held }) => held),
    sum(fates, ({ captured }) => captured),
    sum(fates, ({ released }) => released),
  ]
  const head = [
    'bought for',
    'VTpass',
    'told at once',
    `after ${minutes} minutes`,
    'held',
    'captured',
    'released',
  ]
  return renderTextTable({
    rows: [head, ...rows, ['together', '', '', '', ...totals.map(nairaCell)]],
    hasFoot: true,
  })
}

const kinds: Readonly<Record<string, string>> = {
  fund: 'paid in',
  hold: 'held',
  refund: 'released',
  earn: 'cashback earned',
}

function lines(all: readonly Line[], played: readonly Played[]): string {
  const rows = all.map(({ kind, wallet, requestId, amount, before, after }) => {
    const recipient = played.find((each) => each.requestId === requestId)?.recipient ?? ''
    const amounts = [amount, before, after].map(nairaCell)
    return [kinds[kind] ?? kind, wallet, recipient, ...amounts]
  })
  return renderTextTable({ rows: [['line', 'wallet', 'bought for', 'amount', 'before', 'after'], ...rows] })
}

function places({ places, vtpassHas }: Books): string {
  const rows = places.map(({ name, amount }) => [
    name,
    nairaCell(amount),
    name.startsWith('VTpass') ? nairaCell(vtpassHas) : '',
  ])
  const total = nairaCell(sum(places, ({ amount }) => amount))
  return renderTextTable({
    rows: [['where', 'by the ledger', 'by VTpass’s books'], ...rows, ['together', total, '']],
    hasFoot: true,
  })
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

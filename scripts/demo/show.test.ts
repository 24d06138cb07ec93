import { expect, it } from 'vitest'
import type { Books } from './books.ts'
import { faultsIn } from './show.ts'

const books: Books = {
  fates: [{ requestId: 'demo-1', held: 102_500, captured: 102_500, released: 0 }],
  lines: [],
  places: [
    { name: 'main wallet', amount: 397_500 },
    { name: 'VTpass, for what it delivered', amount: 96_000 },
    { name: 'the house', amount: 6_500 },
  ],
  paidIn: 500_000,
  vtpassHas: 96_000,
}

it('books that add up have no fault', () => {
  expect(faultsIn(books)).toEqual([])
})

it.each<[string, Partial<Books>, string]>([
  [
    'a kobo that is nowhere',
    { paidIn: 500_001, places: books.places },
    '₦5,000.01 were paid in, and ₦5,000.00 are there',
  ],
  [
    'a charge that VTpass has not made',
    { vtpassHas: 95_999 },
    'VTpass has ₦959.99, and the ledger says ₦960.00',
  ],
  [
    'a hold that is left',
    { fates: [{ requestId: 'demo-1', held: 102_500, captured: 0, released: 102_499 }] },
    'demo-1 is neither captured nor released',
  ],
])('%s', (_name, wrong, fault) => {
  expect(faultsIn({ ...books, ...wrong })).toEqual([fault])
})

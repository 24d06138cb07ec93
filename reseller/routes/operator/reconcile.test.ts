import { expect, it } from 'vitest'
import { type Kobo, kobo } from '../../pricing/kobo.ts'
import { type Books, reconcile } from './reconcile.ts'

function books(float: number, details: { held?: number; rounded?: number } = {}): Books {
  const { held = 0, rounded = 0 } = details
  return { float: kobo(float), held: kobo(held), rounded, open: held === 0 ? 0 : 1 }
}

/** Nothing happens between the two looks. */
function still(at: Books, balance: Kobo | null) {
  return reconcile(at, at, balance)
}

it('says nothing where VTpass does not tell', () => {
  expect(still(books(1_000), null)).toEqual({ difference: null, isExplained: null })
})

it.each([
  ['agree', 1_000, {}, 1_000, 0, true],
  ['differ by a kobo, which the balance’s own rounding explains', 1_000, {}, 999, -1, true],
  ['differ by two', 1_000, {}, 998, -2, false],
  ['differ by two more at VTpass', 1_000, {}, 1_002, 2, false],
  ['differ by what three roundings explain', 1_000, { rounded: 3 }, 998, -2, true],
  ['differ by more than that', 1_000, { rounded: 3 }, 997, -3, false],
  ['differ by what is held', 1_000, { held: 400 }, 600, -400, true],
  ['differ by a kobo of rounding beside it', 1_000, { held: 400 }, 599, -401, true],
  ['differ by more', 1_000, { held: 400 }, 598, -402, false],
  ['have more at VTpass, which no open purchase explains', 1_000, { held: 400 }, 1_300, 300, false],
] as const)('the two %s', (_, float, details, balance, difference, isExplained) => {
  expect(still(books(float, details), kobo(balance))).toEqual({ difference, isExplained })
})

it.each([
  ['before VTpass was asked', 600],
  ['after it was asked', 1_000],
])('explains a purchase that is settled between the looks, %s', (_, balance) => {
  const before = books(1_000, { held: 400 })
  const after = books(600)
  expect(reconcile(before, after, kobo(balance)).isExplained).toBe(true)
})

it('explains a purchase that is opened between the looks', () => {
  const after = books(1_000, { held: 400 })
  expect(reconcile(books(1_000), after, kobo(600)).isExplained).toBe(true)
})

it('explains a top-up that is booked between the looks', () => {
  expect(reconcile(books(1_000), books(5_000), kobo(5_000)).isExplained).toBe(true)
})

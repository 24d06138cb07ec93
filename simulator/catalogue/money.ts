/**
 * Whole millionths of a naira. VTpass's totals run to five decimals (₦1,499.01 at 3.5 %) and more, so a kobo is too coarse
 * and a float is not exact. Up to ₦9 billion fits a safe integer.
 */
export type Money = number & { readonly unit: 'millionths of a naira' }

const PER_NAIRA = 1_000_000
const PER_KOBO = 10_000

export const nothing = 0 as Money

/** The most that this type counts exactly, in whole naira. */
export const LARGEST_NAIRA = Math.floor(Number.MAX_SAFE_INTEGER / PER_NAIRA)

export function naira(amount: number): Money {
  return Math.round(amount * PER_NAIRA) as Money
}

/** `19.3` for 19,300,000: the shortest number that reads back as the same amount. */
export function toNaira(money: Money): number {
  return money / PER_NAIRA
}

export function plus(a: Money, b: Money): Money {
  return (a + b) as Money
}

export function minus(a: Money, b: Money): Money {
  return (a - b) as Money
}

export function times(money: Money, quantity: number): Money {
  return (money * quantity) as Money
}

/**
 * A percentage with two decimals ("3.50") of an amount in whole kobo. Exact: a kobo is ten thousand millionths, and
 * so is the divisor of a percentage in hundredths.
 */
export function percentOf(amount: Money, rate: string): Money {
  return ((amount / PER_KOBO) * Math.round(Number(rate) * 100)) as Money
}

const AMOUNT = /^(-?)(0|[1-9]\d{0,9})(?:\.(\d{1,2})0*)?$/

/** Reads naira with at most two decimals ("100", "100.50", "-5"); null for anything else, `1e3` included. */
export function readAmount(text: string): Money | null {
  if (text !== lastRead.text) lastRead = { text, money: parseAmount(text) }
  return lastRead.money
}

/** One purchase reads its amount several times. */
let lastRead: { text: string; money: Money | null } = { text: '', money: null }

function parseAmount(text: string): Money | null {
  const parts = AMOUNT.exec(text)
  if (parts === null) return null
  const [, sign, whole = '0', decimals = ''] = parts
  const kobo = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  const money = kobo * PER_KOBO
  return (sign === '-' ? -money : money) as Money
}

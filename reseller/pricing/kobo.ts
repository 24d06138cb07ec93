/**
 * Whole kobo, a hundredth of a naira: the only money of the reseller. A float times a percentage is ₦1 low in 354 of
 * 157,608 pairs.
 */
export type Kobo = number & { readonly unit: 'kobo' }

export const KOBO_PER_NAIRA = 100

/**
 * Claims that a number counts kobo.
 *
 * @throws {RangeError} where it is not whole, or larger than a number counts exactly: a bug, never a customer's mistake.
 */
export function kobo(amount: number): Kobo {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not whole kobo`)
  return amount as Kobo
}

export function plus(a: Kobo, b: Kobo): Kobo {
  return kobo(a + b)
}

export function minus(a: Kobo, b: Kobo): Kobo {
  return kobo(a - b)
}

const NAIRA = /^(-?)(0|[1-9]\d{0,9})(?:\.(\d{1,2}))?$/

/**
 * Reads an amount in naira that is not negative, said as a text or as a number: "100", "410.00", 1499.01. Null for
 * anything else: a third decimal, an exponent, a comma, a sign, an eleventh digit before the point.
 */
export function readNaira(said: unknown): Kobo | null {
  const amount = readSignedNaira(said)
  return amount === null || String(said).startsWith('-') ? null : amount
}

/** As `readNaira`, of an amount that may be negative ("-5.50"), such as a balance. */
export function readSignedNaira(said: unknown): Kobo | null {
  const parts = NAIRA.exec(decimalText(said))
  if (parts === null) return null
  const [, sign, whole = '', decimals = ''] = parts
  const amount = inKobo(whole, decimals)
  return sign === '-' ? minus(kobo(0), amount) : amount
}

const TOTAL = /^(0|[1-9]\d{0,9})(?:\.(\d+))?$/

/**
 * Reads an amount in naira with any number of decimals, and rounds it half up to the kobo: 1446.54465 is 144,654 kobo.
 * VTpass's total_amount runs to six decimals. Null for what is no plain decimal number, or negative.
 */
export function koboHalfUp(said: unknown): Kobo | null {
  const parts = TOTAL.exec(decimalText(said))
  if (parts === null) return null
  const [, whole = '', decimals = ''] = parts
  const roundsUp = decimals.charAt(2) >= '5'
  return plus(inKobo(whole, decimals.slice(0, 2)), kobo(roundsUp ? 1 : 0))
}

/** `150.00`: naira with both decimals, as the prices of the data API document are written. */
export function nairaText(amount: Kobo): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `250` or `250.5`: naira for a number in JSON. Exact: the nearest number is printed as its shortest decimal. */
export function nairaNumber(amount: Kobo): number {
  return amount / KOBO_PER_NAIRA
}

/** The decimals that were said. A number prints as the shortest one that reads back as it, which is what JSON held. */
function decimalText(said: unknown): string {
  return typeof said === 'string' || typeof said === 'number' ? String(said) : ''
}

/** At most two decimals. */
function inKobo(whole: string, decimals: string): Kobo {
  return kobo(Number(whole) * KOBO_PER_NAIRA + Number(decimals.padEnd(2, '0')))
}

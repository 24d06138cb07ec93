import { type Kobo, kobo } from './kobo.ts'

/** A percentage as whole ten-thousandths of a percent: 25,000 is 2.5 %. */
export type Percent = number & { readonly unit: 'ten-thousandths of a percent' }

const PER_PERCENT = 10_000
const DECIMALS = 4
const HUNDRED = 100 * PER_PERCENT

const PERCENT = /^(0|[1-9]\d{0,2})(?:\.(\d{1,4}))?$/

/** Reads a percentage from 0 to 100 with at most four decimals ("2", "2.5", "0"); null for anything else. */
export function readPercent(text: string): Percent | null {
  const parts = PERCENT.exec(text)
  if (parts === null) return null
  const [, whole = '', decimals = ''] = parts
  const percent = Number(whole) * PER_PERCENT + Number(decimals.padEnd(DECIMALS, '0'))
  return percent > HUNDRED ? null : (percent as Percent)
}

/** A percentage of an amount that is not negative, rounded down to the kobo. */
export function percentOf(amount: Kobo, percent: Percent): Kobo {
  // The product of two safe integers need not be one.
  return kobo(Number((BigInt(amount) * BigInt(percent)) / BigInt(HUNDRED)))
}

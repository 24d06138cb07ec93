/** What an answer must be, written as the answer itself; what differs from call to call is a matcher. */
export type Template = JsonScalar | Matcher | readonly Template[] | { readonly [key: string]: Template }

type JsonScalar = string | number | boolean | null

/** A value that is known by its kind, and not beforehand. */
export class Matcher {
  /** What it takes, in words. */
  readonly says: string
  readonly holds: (value: unknown) => boolean

  constructor(says: string, holds: (value: unknown) => boolean) {
    this.says = says
    this.holds = holds
  }
}

/** A text that this pattern describes, whole. */
export function textLike(says: string, pattern: RegExp): Matcher {
  return new Matcher(says, (value) => typeof value === 'string' && pattern.test(value))
}

export const digits = (count: number) => textLike(`text of ${count} digits`, new RegExp(`^\\d{${count}}$`))
export const eMail = textLike('text with an e-mail address', /^[^@\s]+@[^@\s]+\.[^@\s]+$/)
export const phoneNumber = textLike('text with a phone number', /^\+?\d{6,15}$/)

/** A number of naira that is a whole number of millionths, but for the noise of a double. */
export const naira = new Matcher('number of naira', (value) => typeof value === 'number' && value >= 0)

/** Moments that a target may name for something that happened between two others, in milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

const DAY_MS = 86_400_000
const LAGOS_MS = 3_600_000

/** `2025-03-10T09:14:16.000000Z`: UTC in whole seconds, with six zeros. */
export function utcDate(span: Span): Matcher {
  return new Matcher(
    `text with a UTC date like ${isoSeconds(span.to)}.000000Z, within ${inWords(span)}`,
    (value) => {
      const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.000000Z$/.exec(asText(value))
      return match?.[1] !== undefined && holds(span, Date.parse(`${match[1]}Z`))
    },
  )
}

/** `2022-04-04 10:08:47.000000`: Lagos time in whole seconds, with six zeros. */
export function lagosDate(span: Span): Matcher {
  return new Matcher(`text with a date in Lagos, within ${inWords(span)}`, (value) => {
    const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\.000000$/.exec(asText(value))
    return match !== null && holds(span, Date.parse(`${match[1]}T${match[2]}Z`) - LAGOS_MS)
  })
}

/** 26 digits, of which the first ten are Unix seconds. */
export function transactionId(span: Span): Matcher {
  return new Matcher(`text of 26 digits, the first ten a second of ${inWords(span)}`, (value) => {
    const match = /^(\d{10})\d{16}$/.exec(asText(value))
    return match !== null && holds(span, Number(match[1]) * 1000)
  })
}

/** The day in Lagos, its hour and its minute: what a request id begins with. */
export function lagosMinute(at: number): string {
  return isoSeconds(at + LAGOS_MS)
    .replace(/\D/g, '')
    .slice(0, 12)
}

/** The day before, at the same time. */
export function dayBefore(at: number): number {
  return at - DAY_MS
}

function holds({ from, to }: Span, moment: number): boolean {
  return moment >= Math.floor(from / 1000) * 1000 && moment <= to
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isoSeconds(at: number): string {
  return new Date(at).toISOString().slice(0, 19)
}

function inWords({ from, to }: Span): string {
  return from === to ? isoSeconds(from) : `${isoSeconds(from)} to ${isoSeconds(to)}`
}

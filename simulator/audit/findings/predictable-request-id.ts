import type { Millis } from '../../engine/time.ts'
import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import type { Dated } from '../request-ids.ts'

/** So few characters behind what is known anyway are soon tried out. */
const FEWEST_RANDOM = 4

/** Request ids that can be guessed, if half of all can be: now and then chance looks like order. */
export function predictableRequestId({ dated }: Dossier): Found[] {
  const counted = countingUp(dated)
  const guessed = dated.filter((id) => counted.has(id) || isGuessable(id))
  if (guessed.length === 0 || guessed.length * 2 < dated.length) return []
  return [
    {
      name: 'predictable-request-id',
      detail: `${guessed.length} of ${dated.length} request ids have nothing behind the twelve digits that could not be guessed: a counter, the time, the recipient, or fewer than ${FEWEST_RANDOM} characters.`,
      requestIds: guessed.map(({ requestId }) => requestId),
      entries: guessed.map(({ entry }) => entry),
    },
  ]
}

function isGuessable(id: Dated): boolean {
  const { suffix } = id
  const { serviceID, recipient, amount } = id.entry.order ?? {}
  if (suffix === amount) return true
  const texts = recipient != null && suffix.includes(recipient) ? [recipient, serviceID, amount] : []
  const rest = texts.reduce<string>((left, text) => (text == null ? left : left.replace(text, '')), suffix)
  return [rest, withoutSeconds(rest, id), withoutEpoch(rest, id)].some(
    (left) => left.replace(/[^\p{L}\p{N}]/gu, '').length < FEWEST_RANDOM,
  )
}

const SECOND_MS = 1000
const DAY_MS = 86_400_000

/** Without the seconds at which it was sent, where it begins with them. */
function withoutSeconds(suffix: string, { moments }: Dated): string {
  const seconds = /^[0-5]\d/.exec(suffix)?.[0]
  if (seconds === undefined) return suffix
  const isNow = moments.some((moment) =>
    [0, -1, -2].some((late) => secondsOf(moment + late * SECOND_MS) === Number(seconds)),
  )
  return isNow ? suffix.slice(2) : suffix
}

function secondsOf(moment: Millis): number {
  return Math.floor(moment / SECOND_MS) % 60
}

/** Without a Unix time of that day, in seconds or milliseconds. */
function withoutEpoch(suffix: string, { moments }: Dated): string {
  return suffix.replace(/(?<!\d)(?:\d{13}|\d{10})(?!\d)/, (digits) => {
    const time = digits.length === 13 ? Number(digits) : Number(digits) * SECOND_MS
    return moments.some((moment) => Math.abs(moment - time) < DAY_MS) ? '' : digits
  })
}

/** A prefix longer than this is drawn anew for each id, or the number behind it says little. */
const LONGEST_PREFIX = 10
const LARGEST_STEP = 10

/** The ids that differ from the one before, or behind, by a small step of a number at their end. */
function countingUp(dated: readonly Dated[]): Set<Dated> {
  const counted = new Set<Dated>()
  for (const [index, later] of dated.entries()) {
    const earlier = dated[index - 1]
    if (earlier !== undefined && isStep(earlier.suffix, later.suffix)) counted.add(earlier).add(later)
  }
  return counted
}

function isStep(earlier: string, later: string): boolean {
  const [from, to] = [endingOf(earlier), endingOf(later)]
  if (from === null || to === null || from.prefix !== to.prefix) return false
  const step = to.number - from.number
  return step > 0 && step <= LARGEST_STEP
}

function endingOf(suffix: string): { readonly prefix: string; readonly number: number } | null {
  const parts = /^(\D*|.*?\D)(\d{1,15})$/s.exec(suffix)
  const [, prefix = '', digits] = parts ?? []
  return digits === undefined || prefix.length > LONGEST_PREFIX ? null : { prefix, number: Number(digits) }
}

import type { VtpassAnswer, VtpassTarget } from '../targets/target.ts'
import { isRecord } from './compare.ts'

/** A target whose answers go through somebody's hands: those of every account that it opens too. */
export function targetWithAnswers(
  target: VtpassTarget,
  change: (answer: VtpassAnswer) => VtpassAnswer,
): VtpassTarget {
  const { 'fresh-account': fresh, 'account-settings': open, ...abilities } = target.abilities
  return {
    ...target,
    ask: async (request) => change(await target.ask(request)),
    abilities: {
      ...abilities,
      ...(fresh !== undefined && { 'fresh-account': async () => targetWithAnswers(await fresh(), change) }),
      ...(open !== undefined && {
        'account-settings': async (setup) => targetWithAnswers(await open(setup), change),
      }),
    },
  }
}

/** The ways in which one place of an answer can be wrong. */
export const changes = ['type', 'value', 'missing', 'extra', 'order'] as const
export type Change = (typeof changes)[number]

interface Place {
  readonly path: string
  readonly apply: (change: Change) => boolean
}

/** Every place of an answer, and what can be done to it there: whether it was is what `apply` says. */
export function placesOf(body: unknown): Place[] {
  if (Array.isArray(body)) return body.flatMap((inner, index) => under(`[${index}]`, placesOf(inner)))
  if (!isRecord(body)) return []
  return Object.entries(body).flatMap(([key, value]) => [
    { path: key, apply: (change: Change) => changers[change](body, key) },
    ...under(key, placesOf(value)),
  ])
}

function under(head: string, places: readonly Place[]): Place[] {
  return places.map(({ path, apply }) => ({ path: `${head}.${path}`, apply }))
}

const changers: Record<Change, (record: Record<string, unknown>, key: string) => boolean> = {
  type: (record, key) => {
    const value = record[key]
    if (typeof value === 'number') record[key] = String(value)
    else if (value === null) record[key] = ''
    else if (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) record[key] = Number(value)
    else record[key] = null
    return true
  },
  value: (record, key) => {
    const value = record[key]
    if (typeof value === 'number') record[key] = value + 0.000001
    else if (typeof value === 'string') record[key] = changedText(value)
    else if (Array.isArray(value)) record[key] = [...value, null]
    else return false
    return true
  },
  missing: (record, key) => delete record[key],
  extra: (record, key) => {
    record[`${key}_`] = record[key]
    return true
  },
  order: (record, key) => {
    if (Object.keys(record).at(-1) === key) return false
    const value = record[key]
    delete record[key]
    record[key] = value
    return true
  },
}

/**
 * The last character is another: a date keeps its form, and so does a number. Of a transactionId it is the first, since the rest is
 * whatever VTpass makes up.
 */
function changedText(text: string): string {
  if (text === '') return ' '
  if (/^\d{26}$/.test(text)) return `${(Number(text[0]) + 1) % 10}${text.slice(1)}`
  const last = text.at(-1) ?? ''
  if (/\d{6}Z$/.test(text)) return text.replace(/\d(?=\.\d{6}Z$)/, (digit) => `${(Number(digit) + 1) % 10}`)
  return `${text.slice(0, -1)}${/\d/.test(last) ? (Number(last) + 1) % 10 : `${last}x`}`
}

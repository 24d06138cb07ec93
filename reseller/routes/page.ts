import type { Asked } from './backend.ts'
import { bad } from './fields.ts'

const MOST = 200
const USUAL = 50

/** How many of a list to answer. @throws Refusal 400 */
export function limitOf({ req }: Asked): number {
  const text = req.query('limit')
  if (text === undefined) return USUAL
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > MOST) throw bad(`limit must be a whole number from 1 to ${MOST}`)
  return limit
}

/** A cursor that is the number of the last line that was read; null for the first page. @throws Refusal 400 */
export function numberCursorOf({ req }: Asked): number | null {
  const text = req.query('cursor')
  if (text === undefined) return null
  if (!/^[1-9]\d{0,14}$/.test(text)) throw bad('cursor must be the next of the page before')
  return Number(text)
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Null on the last page. */
  readonly next: string | null
}

/** A page out of one more than it holds: the one too many says that there is a next. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  render: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return { items: shown.map(render), next: hasMore ? cursorOf(last) : null }
}

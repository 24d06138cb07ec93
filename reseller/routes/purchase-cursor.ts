import type { Purchase } from '../storage/purchase.ts'
import type { Asked } from './backend.ts'
import { bad } from './fields.ts'

type Place = Pick<Purchase, 'openedAt' | 'id'>

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const PLACE = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z) (${UUID})$`)
const ID = new RegExp(`^${UUID}$`)

/** Where in a list a purchase stands. */
export function purchaseCursor({ openedAt, id }: Place): string {
  return Buffer.from(`${openedAt.toISOString()} ${id}`).toString('base64url')
}

/** The last purchase of the page before; null for the first page. @throws Refusal 400 */
export function purchaseCursorOf({ req }: Asked): Place | null {
  const cursor = req.query('cursor')
  if (cursor === undefined) return null
  const [, moment = '', id = ''] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  const openedAt = new Date(moment)
  if (id === '' || Number.isNaN(openedAt.getTime())) throw bad('cursor must be the next of the page before')
  return { openedAt, id }
}

/** The id of a purchase in a path; null for what no purchase has. */
export function purchaseIdOf({ req }: Asked): string | null {
  const id = req.param('id') ?? ''
  return ID.test(id) ? id : null
}

/** One kind of request, sent over and over. */
export interface Load {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Empty on a GET. `FRESH` in it becomes a request id that was never used. */
  readonly body: string
  /** The least throughput, as a share of the plain server's. */
  readonly target: number
}

/** Stands in a body for a request id that was never used. */
export const FRESH = '{fresh}'

const json = { 'api-key': 'sim-api-key', 'content-type': 'application/json' }
const reading = { ...json, 'public-key': 'PK_sim_public_key' }
const writing = { ...json, 'secret-key': 'SK_sim_secret_key' }

/** A request id as VTpass wants it: the date, hour and minute in Lagos (UTC+1) first. */
export function requestId(rest: string | number): string {
  const lagos = new Date(Date.now() + 3_600_000).toISOString()
  return `${lagos.slice(0, 16).replace(/\D/g, '')}${rest}`
}

/** The purchase that is on record before the load begins. */
const onRecord = requestId('onrecord')

export const variations: Load = {
  name: 'GET /api/service-variations (glo-data)',
  method: 'GET',
  path: '/api/service-variations?serviceID=glo-data',
  headers: reading,
  body: '',
  target: 0.9,
}

export const pay: Load = {
  name: 'POST /api/pay (MTN airtime)',
  method: 'POST',
  path: '/api/pay',
  headers: writing,
  body: JSON.stringify({ request_id: FRESH, serviceID: 'mtn', amount: 20, phone: '08011111111' }),
  target: 0.6,
}

export const requery: Load = {
  name: 'POST /api/requery',
  method: 'POST',
  path: '/api/requery',
  headers: writing,
  body: JSON.stringify({ request_id: onRecord }),
  target: 0.6,
}

/** What has to happen before `requery` finds something. */
export const payOnRecord: Load = { ...pay, body: pay.body.replace(FRESH, onRecord) }

/** Whether a body is what VTpass answers when all is well; a list of variations says so in another field. */
export function isGood(body: string): boolean {
  const { code, response_description } = JSON.parse(body) as Record<string, unknown>
  return (code ?? response_description) === '000'
}

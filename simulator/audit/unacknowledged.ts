import type { Found } from './found.ts'
import type { Schemas } from './schemas.ts'

type Delivery = Schemas['Delivery']

/** The deliveries that were attempted and that nobody acknowledged. */
export function unacknowledged(webhooks: readonly Delivery[]): Delivery[] {
  return webhooks.filter(
    ({ attempts }) =>
      attempts.length > 0 &&
      attempts.every(({ isAcknowledged, error }) => !isAcknowledged && !wasNotSent(error)),
  )
}

/** The simulator itself refused to send it: nobody could have answered. */
function wasNotSent(error: string | null): boolean {
  return error?.includes('--allow-public-callbacks') === true
}

/** Whether the last attempt was answered with success, so that the body alone was wrong. */
export function wasAnswered({ attempts }: Delivery): boolean {
  const status = attempts.at(-1)?.status ?? null
  return status !== null && status >= 200 && status < 300
}

/** One finding for all deliveries that show the same; none where there are none. */
export function foundIn(
  webhooks: readonly Delivery[],
  name: Found['name'],
  inWords: (webhooks: string) => string,
): Found[] {
  const last = webhooks[0]?.attempts.at(-1)
  if (last === undefined) return []
  const status = last.status === null ? '' : `HTTP ${last.status}, `
  const count = `${webhooks.length} ${webhooks.length === 1 ? 'webhook' : 'webhooks'}`
  return [
    {
      name,
      detail: `${inWords(count)} The first was sent to ${last.url}: ${status}${last.error ?? 'no acknowledgement'}.`,
      requestIds: webhooks.flatMap(({ requestId }) => requestId ?? []),
      entries: [],
      webhooks,
    },
  ]
}

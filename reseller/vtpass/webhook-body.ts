import { asObject, asText } from './json.ts'

/** What a webhook gives us reason to look at. VTpass signs nothing: it may be anybody's, and nothing but the id is used. */
export type Hint =
  | { readonly kind: 'transaction-update'; readonly requestId: string }
  | { readonly kind: 'variations-update'; readonly serviceID: string }

/** VTpass's page "Callback API Integration"; null for whatever is not one of its two. */
export function readWebhook(body: unknown): Hint | null {
  const object = asObject(body)
  if (object === null) return null
  if (object.type === 'variations-update') {
    const serviceID = nameIn(object.serviceID)
    return serviceID === null ? null : { kind: 'variations-update', serviceID }
  }
  // Seen: the transaction without its wrapping, and then without a type.
  if (object.type !== 'transaction-update' && object.type !== undefined) return null
  const data = asObject(object.data)
  const places = [data?.requestId, data?.request_id, object.requestId, object.request_id]
  const requestId = places.map(nameIn).find((name) => name !== null)
  return requestId === undefined ? null : { kind: 'transaction-update', requestId }
}

/** Ids of ours and of VTpass's are short and plain; another is nobody's. */
function nameIn(value: unknown): string | null {
  const text = asText(value)
  return text !== null && /^[\w.-]{1,128}$/.test(text) ? text : null
}

import type { Call } from './call.ts'
import { allOf } from './pages.ts'
import type { Delivery, DeliveryFilter } from './types.ts'

/** What was sent to the account's callback URL. */
export interface WebhookControl {
  /** Oldest first. */
  list(filter?: DeliveryFilter): Promise<Delivery[]>
  get(id: string): Promise<Delivery>
  /** Sends it once more, now, and answers when the attempt has been made. */
  redeliver(id: string): Promise<Delivery>
}

export function webhooksOf(call: Call): WebhookControl {
  return {
    list: (filter) => allOf((page) => call('get', '/webhooks', { query: { ...filter, ...page } })),
    get: (webhookId) => call('get', '/webhooks/{webhookId}', { path: { webhookId } }),
    redeliver: (webhookId) => call('post', '/webhooks/{webhookId}/redeliver', { path: { webhookId } }),
  }
}

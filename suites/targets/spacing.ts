import type { VtpassRequest } from './target.ts'

/** Documented: the same service to the same recipient within 30 s is a likely duplicate. */
const SAME_SERVICE_MS = 31_000
/** Seen: any service to the same recipient within 15 s. */
const ANY_SERVICE_MS = 16_000

/** Tells how long a purchase must wait so that it is no likely duplicate of an earlier one. */
export class Spacing {
  readonly #last = new Map<string, { service: string; at: number }[]>()

  /** In milliseconds; 0 for what is no purchase, and for what is to be refused as a duplicate. */
  waitFor(request: VtpassRequest, now: number): number {
    const purchase = purchaseOf(request)
    if (purchase === null || request.atOnce === true) return 0
    const waits = purchase.recipients.flatMap((recipient) =>
      (this.#last.get(recipient) ?? []).map(({ service, at }) => {
        const windowMs = service === purchase.service ? SAME_SERVICE_MS : ANY_SERVICE_MS
        return at + windowMs - now
      }),
    )
    return Math.max(0, ...waits)
  }

  /** Remembers a purchase that has been asked for. */
  note(request: VtpassRequest, now: number): void {
    const purchase = purchaseOf(request)
    if (purchase === null) return
    const { service, recipients } = purchase
    for (const recipient of recipients) {
      const earlier = this.#last.get(recipient)?.filter((each) => each.service !== service) ?? []
      this.#last.set(recipient, [...earlier, { service, at: now }])
    }
  }
}

function purchaseOf({
  path,
  fields,
  raw,
}: VtpassRequest): { readonly service: string; readonly recipients: readonly string[] } | null {
  if (path !== '/pay') return null
  const sent = fields ?? Object.fromEntries(new URLSearchParams(raw?.text))
  const numbers = [sent.billersCode, sent.phone].filter((number) => typeof number === 'string')
  return { service: String(sent.serviceID), recipients: [...new Set(numbers)] }
}

import type { Shop } from './shop.ts'
import type { UpstreamGuard } from './upstream-guard.ts'

/** The same VTpass, with the guard told what comes of each purchase. */
export function guardedVtpass(vtpass: Shop['vtpass'], guard: UpstreamGuard, now: () => Date): Shop['vtpass'] {
  return {
    requery: vtpass.requery,
    async pay(fields, purchase) {
      const heard = await vtpass.pay(fields, purchase)
      guard.heardOfPay(heard, fields.request_id, now())
      return heard
    },
  }
}

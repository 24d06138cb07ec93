import type { CustomerKind } from '../../reseller/storage/funding.ts'

/** What the parent of a reference tells it. */
export type Order = { readonly id: number } & (
  | { readonly does: 'advance'; readonly ms: number }
  | { readonly does: 'now' }
  | { readonly does: 'tick' }
  | {
      readonly does: 'create'
      readonly customer: { readonly id: string; readonly kind: CustomerKind; readonly phone: string }
    }
)

/** What it answers; the first one, of id 0, says where it listens. */
export interface Reply {
  readonly id: number
  readonly error: string | null
  readonly now: number
  readonly url?: string
}

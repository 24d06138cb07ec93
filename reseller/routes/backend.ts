import type { Context } from 'hono'
import type { Post } from '../notices/post.ts'
import type { Prices } from '../purchases/quote-data.ts'
import type { Shop } from '../purchases/shop.ts'
import type { UpstreamGuard } from '../purchases/upstream-guard.ts'
import type { Catalogue } from '../vtpass/catalogue.ts'
import type { Vtpass } from '../vtpass/vtpass.ts'
import type { Customers } from './customers.ts'
import type { Limit } from './limit.ts'

/** All that the routes take from outside. */
export interface Backend {
  readonly shop: Shop
  readonly catalogue: Catalogue
  readonly customers: Customers
  readonly vtpass: Pick<Vtpass, 'verify' | 'balance'>
  /** What keeps new purchases away from a VTpass that is down, or has too little of our money. */
  readonly guard: UpstreamGuard
  readonly settings: BackendSettings
  readonly webhooks: WebhookMeans
  readonly limits: { readonly perUser: Limit; readonly perIp: Limit }
  /** From then on a balancer must send nobody here. */
  isStopping(): boolean
  /** Told of what should not have happened; the caller learns nothing of it. */
  report(error: unknown, where: string): void
}

/** What customers' own webhooks take from outside. */
interface WebhookMeans {
  readonly post: Post
  newSecret(): string
  /** Whether one may be on a machine that only we can reach. */
  readonly allowsPrivate: boolean
}

export interface BackendSettings {
  readonly jwtSecret: Uint8Array
  readonly prices: Prices
  readonly allowsTestNumbers: boolean
  readonly trustedProxies: number
}

/** `remoteAddress` is who holds the other end of the connection. */
export interface Env {
  readonly Bindings: { readonly remoteAddress?: string | undefined }
}

export type Asked = Context<Env>

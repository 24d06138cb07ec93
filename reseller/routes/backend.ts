import type { Context } from 'hono'
import type { Prices } from '../purchases/quote-data.ts'
import type { Shop } from '../purchases/shop.ts'
import type { Catalogue } from '../vtpass/catalogue.ts'
import type { Limit } from './limit.ts'

/** All that the routes take from outside. */
export interface Backend {
  readonly shop: Shop
  readonly catalogue: Catalogue
  readonly settings: BackendSettings
  readonly limits: { readonly perUser: Limit; readonly perIp: Limit }
  /** From then on a balancer must send nobody here. */
  isStopping(): boolean
  /** Told of what should not have happened; the caller learns nothing of it. */
  report(error: unknown, where: string): void
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

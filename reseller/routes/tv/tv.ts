import type { Hono } from 'hono'
import { TV, tvServices } from '../../purchases/tv-products.ts'
import type { Backend, Env } from '../backend.ts'
import type { LookSparingly } from '../look-sparingly.ts'
import { addQuery } from '../query.ts'
import { addSoldServices } from '../sold-services.ts'
import { addTvPurchase } from './purchase.ts'
import { addTvVariationCodes } from './variation-codes.ts'
import { addTvVerify } from './verify.ts'

/** TV: a bouquet, or the renewal of the one that a smartcard has, without markup. */
export function addTv(app: Hono<Env>, backend: Backend, look: LookSparingly): void {
  addSoldServices(app, backend, '/api/v1/vtpass/tv/service-ids', { category: TV, services: tvServices })
  addTvVariationCodes(app, backend)
  addTvVerify(app, backend)
  addTvPurchase(app, backend)
  addQuery(app, backend, look, 'tv')
}

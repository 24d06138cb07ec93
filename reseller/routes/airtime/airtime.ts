import type { Hono } from 'hono'
import { AIRTIME, networks } from '../../purchases/airtime-products.ts'
import type { Backend, Env } from '../backend.ts'
import type { LookSparingly } from '../look-sparingly.ts'
import { addQuery } from '../query.ts'
import { addSoldServices } from '../sold-services.ts'
import { addAirtimePurchase } from './purchase.ts'

/** Airtime: of any amount that the network takes, without markup. */
export function addAirtime(app: Hono<Env>, backend: Backend, look: LookSparingly): void {
  const sold = { category: AIRTIME, services: networks }
  addSoldServices(app, backend, '/api/v1/vtpass/airtime/service-ids', sold)
  addAirtimePurchase(app, backend)
  addQuery(app, backend, look, 'airtime')
}

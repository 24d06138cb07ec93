import type { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Simulation } from '../simulation.ts'
import { balance } from './balance.ts'
import { serviceCategories, services, serviceVariations } from './catalogue.ts'
import { type Bindings, get, post } from './exchange.ts'
import { merchantVerify } from './merchant-verify.ts'
import { pay } from './pay.ts'
import { requery } from './requery.ts'

/** The routes that VTpass documents, under /api. */
export function addVtpassApi(app: Hono<Bindings>, simulation: Simulation): void {
  app.get('/api/service-categories', get(simulation, 'service-categories', serviceCategories))
  app.get('/api/services', get(simulation, 'services', services))
  app.get('/api/service-variations', get(simulation, 'service-variations', serviceVariations, 'nothing'))
  app.get('/api/balance', get(simulation, 'balance', balance))
  app.post('/api/pay', post(simulation, 'pay', pay))
  app.post('/api/requery', post(simulation, 'requery', requery))
  app.post('/api/merchant-verify', post(simulation, 'merchant-verify', merchantVerify('merchant-verify')))
  for (const path of verificationPaths(simulation)) {
    app.post(`/api/${path}`, post(simulation, 'merchant-verify', merchantVerify(path)))
  }
  app.options('/api/*', cors())
}

/** Some products are verified at a route of their own (merchant-verify/smile/email). */
function verificationPaths({ catalogue }: Simulation): Set<string> {
  const paths = [...catalogue.products.values()].flatMap((product) => product.file.verification?.paths ?? [])
  return new Set(paths.filter((path) => path !== 'merchant-verify'))
}

import type { Simulation } from '../simulation.ts'
import { balance } from './balance.ts'
import { serviceCategories, services, serviceVariations } from './catalogue.ts'
import { get, type Handler, post } from './exchange.ts'
import { merchantVerify } from './merchant-verify.ts'
import { pay } from './pay.ts'
import { requery } from './requery.ts'

/** What answers a method at a path. */
export type VtpassRoutes = ReadonlyMap<string, ReadonlyMap<string, Handler>>

/** The routes that VTpass documents, under /api: by path, then by method. */
export function vtpassRoutes(simulation: Simulation): VtpassRoutes {
  const reading = (handler: Handler) => new Map([['GET', handler]])
  const writing = (handler: Handler) => new Map([['POST', handler]])
  const verification = (path: string) =>
    [`/api/${path}`, writing(post(simulation, 'merchant-verify', merchantVerify(path)))] as const
  return new Map([
    ['/api/service-categories', reading(get(simulation, 'service-categories', serviceCategories))],
    ['/api/services', reading(get(simulation, 'services', services))],
    ['/api/service-variations', reading(get(simulation, 'service-variations', serviceVariations, 'nothing'))],
    ['/api/balance', reading(get(simulation, 'balance', balance))],
    ['/api/pay', writing(post(simulation, 'pay', pay))],
    ['/api/requery', writing(post(simulation, 'requery', requery))],
    verification('merchant-verify'),
    ...[...verificationPaths(simulation)].map(verification),
  ])
}

/** Some products are verified at a route of their own (merchant-verify/smile/email). */
function verificationPaths({ catalogue }: Simulation): Set<string> {
  const paths = [...catalogue.products.values()].flatMap((product) => product.file.verification?.paths ?? [])
  return new Set(paths.filter((path) => path !== 'merchant-verify'))
}

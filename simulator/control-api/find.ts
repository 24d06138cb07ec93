import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Product } from '../catalogue/product.ts'
import type { LiveWorld } from '../live-world.ts'
import type { Simulation } from '../simulation.ts'
import { refuse } from './problem.ts'

/** The account of this id. @throws Refused */
export function find({ accounts }: Simulation, id: string): LiveWorld {
  const live = accounts.byId(id)
  if (live !== undefined) return live
  throw refuse(404, `there is no account "${id}"; GET /_simulator/accounts lists those that there are`)
}

/** The product of this serviceID. @throws Refused */
export function findProduct({ products }: Catalogue, serviceID: string): Product {
  const product = products.get(serviceID)
  if (product !== undefined) return product
  throw refuse(404, noSuchProduct(products, serviceID))
}

/** @throws Refused, where one of these does not exist */
export function checkProductNames(
  serviceIDs: readonly string[] | null | undefined,
  { products }: Catalogue,
): void {
  const unknown = serviceIDs?.find((serviceID) => !products.has(serviceID))
  if (unknown !== undefined) throw refuse(400, noSuchProduct(products, unknown))
}

function noSuchProduct(products: ReadonlyMap<string, unknown>, serviceID: string): string {
  return `there is no product "${serviceID}"; there are ${[...products.keys()].join(', ')}`
}

import type { Call } from './call.ts'
import { allOf } from './pages.ts'
import type { Product, ProductChange } from './types.ts'

/** What the account can buy, and whether it can be had. */
export interface ProductControl {
  get(serviceID: string): Promise<Product>
  list(): Promise<Product[]>
  /** Changes the product's state, or replaces its variations. */
  change(serviceID: string, change: ProductChange): Promise<Product>
}

export function productsOf(call: Call): ProductControl {
  return {
    get: (serviceID) => call('get', '/products/{serviceID}', { path: { serviceID } }),
    list: () => allOf((page) => call('get', '/products', { query: page })),
    change: (serviceID, change) =>
      call('patch', '/products/{serviceID}', { path: { serviceID }, body: change }),
  }
}

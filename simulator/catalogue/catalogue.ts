import { type Product, productOf } from './product.ts'
import type { ProductFile } from './product-file.ts'

export interface Category {
  readonly identifier: string
  readonly name: string
}

/** All that can be bought. */
export interface Catalogue {
  readonly categories: readonly Category[]
  readonly products: ReadonlyMap<string, Product>
}

/**
 * Products are listed by their number, which is the order that VTpass's own list of data services has. Of two files
 * with the same serviceID the later one holds.
 */
export function catalogueOf(categories: readonly Category[], files: readonly ProductFile[]): Catalogue {
  const products = new Map<string, Product>()
  for (const file of files) products.set(file.service.serviceID, productOf(file))
  const sorted = [...products.values()].sort((a, b) => a.file.productId - b.file.productId)
  return { categories, products: new Map(sorted.map((product) => [product.serviceID, product])) }
}

/** The products of a category in their order, or null where there is no such category. */
export function productsIn(catalogue: Catalogue, identifier: string): Product[] | null {
  if (!catalogue.categories.some((category) => category.identifier === identifier)) return null
  return [...catalogue.products.values()].filter((product) => product.file.category === identifier)
}

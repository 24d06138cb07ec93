import { airtimeProducts } from './products-airtime.ts'
import { dataProducts } from './products-data.ts'
import { otherProducts } from './products-other.ts'
import type { Sale } from './sale.ts'

/** What VTpass's pages say of a product. */
export interface ProductPage {
  readonly serviceID: string
  /** The title of its page. */
  readonly page: string
  readonly productName: string
  readonly type: string
  readonly rate: string
  /** Only in requery, and only in the format of 2025. */
  readonly productId: number
  readonly format: '2025' | '2022'
  /** The field whose number is the recipient. */
  readonly recipient: 'phone' | 'billersCode'
  /** The number for which the sandbox delivers. */
  readonly delivers: string
  readonly mandatory: readonly string[]
  /** The first is the sample of its page. */
  readonly sales: readonly [Sale, ...Sale[]]
  /** Whether it stands for others of its kind where each would take minutes. */
  readonly standsForOthers: boolean
}

export const products: readonly ProductPage[] = [...airtimeProducts, ...dataProducts, ...otherProducts]

/** @throws RangeError where the suite has no such product. */
export function productPage(serviceID: string): ProductPage {
  const found = products.find((product) => product.serviceID === serviceID)
  if (found === undefined) throw new RangeError(`the suite has no product "${serviceID}"`)
  return found
}

/** The sample of a product's page, to another recipient. */
export function sampleOf({ sales }: ProductPage): Sale {
  return sales[0]
}

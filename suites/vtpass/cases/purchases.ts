import type { VtpassCase } from '../case.ts'
import { type ProductPage, products } from '../products.ts'
import { buyAndRequery, expectCharge } from '../purchase.ts'
import { priceOf, type Sale } from '../sale.ts'

const group = 'purchase'
const chargeRow = 'wallet · A purchase takes total_amount; what failed takes nothing.'

/** Every sale is bought, asked for again, and found in the wallet. */
export const purchaseCases: readonly VtpassCase[] = products.flatMap((product) =>
  product.sales.map((sale, index) => ({
    name: `sells-${product.serviceID}-${index + 1}`,
    group,
    title: titleOf(product, sale),
    source: `${product.page}, ${index === 0 ? 'PURCHASE PRODUCT and QUERY TRANSACTION STATUS' : 'PURCHASE PRODUCT'}`,
    row: '000 · pay for a number that succeeds',
    run: (vtpass) => expectCharge(vtpass, sale.total, chargeRow, () => buyAndRequery(vtpass, product, sale)),
  })),
)

function titleOf({ productName }: ProductPage, sale: Sale): string {
  const { variation_code: plan, subscription_type: type, amount } = sale.fields
  const what = [
    productName,
    ...(plan === undefined ? [] : [plan]),
    ...(type === undefined ? [] : [`to ${type}`]),
    ...(amount === undefined ? [] : [`with amount ${JSON.stringify(amount)}`]),
  ].join(' ')
  return `${what} is delivered for ₦${priceOf(sale)}, requery says the same in its own way, and the wallet pays ₦${sale.total}`
}

import type { VtpassCase } from '../case.ts'
import { type Plan, plansOf } from '../catalogue.ts'
import { type ProductPage, products, sampleOf } from '../products.ts'
import { buyAndRequery, expectCharge } from '../purchase.ts'
import type { Sale } from '../sale.ts'

/** Smile's airtime has no price of its own. */
const hasPrice = ({ variation_amount }: Plan) => Number(variation_amount) > 0

/** Each plan of the list is sold: too dear for anybody's money, and too often for one recipient. */
export const planCases: readonly VtpassCase[] = products
  .filter(({ serviceID }) => plansOf(serviceID).length > 0)
  .map((product) => ({
    name: `sells-every-plan-of-${product.serviceID}`,
    group: 'purchase',
    title: `Every plan of ${product.productName} is sold at the price in its list, less the commission`,
    source: `${product.page}, GET VARIATION CODES and PURCHASE PRODUCT`,
    row: 'amount · In pay, prices are texts: as the client sent them when they equal the price, else as the plan says.',
    account: { wallet: 100_000_000, duplicateWindow: 0 },
    run: async (vtpass) => {
      const sales = salesOf(product)
      const total = sales.reduce((sum, sale) => sum + sale.total, 0)
      await expectCharge(
        vtpass,
        total,
        'wallet · A purchase takes total_amount; what failed takes nothing.',
        async () => {
          for (const sale of sales) await buyAndRequery(vtpass, product, sale)
        },
      )
    },
  }))

function salesOf(product: ProductPage): Sale[] {
  const plans = plansOf(product.serviceID).filter(hasPrice)
  return plans.map((plan, index) => {
    const isDoubled = plans.findIndex((each) => each.variation_code === plan.variation_code) < index
    return saleOf(product, plan, isDoubled)
  })
}

/** A doubled code means the first of its plans, unless the price of another is sent. */
function saleOf(product: ProductPage, { variation_code, variation_amount }: Plan, isDoubled: boolean): Sale {
  const { amount: _ofTheSample, ...fields } = sampleOf(product).fields
  const price = Number(variation_amount)
  const kobo = Math.round(price * 100)
  const rate = Math.round(Number(product.rate) * 100)
  // A kobo times a hundredth of a percent is a millionth of a naira: all of it is counted in whole ones.
  const millionths = kobo * rate
  return {
    fields: { ...fields, variation_code, ...(isDoubled && { amount: variation_amount }) },
    unitPrice: product.format === '2022' ? price : String(variation_amount),
    commission: price * (Number(product.rate) / 100),
    total: (kobo * 10_000 - millionths) / 1e6,
    roundedCommission: Math.floor((millionths + 500_000) / 1e6),
  }
}

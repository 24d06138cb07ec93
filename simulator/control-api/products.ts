import { readAmount } from '../catalogue/money.ts'
import { type Product, productOf } from '../catalogue/product.ts'
import type { ProductFile } from '../catalogue/product-file.ts'
import type { World } from '../engine/world.ts'
import { variationsUpdate } from '../webhooks/bodies.ts'
import type { AnswerOf, BodyOf } from './contract.ts'
import { findProduct } from './find.ts'
import { type Operation, ok, pageOf } from './operation.ts'
import { refuse } from './problem.ts'

type Variations = NonNullable<BodyOf<'changeProduct'>['variations']>

export const listProducts: Operation<'listProducts'> = ({ live, query }) => {
  const products = [...live.world.catalogue.products.values()]
  return ok<'listProducts'>(pageOf(products, query, (product) => describeProduct(product, live.world)))
}

export const getProduct: Operation<'getProduct'> = ({ live, param }) => {
  const product = findProduct(live.world.catalogue, param('serviceID'))
  return ok<'getProduct'>(describeProduct(product, live.world))
}

export const changeProduct: Operation<'changeProduct'> = async ({ live, param, body }) => {
  const serviceID = param('serviceID')
  const before = findProduct(live.world.catalogue, serviceID)
  const { state, variations } = body
  const after = variations === undefined ? null : productOf(replaceVariations(before.file, variations))
  if (state !== undefined) live.note({ type: 'product-state-set', serviceID, state })
  if (after !== null) {
    live.note({ type: 'product-replaced', product: after })
    live.deliveries.add({
      type: 'variations-update',
      requestId: null,
      serviceID,
      body: variationsUpdate(before, after, live.time.now()),
    })
    await live.time.rest()
  }
  return ok<'changeProduct'>(describeProduct(findProduct(live.world.catalogue, serviceID), live.world))
}

/** @throws Refused */
function replaceVariations(file: ProductFile, list: Variations): ProductFile {
  const { variations, service, subscriptionTypes = {} } = file
  if (variations === undefined)
    throw refuse(409, `${service.serviceID} has no variations: its price is the amount`)
  for (const [index, { variation_amount: amount }] of list.entries()) {
    if (readAmount(String(amount)) !== null) continue
    throw refuse(
      400,
      `variations.${index}.variation_amount is ${amount}; it must be naira with at most two decimals`,
    )
  }
  const codes = new Set(list.map((variation) => variation.variation_code))
  for (const [type, { variation_code: code }] of Object.entries(subscriptionTypes)) {
    if (code === undefined || codes.has(code)) continue
    throw refuse(409, `variations lack "${code}", whose price holds where subscription_type is ${type}`)
  }
  return { ...file, variations: { ...variations, list } }
}

function describeProduct({ serviceID, file }: Product, { productStates }: World): AnswerOf<'getProduct'> {
  return {
    serviceID,
    name: file.service.name,
    category: file.category,
    state: productStates.get(serviceID) ?? 'active',
    variations: [...(file.variations?.list ?? [])],
  }
}

import { expect, it } from 'vitest'
import { worldOf } from '../../test/world.ts'
import { factsOf, type ProductFacts } from './product-facts.ts'

function facts(serviceID: string): ProductFacts {
  const product = worldOf().catalogue.products.get(serviceID)
  if (product === undefined) throw new Error(`there is no ${serviceID}`)
  return factsOf(product)
}

it('airtime has no verification and nothing to renew', () => {
  expect(facts('mtn')).toMatchObject({ hasVerification: false, renewalPrice: null, openPlans: [] })
})

it('GOTV is verified, and renewed at the price of its bouquet', () => {
  expect(facts('gotv')).toMatchObject({ hasVerification: true, renewalPrice: 410 })
})

it('test numbers that stand for a fate cannot be verified, and the one that succeeds can', () => {
  expect(facts('gotv').unverifiable).toEqual(['201000000000', '500000000000', '400000000000', '300000000000'])
})

it('the plan of Smile whose price is the amount sent is open', () => {
  expect(facts('smile-direct').openPlans).toEqual(['airtime'])
})

import { nothing, toNaira } from '../catalogue/money.ts'
import type { Product } from '../catalogue/product.ts'

/** What an auditor needs to know of a product. */
export interface ProductFacts {
  readonly serviceID: string
  /** Whether its recipient can be verified before it is bought. */
  readonly hasVerification: boolean
  /** Test numbers that stand for a fate, and that no verification knows: nobody can verify them. */
  readonly unverifiable: readonly string[]
  /** Naira that renewing costs where a verification names no amount; null where there is nothing to renew. */
  readonly renewalPrice: number | null
  /** The plans whose price is the amount sent: another amount is another purchase. */
  readonly openPlans: readonly string[]
}

export function factsOf(product: Product): ProductFacts {
  return {
    serviceID: product.serviceID,
    hasVerification: product.file.verification !== undefined,
    unverifiable: unverifiableOf(product),
    renewalPrice: renewalPriceOf(product),
    openPlans: [...product.variations.values()]
      .flat()
      .flatMap((plan) => (plan.price === nothing ? [plan.code] : [])),
  }
}

function unverifiableOf({ file }: Product): string[] {
  const { delivered: _, ...special } = file.recipient.outcomes
  const known = (file.verification?.known ?? []).flatMap(({ when }) => Object.values(when))
  return Object.values(special)
    .flat()
    .filter((number) => !known.includes(number))
}

function renewalPriceOf({ file, variations }: Product): number | null {
  const code = file.subscriptionTypes?.renew?.variation_code
  const plan = code === undefined ? undefined : variations.get(code)?.[0]
  return plan === undefined ? null : toNaira(plan.price)
}

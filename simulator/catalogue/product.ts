import { type Money, naira } from './money.ts'
import type { ProductFile, Variation } from './product-file.ts'

/** A product as the engine reads it: the file, with its prices as money and its plans by code. */
export interface Product {
  readonly file: ProductFile
  readonly serviceID: string
  readonly minimum: Money | null
  readonly maximum: Money | null
  readonly fee: Money
  /** A code may stand for several plans: doubled codes stay doubled. */
  readonly variations: ReadonlyMap<string, readonly Variation[]>
}

export function productOf(file: ProductFile): Product {
  return {
    file,
    serviceID: file.service.serviceID,
    minimum: limitOf(file.service.minimium_amount),
    maximum: limitOf(file.service.maximum_amount),
    fee: naira(file.fee),
    variations: variationsByCode(file),
  }
}

function limitOf(amount: string | number | null): Money | null {
  const value = Number(amount ?? 0)
  return value === 0 ? null : naira(value)
}

function variationsByCode(file: ProductFile): Map<string, Variation[]> {
  const byCode = new Map<string, Variation[]>()
  for (const entry of file.variations?.list ?? []) {
    const variation: Variation = {
      code: entry.variation_code,
      price: naira(Number(entry.variation_amount)),
      priceText: String(entry.variation_amount),
    }
    const doubled = byCode.get(entry.variation_code)
    if (doubled === undefined) byCode.set(entry.variation_code, [variation])
    else doubled.push(variation)
  }
  return byCode
}

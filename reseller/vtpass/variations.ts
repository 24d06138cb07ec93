import { type Kobo, readNaira } from '../pricing/kobo.ts'
import { asObject, asText, type JsonObject } from './json.ts'

/** A service and its plans. */
export interface Variations {
  readonly serviceID: string
  readonly serviceName: string
  /** As VTpass words it: `0 %`, `N0`. */
  readonly convenienceFee: string
  readonly variations: readonly Variation[]
}

/** A plan, at VTpass's price. */
export interface Variation {
  /** Case counts. */
  readonly variation_code: string
  readonly name: string
  readonly cost: Kobo
  /** As VTpass words it: `Yes`. */
  readonly fixedPrice: string
}

/** Null where it is no list, or one of another service; what is no plan in a list is left out. */
export function readVariations(object: JsonObject, serviceID: string): Variations | null {
  const content = asObject(object.content)
  const listed = listIn(content)
  if (content === null || listed === null || !isNamed(content.serviceID, serviceID)) return null
  const variations = firstOfEachCode(listed)
    .map(readVariation)
    .filter((plan) => plan !== null)
  if (variations.length === 0 && listed.length > 0) return null
  return {
    serviceID,
    serviceName: asText(content.ServiceName) ?? serviceID,
    convenienceFee: asText(content.convinience_fee) ?? '',
    variations,
  }
}

/** VTpass's list of glo-sme-data names GLO-sme-data. */
function isNamed(listed: unknown, serviceID: string): boolean {
  const name = asText(listed)
  return name === null || name.toLowerCase() === serviceID.toLowerCase()
}

/** VTpass misspells the list; some services were seen with one of the two names alone. */
function listIn(content: JsonObject | null): readonly unknown[] | null {
  const lists = [content?.variations, content?.varations].filter((list) => Array.isArray(list))
  return lists.find((list) => list.length > 0) ?? lists[0] ?? null
}

function readVariation(value: unknown): Variation | null {
  const plan = asObject(value)
  const [variation_code, name] = [asText(plan?.variation_code), asText(plan?.name)]
  const cost = readNaira(plan?.variation_amount)
  if (variation_code === null || name === null || cost === null) return null
  return { variation_code, name, cost, fixedPrice: asText(plan?.fixedPrice) ?? 'Yes' }
}

/** A doubled code has two prices at VTpass: the first is sold, or none where that one cannot be read. */
function firstOfEachCode(listed: readonly unknown[]): unknown[] {
  const codes = new Set<unknown>()
  return listed.filter((plan) => {
    const code = asObject(plan)?.variation_code
    return !codes.has(code) && codes.add(code)
  })
}

import { type Kobo, readNaira } from '../pricing/kobo.ts'
import { asObject, asText, type JsonObject } from './json.ts'

/** A service of a category. */
export interface Service {
  readonly serviceID: string
  readonly name: string
  /** Null where VTpass sets none: it was seen to say that with null and with 0. */
  readonly minimumAmount: Kobo | null
  readonly maximumAmount: Kobo | null
  /** As VTpass lists it, in its own spelling. */
  readonly listed: JsonObject
}

/** Null where it is no list; what is no service in a list is left out. */
export function readServices(object: JsonObject): readonly Service[] | null {
  if (!Array.isArray(object.content)) return null
  const services = object.content.map(readService).filter((service) => service !== null)
  return services.length === 0 && object.content.length > 0 ? null : services
}

function readService(value: unknown): Service | null {
  const listed = asObject(value)
  const [serviceID, name] = [asText(listed?.serviceID), asText(listed?.name)]
  if (listed === null || serviceID === null || name === null) return null
  return {
    serviceID,
    name,
    minimumAmount: limit(listed.minimium_amount),
    maximumAmount: limit(listed.maximum_amount),
    listed,
  }
}

function limit(said: unknown): Kobo | null {
  const amount = readNaira(said)
  return amount === 0 ? null : amount
}

import { type Cached, createCache } from './cache.ts'
import { catalogueAnswer } from './catalogue-answer.ts'
import { readServices, type Service } from './services.ts'
import { readVariations, type Variations } from './variations.ts'
import type { Vtpass } from './vtpass.ts'

export interface CatalogueSettings {
  readonly freshForMs?: number
  readonly retryAfterMs?: number
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What VTpass sells, kept for a time; while VTpass is down, what was kept. */
export interface Catalogue {
  variations(serviceID: string): Promise<Cached<Variations>>
  /** The services of a category. */
  services(identifier: string): Promise<Cached<readonly Service[]>>
  /** Whether `variations`, or `services`, gives what is kept, and asks nobody. */
  hasVariations(serviceID: string): boolean
  hasServices(identifier: string): boolean
  /** VTpass says that the plans of a service have changed: whoever asks next has the new ones. */
  refresh(serviceID: string): void
}

const FRESH_FOR_MS = 600_000
const RETRY_AFTER_MS = 15_000

export function createCatalogue(
  vtpass: Pick<Vtpass, 'variations' | 'services'>,
  { freshForMs = FRESH_FOR_MS, retryAfterMs = RETRY_AFTER_MS, now }: CatalogueSettings,
): Catalogue {
  const settings = { freshForMs, retryAfterMs, now }
  const variations = createCache(async (serviceID) => {
    const heard = await vtpass.variations(serviceID)
    return catalogueAnswer(heard, (object) => readVariations(object, serviceID))
  }, settings)
  const services = createCache(
    async (identifier) => catalogueAnswer(await vtpass.services(identifier), readServices),
    settings,
  )
  return {
    variations: variations.get,
    services: services.get,
    hasVariations: variations.has,
    hasServices: services.has,
    refresh: variations.expire,
  }
}

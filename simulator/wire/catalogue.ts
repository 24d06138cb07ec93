import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Product } from '../catalogue/product.ts'
import { type Answer, json } from './answer.ts'
import type { Schemas } from './schemas.ts'

const OK = '000'

export function renderCategories(catalogue: Catalogue): Answer {
  return json<Schemas['ServiceCategories']>(200, {
    response_description: OK,
    content: [...catalogue.categories],
  })
}

export function renderServices(products: readonly Product[]): Answer {
  return json<Schemas['Services']>(200, {
    response_description: OK,
    content: products.map((product) => product.file.service),
  })
}

export function renderVariations(product: Product): Answer {
  const known = rendered.get(product)
  if (known !== undefined) return known
  const answer = json(200, variationsOf(product))
  const kept = { ...answer, bytes: new TextEncoder().encode(answer.body) }
  rendered.set(product, kept)
  return kept
}

/** The plans twice: under `variations`, and under `varations`, as VTpass misspells it. */
export function variationsOf(product: Product): Schemas['ServiceVariations'] {
  const { service, variations } = product.file
  const list = [...(variations?.list ?? [])]
  return {
    response_description: OK,
    content: {
      ServiceName: variations?.ServiceName ?? service.name,
      serviceID: variations?.serviceID ?? service.serviceID,
      convinience_fee: variations?.convinience_fee ?? service.convinience_fee ?? '',
      variations: list,
      varations: list,
    },
  }
}

/** A product never changes, so its list is written once. */
const rendered = new WeakMap<Product, Answer>()

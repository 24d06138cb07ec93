import { productsIn } from '../catalogue/catalogue.ts'
import { renderCategories, renderServices, renderVariations } from '../wire/catalogue.ts'
import { renderCatalogueRefusal } from '../wire/refusal.ts'
import type { Exchange, Reply } from './exchange.ts'
import { answerOnCommand } from './refuse.ts'

/** GET /api/service-categories */
export function serviceCategories(exchange: Exchange): Reply {
  return answerOnCommand(exchange) ?? { answer: renderCategories(exchange.world.catalogue) }
}

/** GET /api/services?identifier= */
export function services(exchange: Exchange): Reply {
  return answerOnCommand(exchange) ?? listServices(exchange)
}

/** GET /api/service-variations?serviceID= */
export function serviceVariations(exchange: Exchange): Reply {
  return answerOnCommand(exchange) ?? listVariations(exchange)
}

function listServices(exchange: Exchange): Reply {
  const { world } = exchange
  const identifier = exchange.query('identifier') ?? ''
  const products = productsIn(world.catalogue, identifier)
  if (products !== null) return { answer: renderServices(products) }
  const known = world.catalogue.categories.map((category) => category.identifier).join(', ')
  const reason = `identifier is "${identifier}"; it must be one of ${known}`
  return { code: '011', answer: renderCatalogueRefusal('Category Does not Exist', reason) }
}

function listVariations(exchange: Exchange): Reply {
  const { world } = exchange
  const serviceID = exchange.query('serviceID') ?? ''
  const product = world.catalogue.products.get(serviceID)
  if (product !== undefined) return { answer: renderVariations(product) }
  const reason = `there is no product "${serviceID}"; /api/services?identifier=data lists those of a category`
  return { code: '011', answer: renderCatalogueRefusal('Service is Not Valid', reason) }
}

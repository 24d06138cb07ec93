import type { VtpassCase } from '../case.ts'
import { categories, servicesOf, variationsOf } from '../catalogue.ts'
import { products } from '../products.ts'
import { catalogueRefusal } from '../refusals.ts'

const group = 'catalogue'
const unknownRow = '011 · list a category or a product that does not exist; its `errors` is a text'

const listsCategories: VtpassCase = {
  name: 'lists-categories',
  group,
  title: 'The categories are listed, and response_description holds the code',
  source: 'seen: behaviour of GET service-categories; Get service categories',
  row: '/service-categories · List the categories',
  run: async (vtpass) => {
    const body = { response_description: '000', content: categories }
    vtpass.expect(await vtpass.get('/service-categories'), { body })
  },
}

const listsServices: readonly VtpassCase[] = categories.map(({ identifier, name }) => ({
  name: `lists-services-of-${identifier}`,
  group,
  title: `The services of ${name} are listed, with VTpass's own spelling of minimium_amount and convinience_fee`,
  source: 'Get Service ID',
  row: '/services · List the products of a category',
  run: async (vtpass) => {
    const body = { response_description: '000', content: servicesOf(identifier) }
    vtpass.expect(await vtpass.get(`/services?identifier=${identifier}`), { body })
  },
}))

const listsVariations: readonly VtpassCase[] = products.map(({ serviceID, page }) => ({
  name: `lists-variations-of-${serviceID}`,
  group,
  title: `The plans of ${serviceID} are listed twice, under variations and under varations`,
  source: `${page}, GET VARIATION CODES`,
  row: '/service-variations · List the variations of a product',
  run: async (vtpass) => {
    const answered = await vtpass.get(`/service-variations?serviceID=${serviceID}`)
    vtpass.expect(answered, { body: variationsOf(serviceID) })
  },
}))

const unknowns = [
  ['refuses-an-unknown-category', '/services?identifier=mobile-data', 'Category Does not Exist'],
  ['refuses-no-category', '/services', 'Category Does not Exist'],
  ['refuses-a-category-in-capitals', '/services?identifier=DATA', 'Category Does not Exist'],
  ['refuses-half-the-name-of-a-category', '/services?identifier=tv', 'Category Does not Exist'],
  [
    'refuses-variations-of-an-unknown-product',
    '/service-variations?serviceID=9mobile',
    'Service is Not Valid',
  ],
  ['refuses-variations-of-no-product', '/service-variations', 'Service is Not Valid'],
  [
    'refuses-variations-of-a-product-in-capitals',
    '/service-variations?serviceID=MTN-DATA',
    'Service is Not Valid',
  ],
] as const

const refusesUnknowns: readonly VtpassCase[] = unknowns.map(([name, path, text]) => ({
  name,
  group,
  title: `GET ${path} answers 011 with HTTP 200, and a text in place of a list of errors`,
  source: 'seen',
  row: unknownRow,
  run: async (vtpass) => {
    vtpass.expect(await vtpass.get(path), catalogueRefusal(text))
  },
}))

export const catalogueCases: readonly VtpassCase[] = [
  listsCategories,
  ...listsServices,
  ...listsVariations,
  ...refusesUnknowns,
]

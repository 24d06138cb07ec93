import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { files } from '../files.ts'
import type { Category } from './catalogue.ts'
import { readAmount } from './money.ts'
import type { AnswerForm, ProductFile } from './product-file.ts'

/** What is wrong with a product's file, a line each; nothing where it can be used. */
export function checkProductFile(file: unknown, categories: readonly Category[]): string[] {
  const shape = checkShape(file)
  return shape.length > 0 ? shape : checkSense(file as ProductFile, categories)
}

function checkShape(file: unknown): string[] {
  const validate = productSchema()
  if (validate(file)) return []
  return (validate.errors ?? []).map((error) => {
    const details = Object.values(error.params).flat().join(', ')
    return `${error.instancePath || '/'} ${error.message} (${details})`
  })
}

/** What a schema cannot say: that names used in one place exist in another, and that limits are the right way round. */
function checkSense(file: ProductFile, categories: readonly Category[]): string[] {
  return [
    ...checkNames(file, categories),
    ...checkMoney(file),
    ...checkAnswer('/answer', file.answer),
    ...Object.entries(file.answer.byVariation ?? {}).flatMap(([code, form]) =>
      checkAnswer(`/answer/byVariation/${code}`, form),
    ),
  ]
}

function checkNames(file: ProductFile, categories: readonly Category[]): string[] {
  const trouble: string[] = []
  const identifiers = categories.map((category) => category.identifier)
  if (!identifiers.includes(file.category)) {
    trouble.push(`/category is "${file.category}"; it must be one of ${identifiers.join(', ')}`)
  }
  if (!file.fields.includes(file.recipient.field)) {
    trouble.push(`/recipient/field "${file.recipient.field}" is none of /fields, so it may be missing`)
  }
  const codes = new Set(file.variations?.list.map((variation) => variation.variation_code))
  if (file.price === 'variation' && codes.size === 0) {
    trouble.push('/price is "variation", and /variations/list has none')
  }
  for (const [type, { variation_code: code }] of Object.entries(file.subscriptionTypes ?? {})) {
    if (code !== undefined && !codes.has(code)) {
      trouble.push(`/subscriptionTypes/${type}/variation_code "${code}" is none of /variations/list`)
    }
  }
  for (const code of Object.keys(file.answer.byVariation ?? {})) {
    if (!codes.has(code)) trouble.push(`/answer/byVariation/${code} is none of /variations/list`)
  }
  return trouble
}

/** Money is counted in kobo where it comes in, so that every total is exact. */
function checkMoney({ fee, service, variations, quantity }: ProductFile): string[] {
  const trouble: string[] = []
  const { minimium_amount: least, maximum_amount: most } = service
  const amounts: [string, string | number | null][] = [
    ['/fee', fee],
    ['/service/minimium_amount', least],
    ['/service/maximum_amount', most],
  ]
  for (const entry of variations?.list ?? []) {
    amounts.push([`/variations/list (${entry.variation_code})`, entry.variation_amount])
  }
  for (const [place, amount] of amounts) {
    if (amount !== null && readAmount(String(amount)) === null) {
      trouble.push(`${place} is ${amount}; it must be naira with at most two decimals`)
    }
  }
  if (Number(most ?? 0) > 0 && Number(least ?? 0) > Number(most)) {
    trouble.push(`/service/minimium_amount ${least} is above /service/maximum_amount ${most}`)
  }
  if (quantity !== undefined && quantity.minimum > quantity.maximum) {
    trouble.push(`/quantity/minimum ${quantity.minimum} is above /quantity/maximum ${quantity.maximum}`)
  }
  return trouble
}

/** What every answer has; a product adds to it and replaces nothing. */
const ownKeys = [
  'code',
  'content',
  'response_description',
  'requestId',
  'amount',
  'transaction_date',
  'purchased_code',
]

function checkAnswer(place: string, form: AnswerForm): string[] {
  const added = [...Object.keys(form.added ?? {}), ...Object.keys(form.perUnit ?? {})]
  const replaced = added.filter((key) => ownKeys.includes(key))
  const known = [...Object.keys(form.invented ?? {}), 'unit_price', 'amount', 'recipient']
  const { purchased_code, extras, perUnit } = form
  const texts = JSON.stringify([purchased_code, extras, form.added, perUnit])
  const unknown = [...texts.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known.includes(name))
  return [
    ...replaced.map((key) => `${place} adds "${key}", which every answer has already`),
    ...unknown.map((name) => `${place} uses {${name}}; there are ${known.join(', ')}`),
  ]
}

/** The validator is large and a catalogue of one's own is rare, so it is loaded when first asked for. */
function productSchema(): ReturnType<Ajv2020['compile']> {
  const { Ajv2020: Ajv } = createRequire(import.meta.url)('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 }
  const schema = JSON.parse(readFileSync(new URL('product.schema.json', files.catalogue), 'utf8'))
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema)
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { files } from '../files.ts'
import type { Category } from './catalogue.ts'
import type { ProductFile } from './product-file.ts'

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

/** What a schema cannot say: that names used in one place exist in another. */
function checkSense(file: ProductFile, categories: readonly Category[]): string[] {
  const trouble: string[] = []
  const identifiers = categories.map((category) => category.identifier)
  if (!identifiers.includes(file.category)) {
    trouble.push(`/category is "${file.category}"; it must be one of ${identifiers.join(', ')}`)
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

/** The validator is large and a catalogue of one's own is rare, so it is loaded when first asked for. */
function productSchema(): ReturnType<Ajv2020['compile']> {
  const { Ajv2020: Ajv } = createRequire(import.meta.url)('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 }
  const schema = JSON.parse(readFileSync(new URL('product.schema.json', files.catalogue), 'utf8'))
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema)
}

import { parse } from 'yaml'
import { asJson, type Json } from './json.ts'

/**
 * The document with one form for each field of a request. VTpass takes most as a text, a number or nothing, and specmatic
 * makes a request of every combination: tens of thousands for a purchase. What is answered is not touched.
 */
export function inOneForm(text: string): Json {
  const document = asJson(parse(text))
  const schemas = asJson(asJson(document.components).schemas)
  for (const name of ['PayRequest', 'RequeryRequest', 'VerifyRequest']) {
    for (const [field, schema] of Object.entries(asJson(asJson(schemas[name]).properties)))
      narrow(asJson(schema), field)
  }
  return document
}

const NUMBERS: ReadonlySet<string> = new Set(['amount', 'quantity'])

function narrow(schema: Json, field: string): void {
  const { type, enum: values } = schema
  if (Array.isArray(type)) schema.type = NUMBERS.has(field) ? 'number' : type.find((one) => one !== 'null')
  if (Array.isArray(values)) schema.enum = values.filter((value) => value !== null)
}

import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { parse } from 'yaml'

/** An answer as a caller sees it. */
export interface SeenAnswer {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

interface Response {
  readonly $ref?: string
  readonly headers?: Record<string, { readonly $ref?: string }>
  readonly content?: Record<string, unknown>
}
interface Document {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, Response> }>>
  readonly components: { readonly responses: Record<string, Response> }
}

const document: Document = parse(
  readFileSync(new URL('../../openapi/reseller.yaml', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true })
ajv.addSchema(document, 'reseller')
const validators = new Map<string, ValidateFunction>()

/** Holds an answer to openapi/reseller.yaml: the status, the type, the body, and that Retry-After is there where it must be. */
export function expectContract(seen: SeenAnswer): void {
  const where = `${seen.method} ${seen.path} → ${seen.status}`
  const schema = schemaFor(seen)
  if (schema === null) expect.fail(`${where}: the document has no such answer\n${seen.text.slice(0, 300)}`)
  const validate = validators.get(schema) ?? ajv.compile({ $ref: schema })
  validators.set(schema, validate)
  validate(isJson(seen) ? JSON.parse(seen.text) : seen.text)
  const wrong = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  expect(wrong, `${where}: ${seen.text.slice(0, 600)}`).toEqual([])
  if (seen.status === 429) expect(seen.headers.get('retry-after'), where).toMatch(/^[1-9]\d*$/)
  if (seen.status === 401) expect(seen.headers.get('www-authenticate'), where).toBe('Bearer')
}

function isJson({ headers }: SeenAnswer): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false
}

/** 404 and 405 of a path, and 500, belong to no operation. */
function schemaFor({ method, path, status, headers }: SeenAnswer): string | null {
  const template = Object.keys(document.paths).find((each) =>
    new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()]
  const response = operation?.responses[status]
  if (template === undefined || response === undefined) {
    const isOfNone = status === 500 || ((status === 404 || status === 405) && operation === undefined)
    return isOfNone ? 'reseller#/components/schemas/Error' : null
  }
  const [media = ''] = (headers.get('content-type') ?? '').split(';')
  const name = response.$ref?.split('/').at(-1)
  const content = name === undefined ? response.content : document.components.responses[name]?.content
  if (content?.[media] === undefined) return null
  const at = response.$ref ?? `#/paths/${escaped(template)}/${method.toLowerCase()}/responses/${status}`
  return `reseller${at}/content/${escaped(media)}/schema`
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}

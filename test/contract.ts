import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** An answer as a caller, or a listener inside, sees it. */
export interface SeenAnswer {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly contentType: string
  readonly body: string
}

interface Media {
  readonly [contentType: string]: unknown
}
interface Response {
  readonly $ref?: string
  readonly content?: Media
}
interface Document {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, Response> }>>
  readonly components: { readonly responses?: Record<string, Response> }
}

const prefixes = { vtpass: '/api', control: '/_simulator' } as const
const names = Object.keys(prefixes) as (keyof typeof prefixes)[]
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true })
const documents = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<string, Document>
const validators = new Map<string, ValidateFunction>()

function read(name: string): Document {
  const document = JSON.parse(
    readFileSync(new URL(`../openapi/generated/${name}.json`, import.meta.url), 'utf8'),
  )
  ajv.addSchema(document, name)
  return document
}

/** What an answer says that the OpenAPI documents do not, a line each; nothing where it conforms. */
export function contradictions(seen: SeenAnswer): string[] {
  const where = `${seen.method} ${seen.path} → ${seen.status} ${seen.contentType}`
  const reference = schemaFor(seen)
  if (reference === null) return [`${where}: the document has no such answer`]
  const validate = validators.get(reference) ?? ajv.compile({ $ref: reference })
  validators.set(reference, validate)
  if (validate(JSON.parse(seen.body))) return []
  const [error] = validate.errors ?? []
  return [`${where}: ${error?.instancePath} ${error?.message} in ${seen.body.slice(0, 300)}`]
}

/** Where the schema stands for this answer. 404 and 405 belong to no operation. */
function schemaFor({ method, path, status, contentType }: SeenAnswer): string | null {
  const name = names.find((candidate) => path.startsWith(prefixes[candidate])) ?? 'vtpass'
  if (status === 404 || status === 405) return `${name}#/components/schemas/Message`
  const document = documents[name]
  const template = path.slice(prefixes[name].length)
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase()
  const response = document?.paths[template]?.[verb]?.responses[status]
  if (document === undefined || response === undefined) return null
  const [media = ''] = contentType.split(';')
  const pointer = response.$ref ?? `#/paths/${template.replaceAll('/', '~1')}/${verb}/responses/${status}`
  const resolved = response.$ref === undefined ? response : resolve(document, response.$ref)
  if (resolved?.content?.[media] === undefined) return null
  return `${name}${pointer}/content/${media.replaceAll('/', '~1')}/schema`
}

function resolve(document: Document, reference: string): Response | undefined {
  return document.components.responses?.[reference.split('/').at(-1) ?? '']
}

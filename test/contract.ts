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
interface Operation {
  readonly responses: Record<string, Response>
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly responses?: Record<string, Response> }
}

const prefixes = { vtpass: '/api', control: '/_simulator' } as const
type Name = keyof typeof prefixes
const names = Object.keys(prefixes) as Name[]
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true })
const documents: Record<Name, Document> = { vtpass: read('vtpass'), control: read('control') }
const validators = new Map<string, ValidateFunction>()

function read(name: Name): Document {
  const document = JSON.parse(
    readFileSync(new URL(`../openapi/generated/${name}.json`, import.meta.url), 'utf8'),
  )
  ajv.addSchema(document, name)
  return document
}

/** What an answer says that the OpenAPI documents do not, a line each; nothing where it conforms. */
export function contradictions(seen: SeenAnswer): string[] {
  const where = `${seen.method} ${seen.path} → ${seen.status} ${seen.contentType}`
  const schema = schemaFor(seen)
  if (schema === 'no content') return seen.body === '' ? [] : [`${where}: it has a body`]
  if (schema === null) return [`${where}: the document has no such answer`]
  return contradictionsOf(schema, bodyOf(seen)).map(
    (line) => `${where}: ${line} in ${seen.body.slice(0, 300)}`,
  )
}

/** What a value says that a schema of a document does not: `control#/components/schemas/JournalEntry`. */
export function contradictionsOf(reference: string, value: unknown): string[] {
  const validate = validators.get(reference) ?? ajv.compile({ $ref: reference })
  validators.set(reference, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).slice(0, 1).map((error) => `${error.instancePath} ${error.message}`)
}

/** Texts that are no JSON are held to their schema as texts. */
function bodyOf({ contentType, body }: SeenAnswer): unknown {
  return /json/.test(contentType) ? JSON.parse(body) : body
}

/** Where the schema stands for this answer. Under /api, 404 and 405 belong to no operation. */
function schemaFor({ method, path, status, contentType }: SeenAnswer): string | 'no content' | null {
  const name = names.find((candidate) => path.startsWith(prefixes[candidate])) ?? 'vtpass'
  if (name === 'vtpass' && (status === 404 || status === 405)) return 'vtpass#/components/schemas/Message'
  const document = documents[name]
  const [media = ''] = contentType.split(';')
  if (name === 'control' && status >= 400 && status < 500)
    return media === 'application/problem+json' ? 'control#/components/schemas/Problem' : null
  const template = templateOf(document, path.slice(prefixes[name].length))
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase()
  const response = template === null ? undefined : document.paths[template]?.[verb]?.responses[status]
  if (template === null || response === undefined) return null
  const pointer = response.$ref ?? `#/paths/${escaped(template)}/${verb}/responses/${status}`
  const resolved = response.$ref === undefined ? response : resolve(document, response.$ref)
  if (resolved?.content === undefined) return 'no content'
  if (resolved.content[media] === undefined) return null
  return `${name}${pointer}/content/${escaped(media)}/schema`
}

/** The path as the document has it. What stands for one account stands under accounts/{account} for every other. */
function templateOf({ paths }: Document, path: string): string | null {
  const short = path.replace(/^\/accounts\/[^/]+(?=\/)/, '')
  const fits = (template: string, asked: string) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked)
  const templates = Object.keys(paths).sort((a, b) => a.split('{').length - b.split('{').length)
  return (
    templates.find((template) => fits(template, path)) ?? templates.find((each) => fits(each, short)) ?? null
  )
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function resolve(document: Document, reference: string): Response | undefined {
  return document.components.responses?.[reference.split('/').at(-1) ?? '']
}

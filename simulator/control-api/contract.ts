import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { operations } from '../../openapi/generated/control.ts'
import { files } from '../files.ts'
import { explain, type Schemas } from './explain.ts'
import { refuse } from './problem.ts'

/** The operations of openapi/control.yaml, by their ids. */
export type OperationId = keyof operations

/** The body that an operation takes; undefined where it takes none. */
export type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? Body
  : undefined

/** What an operation's query may say. */
export type QueryOf<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>

/** What an operation answers, as JSON. */
export type AnswerOf<Id extends OperationId> = operations[Id]['responses'] extends infer Responses
  ? Responses extends { 200: { content: { 'application/json': infer Body } } }
    ? Body
    : Responses extends { 201: { content: { 'application/json': infer Body } } }
      ? Body
      : never
  : never

interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: string
  readonly schema: { readonly type?: string; readonly $ref?: string; readonly default?: unknown }
}

interface Operation {
  readonly operationId: OperationId
  readonly requestBody?: { readonly required?: boolean }
  readonly parameters?: readonly Parameter[]
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly schemas: Schemas
  }
}

interface Contract {
  readonly document: Document
  readonly ajv: Ajv2020
  readonly validators: Map<string, ValidateFunction>
}

let read: Contract | null = null

/**
 * The document and its validator, read when they are first needed: they are large, and the first answer of a simulator
 * does not wait for them. The document writes `x-discriminator`: the types made of a `discriminator` would name the
 * schemas and not the kinds.
 */
function contract(): Contract {
  if (read !== null) return read
  const { Ajv2020: Ajv } = createRequire(import.meta.url)('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 }
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    allErrors: true,
    verbose: true,
    discriminator: true,
  })
  const text = readFileSync(new URL('control.json', files.documents), 'utf8')
  const document = JSON.parse(text.replaceAll('"x-discriminator"', '"discriminator"')) as Document
  ajv.addSchema(document, 'control')
  read = { document, ajv, validators: new Map() }
  return read
}

/** A body as the operation wants it; undefined is none. @throws Refused, with what to change */
export function checkBody<Id extends OperationId>(id: Id, body: unknown): BodyOf<Id> {
  const [path, verb] = find(id)
  const asked = contract().document.paths[path]?.[verb]?.requestBody
  if (asked === undefined) {
    if (body === undefined) return undefined as BodyOf<Id>
    throw refuse(400, 'there is nothing to say in a body here; leave it out')
  }
  if (body === undefined) {
    if (asked.required !== true) return undefined as BodyOf<Id>
    throw refuse(400, 'the body is empty; it must be JSON')
  }
  const media = pointer(path, verb, 'requestBody', 'content', 'application/json', 'schema')
  const errors = errorsOf(media, body)
  if (errors.length > 0)
    throw refuse(400, explain(errors, 'the body', contract().document.components.schemas))
  return body as BodyOf<Id>
}

/** A query as the operation wants it, with its defaults. @throws Refused, with what to change */
export function checkQuery<Id extends OperationId>(id: Id, query: URLSearchParams): QueryOf<Id> {
  const known = parametersOf(id)
  const values: Record<string, unknown> = {}
  for (const { name, schema } of known) if (schema.default !== undefined) values[name] = schema.default
  for (const [name, text] of query) {
    const parameter = known.find((each) => each.name === name)
    if (parameter === undefined) throw refuse(400, `there is no ${name} here; ${listOf(known)}`)
    if (query.getAll(name).length > 1) throw refuse(400, `${name} is there more than once`)
    values[name] = checkParameter(parameter, text)
  }
  return values as QueryOf<Id>
}

function listOf(known: readonly Parameter[]): string {
  return known.length === 0
    ? 'the query takes nothing'
    : `the query takes ${known.map(({ name }) => name).join(', ')}`
}

function checkParameter({ name, schema }: Parameter, text: string): unknown {
  const value = schema.type === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text
  const { ajv } = contract()
  const { $ref } = schema
  const validate = $ref === undefined ? ajv.compile(schema) : ajv.compile({ $ref: `control${$ref}` })
  if (validate(value)) return value
  throw refuse(400, explain(validate.errors ?? [], name))
}

function parametersOf(id: OperationId): Parameter[] {
  const { document } = contract()
  const [path, verb] = find(id)
  return (document.paths[path]?.[verb]?.parameters ?? [])
    .map((parameter) => resolve(document, parameter))
    .filter((parameter) => parameter.in === 'query')
}

function resolve({ components }: Document, parameter: Parameter): Parameter {
  return components.parameters[parameter.$ref?.split('/').at(-1) ?? ''] ?? parameter
}

function find(id: OperationId): readonly [path: string, verb: string] {
  for (const [path, verbs] of Object.entries(contract().document.paths)) {
    for (const [verb, operation] of Object.entries(verbs))
      if (operation.operationId === id) return [path, verb]
  }
  throw new Error(`openapi/control.yaml has no operation ${id}`)
}

function errorsOf(reference: string, value: unknown): readonly ErrorObject[] {
  const { ajv, validators } = contract()
  const validate = validators.get(reference) ?? ajv.compile({ $ref: reference })
  validators.set(reference, validate)
  return validate(value) ? [] : (validate.errors ?? [])
}

function pointer(path: string, ...rest: readonly string[]): string {
  const escaped = ['paths', path, ...rest].map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
  return `control#/${escaped.map((part) => encodeURIComponent(part)).join('/')}`
}

import { readFileSync } from 'node:fs'
import type { ErrorObject } from 'ajv/dist/2020.js'
import type { operations } from '../../openapi/generated/control.ts'
import type { Check } from '../../openapi/generated/control-validators.ts'
import * as checks from '../../openapi/generated/control-validators.ts'
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

const bodies: Readonly<Record<string, Check>> = checks.bodies
const queries: Readonly<Record<string, Readonly<Record<string, Check>>>> = checks.queries

let read: Document | null = null

/** Read when it is first needed: it is large, and the first answer of a simulator does not wait for it. */
function contract(): Document {
  read ??= JSON.parse(readFileSync(new URL('control.json', files.documents), 'utf8')) as Document
  return read
}

/** A body as the operation wants it; undefined is none. @throws Refused, with what to change */
export function checkBody<Id extends OperationId>(id: Id, body: unknown): BodyOf<Id> {
  const [path, verb] = find(id)
  const asked = contract().paths[path]?.[verb]?.requestBody
  if (asked === undefined) {
    if (body === undefined) return undefined as BodyOf<Id>
    throw refuse(400, 'there is nothing to say in a body here; leave it out')
  }
  if (body === undefined) {
    if (asked.required !== true) return undefined as BodyOf<Id>
    throw refuse(400, 'the body is empty; it must be JSON')
  }
  const errors = errorsOf(bodies[id], body)
  if (errors.length > 0) throw refuse(400, explain(errors, 'the body', contract().components.schemas))
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
    values[name] = checkParameter(id, parameter, text)
  }
  return values as QueryOf<Id>
}

function listOf(known: readonly Parameter[]): string {
  return known.length === 0
    ? 'the query takes nothing'
    : `the query takes ${known.map(({ name }) => name).join(', ')}`
}

function checkParameter(id: OperationId, { name, schema }: Parameter, text: string): unknown {
  const value = schema.type === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text
  const errors = errorsOf(queries[id]?.[name], value)
  if (errors.length === 0) return value
  throw refuse(400, explain(errors, name))
}

function parametersOf(id: OperationId): Parameter[] {
  const document = contract()
  const [path, verb] = find(id)
  return (document.paths[path]?.[verb]?.parameters ?? [])
    .map((parameter) => resolve(document, parameter))
    .filter((parameter) => parameter.in === 'query')
}

function resolve({ components }: Document, parameter: Parameter): Parameter {
  return components.parameters[parameter.$ref?.split('/').at(-1) ?? ''] ?? parameter
}

function find(id: OperationId): readonly [path: string, verb: string] {
  for (const [path, verbs] of Object.entries(contract().paths)) {
    for (const [verb, operation] of Object.entries(verbs))
      if (operation.operationId === id) return [path, verb]
  }
  throw new Error(`openapi/control.yaml has no operation ${id}`)
}

function errorsOf(check: Check | undefined, value: unknown): readonly ErrorObject[] {
  if (check === undefined) throw new Error('the checks of openapi/control.yaml are older than the document')
  return check(value) ? [] : (check.errors ?? [])
}

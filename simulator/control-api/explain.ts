import type { ErrorObject } from 'ajv/dist/2020.js'

/** What a validator found wrong, in a line that says what to change. `whole` is what the value is called as a whole. */
export function explain(errors: readonly ErrorObject[], whole: string, schemas: Schemas = {}): string {
  const found = meant(errors).map((error) => lineOf(error, whole, schemas))
  return [...new Set(found)].slice(0, 5).join('; ')
}

/** The document's schemas by name, so that a schema made of others can say what it has. */
export interface Schemas {
  readonly [name: string]: Schema
}

interface Schema {
  readonly $ref?: string
  readonly properties?: { readonly [name: string]: Schema }
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly const?: string
}

function propertiesOf({ $ref, properties = {}, allOf = [] }: Schema, schemas: Schemas): string[] {
  const named = schemas[$ref?.split('/').at(-1) ?? '']
  const parts = named === undefined ? allOf : [...allOf, named]
  return [...Object.keys(properties), ...parts.flatMap((part) => propertiesOf(part, schemas))]
}

/** Where one of several shapes would do, what is meant is the one whose type the value has. */
function meant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const single = errors.filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf')
  const withoutType = single.filter(({ keyword }) => keyword !== 'type')
  return withoutType.length > 0 ? withoutType : single
}

function lineOf(error: ErrorObject, whole: string, schemas: Schemas): string {
  const where = error.instancePath === '' ? whole : nameOf(error.instancePath)
  const { keyword, params, data, parentSchema } = error
  const says: unknown = parentSchema?.['x-says']
  if (typeof says === 'string') return `${where} is ${inWords(data)}; it must be ${says}`
  const schema = (parentSchema ?? {}) as Schema
  const known = propertiesOf(schema, schemas).join(', ')
  const line = lines[keyword]
  return line === undefined
    ? `${where} is ${inWords(data)}; it ${error.message}`
    : line({
        where,
        value: `${where} is ${inWords(data)}`,
        params,
        known,
        kinds: kindsOf(schema, schemas),
      })
}

/** What tells the shapes of a schema apart. */
function kindsOf({ oneOf = [] }: Schema, schemas: Schemas): string {
  const kinds = oneOf.map(({ $ref }) => schemas[$ref?.split('/').at(-1) ?? '']?.properties?.kind)
  return kinds.flatMap((kind) => kind?.enum ?? kind?.const ?? []).join(', ')
}

interface Parts {
  readonly where: string
  readonly value: string
  readonly params: ErrorObject['params']
  readonly known: string
  readonly kinds: string
}

const lines: Readonly<Record<string, (parts: Parts) => string>> = {
  discriminator: ({ where, params, kinds }) =>
    `${where}.${params.tag} is ${inWords(params.tagValue)}; it must be ${kinds}`,
  required: ({ where, params }) => `${where} lacks "${params.missingProperty}"`,
  additionalProperties: ({ where, params, known }) =>
    `${where} has no "${params.additionalProperty}"; it may have ${known}`,
  unevaluatedProperties: ({ where, params, known }) =>
    `${where} has no "${params.unevaluatedProperty}"; it may have ${known}`,
  enum: ({ value, params }) => `${value}; it must be ${params.allowedValues.join(', ')}`,
  const: ({ value, params }) => `${value}; it must be ${inWords(params.allowedValue)}`,
  type: ({ value, params }) => `${value}; it must be ${[params.type].flat().map(inType).join(' or ')}`,
  minimum: ({ value, params }) => `${value}; it must be ${params.limit} or more`,
  maximum: ({ value, params }) => `${value}; it must be ${params.limit} or less`,
  minItems: ({ where, params }) => `${where} has too few; it must have ${params.limit} or more`,
  maxItems: ({ where, params }) => `${where} has too many; it may have ${params.limit}`,
  minLength: ({ where }) => `${where} is empty`,
  minProperties: ({ where, known }) => `${where} is empty; it may have ${known}`,
  maxProperties: ({ where, known }) => `${where} has more than one of ${known}`,
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function inType(type: string): string {
  return types[type] ?? type
}

/** `/fault/kind` → `fault.kind` */
function nameOf(instancePath: string): string {
  return instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')
}

function inWords(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

import { parse } from 'yaml'
import { apart, formsLeftOut, leftOut, type Narrowing, narrowings } from './control-narrowing.ts'
import { asJson, asList, type Json } from './json.ts'
import { verbsOf } from './operations.ts'

/**
 * openapi/control.yaml as specmatic can read and ask it: what is refused is not asked for, an answer is JSON or empty, and
 * where the document shows an example of what a caller sends, it is that. What is answered is not touched.
 */
export function controlForm(text: string): Json {
  const document = asJson(parse(text))
  const paths: Record<string, Json> = {}
  for (const [path, item] of Object.entries(asJson(document.paths))) {
    for (const [verb, operation] of verbsOf(asJson(item))) {
      const id = String(operation.operationId)
      if (leftOut[id] !== undefined) continue
      const asked = askedFor(document, id, operation, asJson(item).parameters)
      const at = placeOf(path, apart[id])
      paths[at] = { ...paths[at], [verb]: asked }
    }
  }
  return { ...document, servers: [{ url: '/' }], paths }
}

/** A path of the default account is another's behind accounts/ID; those of an account itself name it. */
function placeOf(path: string, account: string | undefined): string {
  return account === undefined || path.startsWith('/accounts') ? path : `/accounts/${account}${path}`
}

function askedFor(document: Json, id: string, operation: Json, shared: unknown): Json {
  const { parameters, requestBody, responses, ...rest } = operation
  const asked = [...asList(shared), ...asList(parameters)].map((each) =>
    parameter(asJson(inlined(document, each)), id),
  )
  return {
    ...rest,
    parameters: asked,
    ...(requestBody !== undefined && { requestBody: bodyOf(document, id, asJson(requestBody)) }),
    responses: successes(asJson(responses)),
    security: asList(operation.security ?? [{ ControlToken: [] }]),
  }
}

function parameter(given: Json, operation: string): Json {
  const { example, ...rest } = given
  const schema = narrowed(asJson(given.schema))
  const account = given.name === 'id' ? apart[operation] : undefined
  const only = account ?? example
  if (only !== undefined) return { ...rest, schema: { ...schema, enum: [only] } }
  if (given.name !== 'format') return { ...rest, schema }
  const forms = asList(schema.enum).filter((form) => !formsLeftOut[operation]?.includes(String(form)))
  return { ...rest, schema: { ...schema, enum: forms } }
}

function bodyOf(document: Json, operation: string, body: Json): Json {
  const media = asJson(asJson(body.content)['application/json'])
  const schema = narrowedBy(narrowings[operation], asJson(inlined(document, media.schema)))
  return { ...body, content: { 'application/json': { schema: narrowed(schema) } } }
}

function narrowedBy(narrowing: Narrowing | undefined, schema: Json): Json {
  if (narrowing === undefined) return schema
  const { required, ...ofProperties } = narrowing
  const { without = [], values = {}, firstForm = [] } = ofProperties
  const parts = asList(schema.allOf).map((part) => narrowedBy(ofProperties, asJson(part)))
  const properties = Object.entries(asJson(schema.properties ?? {})).flatMap(([name, each]) => {
    if (without.includes(name)) return []
    const { oneOf, ...rest } = asJson(each)
    if (firstForm.includes(name)) return [[name, asList(oneOf)[0]]]
    const { [name]: only } = values
    return [[name, only === undefined ? each : { ...rest, enum: only }]]
  })
  return {
    ...schema,
    ...(required !== undefined && { required }),
    ...(schema.properties !== undefined && { properties: Object.fromEntries(properties) }),
    ...(parts.length > 0 && { allOf: parts }),
  }
}

function successes(responses: Json): Json {
  return Object.fromEntries(
    Object.entries(responses).flatMap(([status, response]) => {
      if (!status.startsWith('2')) return []
      const { content, ...rest } = asJson(response)
      if (content === undefined) return [[status, rest]]
      return [[status, { ...rest, content: { 'application/json': asJson(content)['application/json'] } }]]
    }),
  )
}

/** The value with what it refers to in its place: a request is narrowed, and what is answered has the same schemas. */
function inlined(document: Json, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => inlined(document, each))
  if (value === null || typeof value !== 'object') return value
  const { $ref, ...rest } = asJson(value)
  const own = Object.fromEntries(Object.entries(rest).map(([name, each]) => [name, inlined(document, each)]))
  return typeof $ref === 'string' ? { ...asJson(inlined(document, find(document, $ref))), ...own } : own
}

function find(document: Json, reference: string): unknown {
  return reference
    .split('/')
    .slice(1)
    .reduce<unknown>((at, part) => asJson(at)[part], document)
}

/** One type, and the example where there is one. */
function narrowed(schema: Json): Json {
  const { type, enum: values, examples, oneOf, properties, items, allOf, ...rest } = schema
  const each = (parts: unknown) => asList(parts).map((part) => narrowed(asJson(part)))
  return {
    ...rest,
    ...(type !== undefined && { type: Array.isArray(type) ? type.find((one) => one !== 'null') : type }),
    ...(values !== undefined && { enum: asList(values).filter((value) => value !== null) }),
    ...(examples !== undefined && { enum: examples }),
    ...(oneOf !== undefined && { oneOf: each(oneOf) }),
    ...(allOf !== undefined && { allOf: each(allOf) }),
    ...(items !== undefined && { items: narrowed(asJson(items)) }),
    ...(properties !== undefined && { properties: mapped(asJson(properties), narrowed) }),
  }
}

function mapped(values: Json, change: (value: Json) => Json): Json {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(asJson(value))]))
}

import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'

/** What is read of openapi/control.yaml here. */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> }
}

interface Operation {
  readonly operationId: string
  readonly requestBody?: object
  readonly parameters?: readonly Parameter[]
}

interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: string
}

/**
 * The program that checks the control API's bodies and queries, as ajv writes it. Written once, here: to write it in a
 * running simulator takes longer than all else that its first call does, and leaves the process slower for good.
 *
 * The document writes `x-discriminator`: the types made of a `discriminator` would name the schemas and not the kinds.
 */
export function controlValidators(document: unknown): string {
  const read = JSON.parse(
    JSON.stringify(document).replaceAll('"x-discriminator"', '"discriminator"'),
  ) as Document
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    allErrors: true,
    verbose: true,
    discriminator: true,
    code: { source: true },
  })
  ajv.addSchema(read, 'control')
  const checks = checksOf(read)
  const bodies = checks.filter(({ parameter }) => parameter === null)
  const queries = Map.groupBy(
    checks.filter(({ parameter }) => parameter !== null),
    ({ operation }) => operation,
  )
  const schemas = [...new Set(checks.map(({ schema }) => schema))]
  const nameOf = ({ schema }: Check) => `check${schemas.indexOf(schema)}`
  return `// Made from openapi/control.yaml by: npm run generate
// @ts-nocheck
import type { ErrorObject } from 'ajv/dist/2020.js'

/** \`errors\` are those of the last value. */
export interface Check {
  (value: unknown): boolean
  readonly errors?: readonly ErrorObject[] | null
}

${schemas.map((schema, index) => `// ${schema}\nconst check${index}: Check = ${programOf(ajv, schema)}`).join('\n\n')}

export const bodies = {
${bodies.map((check) => `  ${check.operation}: ${nameOf(check)},`).join('\n')}
}

export const queries = {
${Array.from(queries, ([operation, those]) => `  ${operation}: { ${those.map((check) => `${check.parameter}: ${nameOf(check)}`).join(', ')} },`).join('\n')}
}
`
}

/** One check, which needs nothing: exported together, those that share a part would have it twice under one name. */
function programOf(ajv: Ajv2020, schema: string): string {
  const check = ajv.getSchema(schema)
  if (check === undefined) throw new Error(`openapi/control.yaml has no ${schema}`)
  return `(() => {
const module = { exports: {} }
${selfContained(standalone.default(ajv, check))}
return module.exports
})()`
}

/** What is checked, and where its schema stands. */
interface Check {
  readonly operation: string
  /** Of the query; null is the body. */
  readonly parameter: string | null
  readonly schema: string
}

function checksOf({ paths, components }: Document): Check[] {
  const checks: Check[] = []
  for (const [path, verbs] of Object.entries(paths)) {
    for (const [verb, { operationId: operation, requestBody, parameters = [] }] of Object.entries(verbs)) {
      const at = ['paths', path, verb]
      if (requestBody !== undefined) {
        const schema = pointer(...at, 'requestBody', 'content', 'application/json', 'schema')
        checks.push({ operation, parameter: null, schema })
      }
      parameters.forEach((parameter, index) => {
        const shared = parameter.$ref?.split('/').at(-1)
        const said = shared === undefined ? parameter : components.parameters[shared]
        if (said?.in !== 'query') return
        const place =
          shared === undefined ? [...at, 'parameters', `${index}`] : ['components', 'parameters', shared]
        const schema = pointer(...place, 'schema')
        checks.push({ operation, parameter: said.name, schema })
      })
    }
  }
  return checks
}

function pointer(...parts: readonly string[]): string {
  const escaped = parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
  return `control#/${escaped.join('/')}`
}

/** ajv counts the characters of a text by a function of its own, which the program would load. */
function selfContained(code: string): string {
  const counted = code.replace(
    'require("ajv/dist/runtime/ucs2length").default',
    '(text) => Array.from(text).length',
  )
  const left = /require\([^)]*\)/.exec(counted)
  if (left !== null) throw new Error(`the checks of openapi/control.yaml need ${left[0]}`)
  return counted
}

import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'

const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true })
const control: object = JSON.parse(
  readFileSync(new URL('../../openapi/generated/control.json', import.meta.url), 'utf8'),
)
ajv.addSchema(control, 'control')

/** What a value has that its schema in openapi/control.yaml has not; empty where it conforms. */
export function contradictions(schema: string, value: unknown): string[] {
  const validate = ajv.compile({ $ref: `control#/components/schemas/${schema}` })
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

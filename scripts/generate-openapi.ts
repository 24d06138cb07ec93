import { readFile } from 'node:fs/promises'
import openapiTypes, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'
import { controlValidators } from './control-validators.ts'
import { type GeneratedFile, writeOrCheck } from './generated-file.ts'

/** Makes the types and the JSON of the OpenAPI documents, which are written by hand in YAML, and the checks of the control API. */
const names = ['vtpass', 'control', 'reseller']

const generated: GeneratedFile[] = []
for (const name of names) {
  const source = new URL(`../openapi/${name}.yaml`, import.meta.url)
  const document: unknown = parse(await readFile(source, 'utf8'))
  const types = astToString(await openapiTypes(source))
  const header = `// Made from openapi/${name}.yaml by: npm run generate\n\n`
  generated.push({ path: `openapi/generated/${name}.ts`, content: header + types })
  generated.push({
    path: `openapi/generated/${name}.json`,
    content: `${JSON.stringify(document, null, 1)}\n`,
  })
  if (name === 'control')
    generated.push({
      path: 'openapi/generated/control-validators.ts',
      content: controlValidators(document),
    })
}
await writeOrCheck(generated, 'npm run generate')

import { cp, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'tsdown'

/** Builds the package that is published, whole, in dist/: `npm pack ./dist` makes its archive. */
const root = new URL('../', import.meta.url)
const dist = new URL('dist/', root)

await bundle({ cwd: fileURLToPath(root), logLevel: 'warn' })
await copy('simulator/catalogue/products', 'simulator/catalogue/products')
await copy('simulator/catalogue/categories.json', 'simulator/catalogue/categories.json')
await copy('simulator/catalogue/product.schema.json', 'simulator/catalogue/product.schema.json')
for (const name of ['vtpass', 'control']) {
  await copy(`openapi/generated/${name}.json`, `openapi/generated/${name}.json`)
  await copy(`openapi/${name}.yaml`, `openapi/${name}.yaml`)
}
for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE']) {
  await copy(`node_modules/swagger-ui-dist/${name}`, `simulator/docs/${name}`)
}
for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE']) await copy(name, name)
await writeFile(new URL('package.json', dist), `${JSON.stringify(await manifest(), null, 2)}\n`)

function copy(from: string, to: string): Promise<void> {
  return cp(new URL(from, root), new URL(to, dist), { recursive: true })
}

/** Of our own manifest what an installation needs: no scripts, and nothing that is only for development. */
async function manifest(): Promise<object> {
  const ours = JSON.parse(await readFile(new URL('package.json', root), 'utf8'))
  return {
    name: ours.name,
    version: ours.version,
    description: ours.description,
    keywords: ours.keywords,
    license: ours.license,
    type: 'module',
    engines: { node: '>=22.12' },
    bin: { 'vtpass-simulator': './cli/main.js' },
    exports: {
      '.': { types: './simulator/index.d.ts', default: './simulator/index.js' },
      './openapi/*': './openapi/*',
      './package.json': './package.json',
    },
    dependencies: ours.dependencies,
  }
}

import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'tsdown'

/** Builds the package that is published, whole, in dist/: `npm pack ./dist` makes its archive. */
const root = new URL('../', import.meta.url)
const dist = new URL('dist/', root)
/** Every file that something in dist/ was made of. */
const sources: string[] = []

for (const { chunks } of await bundle({ cwd: fileURLToPath(root), logLevel: 'warn' })) {
  for (const chunk of chunks) if (chunk.type === 'chunk') sources.push(...chunk.moduleIds)
}
await copy('simulator/catalogue/products', 'simulator/catalogue/products')
await copy('simulator/catalogue/categories.json', 'simulator/catalogue/categories.json')
await copy('simulator/catalogue/product.schema.json', 'simulator/catalogue/product.schema.json')
for (const name of ['vtpass', 'control']) {
  await copy(`openapi/generated/${name}.json`, `openapi/generated/${name}.json`)
  await copy(`openapi/${name}.yaml`, `openapi/${name}.yaml`)
}
const swagger = ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-bundle.js.LICENSE.txt']
for (const name of [...swagger, 'LICENSE', 'NOTICE']) {
  await copy(`node_modules/swagger-ui-dist/${name}`, `simulator/docs/${name}`)
}
await copy('docs', 'docs')
for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE']) await copy(name, name)
await writeFile(new URL('package.json', dist), `${JSON.stringify(await manifest(), null, 2)}\n`)
await writeFile(new URL('THIRD-PARTY.txt', dist), await thirdParties())

function copy(from: string, to: string): Promise<void> {
  sources.push(from)
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
    engines: { node: '>=22.13' },
    bin: { 'vtpass-simulator': './cli/main.js' },
    exports: {
      '.': { types: './simulator/index.d.ts', default: './simulator/index.js' },
      './vitest': { types: './simulator/vitest/index.d.ts', default: './simulator/vitest/index.js' },
      './suites': { types: './suites/index.d.ts', default: './suites/index.js' },
      './openapi/*': './openapi/*',
      './package.json': './package.json',
    },
    dependencies: ours.dependencies,
    peerDependencies: ours.peerDependencies,
    peerDependenciesMeta: ours.peerDependenciesMeta,
  }
}

/** The packages of others of which something is in dist/, with their licences. */
async function thirdParties(): Promise<string> {
  const folders = sources.flatMap((path) => /^.*node_modules.(@[^/\\]+.)?[^/\\]+/.exec(path)?.[0] ?? [])
  const paths = new Set(folders.map((folder) => resolve(fileURLToPath(root), folder)))
  const parties = await Promise.all([...paths].map(thirdParty))
  return `This package holds code of the packages below, under their own licences.\n\n${parties.sort().join('\n')}`
}

async function thirdParty(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort()
  if (files.length === 0) throw new Error(`${name} has no licence file`)
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return `=== ${name} ${version}, ${license} ===\n\n${texts.map((text) => text.trim()).join('\n\n')}\n`
}

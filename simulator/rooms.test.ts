import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'

/**
 * The import rules are held by the lint. A lint that reads nothing passes too, so each rule is seen to fail here, on a
 * copy of the sources with one wrong line.
 */
const root = fileURLToPath(new URL('../', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'vtpass-rooms-'))
afterAll(() => rmSync(copy, { recursive: true }))

const copied = [
  'simulator',
  'openapi',
  'scripts/lint',
  'tsconfig.json',
  'package.json',
  '.dependency-cruiser.json',
]
for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true })
cpSync(join(root, 'biome.json'), join(copy, 'biome.json'))
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')

async function run(program: string, args: readonly string[]): Promise<string> {
  const bin = join(root, 'node_modules', program)
  const ended = await promisify(execFile)(process.execPath, [bin, ...args], { cwd: copy }).catch(
    (error: { stdout: string; stderr: string }) => error,
  )
  return ended.stdout + ended.stderr
}

function plant(path: string, content: string): () => void {
  mkdirSync(dirname(join(copy, path)), { recursive: true })
  writeFileSync(join(copy, path), content)
  return () => rmSync(join(copy, path))
}

const wrongImports = [
  ['simulator/catalogue/planted.ts', '../engine/time.ts', 'catalogue-is-lowest'],
  ['simulator/engine/planted.ts', '../wire/codes.ts', 'engine-above-catalogue'],
  ['simulator/engine/planted.ts', 'node:fs', 'pure-rooms'],
  ['simulator/wire/planted.ts', '../scenarios/scenario.ts', 'wire-above-engine'],
  ['simulator/wire/planted.ts', 'hono', 'pure-rooms'],
  ['simulator/scenarios/planted.ts', '../vtpass-api/routes.ts', 'scenarios-above-faults'],
  ['simulator/faults/planted.ts', '../engine/world.ts', 'faults-above-wire'],
  ['simulator/faults/planted.ts', 'hono', 'only-the-apis-know-hono'],
  ['simulator/journal/planted.ts', '../control-api/find.ts', 'journal-beside-faults'],
  ['simulator/webhooks/planted.ts', '../vtpass-api/pay.ts', 'webhooks-above-wire'],
  ['simulator/audit/planted.ts', '../journal/journal.ts', 'audit-reads-the-contract'],
  ['simulator/audit/planted.ts', 'node:fs', 'pure-rooms'],
  ['simulator/client/planted.ts', '../engine/time.ts', 'client-knows-the-contract-alone'],
  ['simulator/planted.ts', 'vitest', 'vitest-is-optional'],
  ['simulator/vtpass-api/planted.ts', '../app.ts', 'apis-below-app'],
  ['simulator/engine/planted.ts', './decide.test.ts', 'not-to-tests'],
  ['simulator/engine/planted.ts', './nothing.ts', 'resolvable'],
  ['reseller/planted.ts', '../simulator/wire/codes.ts', 'strangers-reseller'],
  ['simulator/wire/planted.ts', '../../reseller/other.ts', 'strangers-simulator'],
  ['suites/planted.ts', '../simulator/engine/world.ts', 'suites-see-targets'],
  ['contracts/planted.ts', '../simulator/engine/world.ts', 'public-indexes'],
] as const

it('a wrong import fails the check, for the rule that it breaks', async () => {
  plant('reseller/other.ts', 'export const nothing = 0\n')
  const found: string[] = []
  const rules: string[] = []
  for (const [index, [path, imported, rule]] of wrongImports.entries()) {
    const own = path.replace('planted', `planted${index}`)
    plant(own, `import type * as wrong from '${imported}'\nexport type Wrong = typeof wrong\n`)
    rules.push(`${rule}: ${own}`)
  }
  const args = ['--config', '.dependency-cruiser.json', '--output-type', 'json']
  const report = JSON.parse(
    await run('dependency-cruiser/bin/dependency-cruiser.mjs', [
      ...args,
      'simulator',
      'reseller',
      'suites',
      'contracts',
    ]),
  )
  for (const { rule, from } of report.summary.violations) found.push(`${rule.name}: ${from}`)
  expect(found).toEqual(expect.arrayContaining(rules))
}, 60_000)

describe('a pure room', () => {
  it.each([
    ['engine', 'Date.now()', 'has no clock of its own'],
    ['wire', 'new Date()', 'has no clock of its own'],
    ['scenarios', 'Math.random()', 'has no chance of its own'],
    ['engine', 'performance.now()', 'global variable performance'],
    ['wire', 'crypto.randomUUID()', 'global variable crypto'],
    ['scenarios', 'setTimeout(() => 0, 1)', 'global variable setTimeout'],
    ['engine', 'process.env', 'global variable process'],
    ['audit', 'Date.now()', 'has no clock of its own'],
    ['wire', "fetch('x')", 'global variable fetch'],
  ])('%s: %s fails the lint', async (room, expression, message) => {
    const path = `simulator/${room}/planted-lint.ts`
    const remove = plant(path, `export const wrong = () => ${expression}\n`)
    expect(await run('@biomejs/biome/bin/biome', ['lint', '--vcs-enabled=false', path])).toContain(message)
    remove()
  })
})

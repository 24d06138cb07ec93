import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import { faultsOf } from '../contracts/consumer/faults.ts'
import { type GeneratedFile, writeOrCheck } from './generated-file.ts'

/** Makes the pact of what the tests in contracts/consumer agree on, always from nothing: Pact adds to what it finds. */
const folder = await mkdtemp(join(tmpdir(), 'pacts-'))
try {
  const agreed = await agree()
  const pacts = await pactsIn(folder)
  const faults =
    pacts.length === 1
      ? faultsOf(JSON.parse(pacts[0]?.content ?? ''), agreed)
      : [`${pacts.length} pacts were written`]
  if (faults.length > 0) throw new Error(`the pact is not what was agreed on: ${faults.join('; ')}`)
  await writeOrCheck(pacts, 'npm run generate')
} finally {
  await rm(folder, { recursive: true })
}

/** Runs the tests; gives how many there are. */
async function agree(): Promise<number> {
  process.env.PACT_FOLDER = folder
  process.env.PACT_DO_NOT_TRACK = 'true'
  const root = fileURLToPath(new URL('../', import.meta.url))
  const vitest = await startVitest('test', [], {
    root,
    config: 'vitest.contracts.config.ts',
    watch: false,
    reporters: ['dot'],
  })
  await vitest.close()
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  if (process.exitCode !== undefined) throw new Error('not all was agreed on')
  return tests.length
}

async function pactsIn(written: string): Promise<GeneratedFile[]> {
  const names = await readdir(written)
  return Promise.all(
    names.map(async (name) => ({
      path: `contracts/pacts/${name}`,
      content: `${await readFile(join(written, name), 'utf8')}\n`,
    })),
  )
}

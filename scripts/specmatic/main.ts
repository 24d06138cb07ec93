import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningSimulator, startSimulator } from '../../simulator/index.ts'
import { operationsOf } from './operations.ts'
import { type Oracle, oracles } from './oracles.ts'
import { plant } from './plant.ts'
import { objectionTo, type Run, readRun } from './run.ts'

/**
 * Holds the running simulator to openapi/vtpass.yaml and openapi/control.yaml by specmatic, which knows nothing of it: once
 * as it is, which has to pass, and once with a mistake planted in its answers, which has to fail there. Needs Java 17.
 */
const SPECMATIC = 'specmatic@2.55.1'

for (const oracle of oracles) {
  const folder = await mkdtemp(join(tmpdir(), 'vtpass-specmatic-'))
  try {
    await hold(oracle, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function hold(oracle: Oracle, folder: string): Promise<void> {
  const { document, mistake } = oracle
  const text = await readFile(new URL(`../../openapi/${document}.yaml`, import.meta.url), 'utf8')
  const form = oracle.form(text)
  await writeFile(join(folder, `${document}.yaml`), JSON.stringify(form))
  const asItIs = await withSimulator(oracle, folder, ({ url }) => run(folder, url + oracle.root))
  tell(
    `openapi/${document}.yaml, the simulator as it is`,
    asItIs,
    objectionTo(asItIs, operationsOf(form), []),
  )
  const broken = await withSimulator(oracle, folder, async ({ url }) => {
    const proxy = await plant(url, mistake.change)
    return run(folder, proxy.url + oracle.root).finally(() => proxy.close())
  })
  tell(
    `openapi/${document}.yaml, with ${mistake.what}`,
    broken,
    objectionTo(broken, operationsOf(form), mistake.breaks),
  )
}

function tell(what: string, { said, output }: Run, objection: string | null): void {
  console.log(`${what}: ${said}`)
  if (objection === null) return
  console.error(`${output}\n\n${what}:\n${objection}`)
  process.exitCode = 1
}

/** A simulator of its own for every run: the one before has changed what it was asked to change. */
async function withSimulator(
  oracle: Oracle,
  folder: string,
  work: (simulator: RunningSimulator) => Promise<Run>,
): Promise<Run> {
  const simulator = await startSimulator({ ...oracle.options, port: 0 })
  try {
    await oracle.arrange(simulator)
    const settings = {
      version: 2,
      contracts: [{ provides: [`${oracle.document}.yaml`] }],
      security: { OpenAPI: { securitySchemes: oracle.schemes(simulator) } },
      ...(oracle.mostCombinations !== null && {
        test: { maxTestRequestCombinations: oracle.mostCombinations },
      }),
    }
    await writeFile(join(folder, 'specmatic.yaml'), JSON.stringify(settings))
    return await work(simulator)
  } finally {
    await simulator.stop()
  }
}

/** Positive tests only: requests as the document describes them. */
async function run(folder: string, baseUrl: string): Promise<Run> {
  const args = ['--yes', SPECMATIC, 'test', `--testBaseURL=${baseUrl}`]
  const child = spawn('npx', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return readRun(output, code)
}

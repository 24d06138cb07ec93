import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator } from '../../simulator/index.ts'
import { inOneForm } from './one-form.ts'
import { plant } from './plant.ts'

/**
 * Holds the running simulator to openapi/vtpass.yaml by specmatic, which knows nothing of it: once as it is, which has to
 * pass, and once with a mistake planted in an answer, which has to fail. Needs Java 17.
 */
const SPECMATIC = 'specmatic@2.55.1'

const folder = await mkdtemp(join(tmpdir(), 'vtpass-specmatic-'))
const simulator = await startSimulator({ port: 0, account: { duplicateWindow: 0 } })
try {
  await prepare()
  const asItIs = await run(simulator.baseUrl)
  console.log(`the simulator as it is: ${asItIs.said}`)
  if (!asItIs.hasPassed) fail(asItIs.output)
  const planted = await plant(simulator.baseUrl)
  const broken = await run(planted.url)
  planted.close()
  console.log(`with a code told as a number: ${broken.said}`)
  if (broken.hasPassed) fail('specmatic did not notice a code that is a number where a text must be')
} finally {
  await simulator.stop()
  await rm(folder, { recursive: true })
}

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}

async function prepare(): Promise<void> {
  const text = await readFile(new URL('../../openapi/vtpass.yaml', import.meta.url), 'utf8')
  await writeFile(join(folder, 'vtpass.yaml'), JSON.stringify(inOneForm(text)))
  const { apiKey, publicKey, secretKey, email, password } = simulator.account
  const key = (value: string) => ({ type: 'apiKey', value })
  const token = Buffer.from(`${email}:${password}`).toString('base64')
  const settings = {
    version: 2,
    contracts: [{ provides: ['vtpass.yaml'] }],
    security: {
      OpenAPI: {
        securitySchemes: {
          ApiKey: key(apiKey),
          PublicKey: key(publicKey),
          SecretKey: key(secretKey),
          Basic: { type: 'basicAuth', token },
        },
      },
    },
  }
  await writeFile(join(folder, 'specmatic.yaml'), JSON.stringify(settings))
}

interface Run {
  /** At least one test ran, and none failed. */
  readonly hasPassed: boolean
  readonly said: string
  readonly output: string
}

/** Positive tests only: requests as the document describes them. */
async function run(baseUrl: string): Promise<Run> {
  const args = ['--yes', SPECMATIC, 'test', `--testBaseURL=${baseUrl}`]
  const child = spawn('npx', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise((resolve) => child.once('close', resolve))
  const [said, tests] = /Tests run: (\d+), .*/.exec(output) ?? ['no test ran; is Java 17 installed?', '0']
  return { hasPassed: code === 0 && Number(tests) > 1 && said.includes('Failures: 0'), said, output }
}

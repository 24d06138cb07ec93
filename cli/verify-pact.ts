import { parseArgs } from 'node:util'
import type { Keys, Target, Verified } from '../contracts/index.ts'
import { startSimulator } from '../simulator/server.ts'
import { UsageError } from './settings.ts'

type Contracts = typeof import('../contracts/index.ts')

/** Verifies pacts against a simulator of its own or, with --url, another VTpass; fails where one does not hold. */
export async function verifyPact(args: readonly string[]): Promise<void> {
  const { files, url } = read(args)
  const contracts = await load()
  const results = await against(url, contracts, (target) => verifyAll(files, target, contracts)).catch(
    (error) => {
      const isExpected = error instanceof contracts.PactError || error instanceof contracts.TargetError
      throw isExpected ? new UsageError(error.message) : error
    },
  )
  console.log(summaryOf(results))
  if (results.some(({ outcome }) => outcome === 'broken')) process.exitCode = 1
}

function read(args: readonly string[]): { files: readonly string[]; url: string | undefined } {
  const options = { url: { type: 'string' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (positionals.length > 0) return { files: positionals, url: values.url }
  } catch (error) {
    throw new UsageError(`verify-pact: ${(error as Error).message}`)
  }
  throw new UsageError('verify-pact needs a pact: vtpass-simulator verify-pact pacts/shop-vtpass.json')
}

/** Pact is a large native library, which only those install who verify pacts. */
async function load(): Promise<Contracts> {
  try {
    return await import('../contracts/index.ts')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError('verify-pact needs Pact: npm install --save-dev @pact-foundation/pact')
  }
}

async function against<Result>(
  url: string | undefined,
  { remoteTarget, simulatorTarget }: Contracts,
  verify: (target: Target) => Promise<Result>,
): Promise<Result> {
  if (url !== undefined) return verify(remoteTarget(url, keysIn(process.env)))
  const simulator = await startSimulator({ port: 0 })
  return simulatorTarget(simulator.url)
    .then(verify)
    .finally(() => simulator.stop())
}

function keysIn(environment: NodeJS.ProcessEnv): Keys {
  const { VTPASS_API_KEY = '', VTPASS_PUBLIC_KEY = '', VTPASS_SECRET_KEY = '' } = environment
  return { apiKey: VTPASS_API_KEY, publicKey: VTPASS_PUBLIC_KEY, secretKey: VTPASS_SECRET_KEY }
}

async function verifyAll(
  files: readonly string[],
  target: Target,
  contracts: Contracts,
): Promise<readonly Verified[]> {
  const results: Verified[] = []
  for (const file of files) results.push(...(await contracts.verifyPact(file, target)))
  return results
}

function summaryOf(results: readonly Verified[]): string {
  const lines = results
    .filter(({ outcome }) => outcome !== 'holds')
    .flatMap(({ description, outcome, reasons }) => [
      `${outcome === 'broken' ? 'broken' : 'left out'}: ${description}`,
      ...reasons.map((reason) => `  ${reason}`),
    ])
  const held = results.filter(({ outcome }) => outcome === 'holds').length
  return [...lines, `${held} of ${results.length} interactions hold`].join('\n')
}

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  ControlError,
  type ControlledSimulator,
  connectSimulator,
  NoSimulatorError,
  startSimulator,
} from '../simulator/index.ts'
import {
  checkReseller,
  createDataApiDriver,
  listResellerCases,
  NoReseller,
  NoSuchCase,
  type ResellerDriver,
} from '../suites/index.ts'
import { hasPassed, lineOf, type SuiteReport, verdictOf } from '../suites/report/index.ts'
import { type CheckResellerFlags, readCheckResellerFlags } from './check-reseller-flags.ts'
import { putOut } from './report-output.ts'
import { UsageError } from './settings.ts'
import { tokenFrom } from './token-command.ts'

/**
 * `check reseller`: 0 where everything holds, 1 where something does not.
 *
 * @throws UsageError
 */
export async function checkResellerCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const flags = readCheckResellerFlags(args, environment)
  if (flags.list) {
    for (const { name, title } of listResellerCases()) console.log(`${name}  ${title}`)
    return 0
  }
  const report = await run(flags)
  await putOut(report, flags.output)
  return hasPassed(report) ? 0 : 1
}

async function run(flags: CheckResellerFlags): Promise<SuiteReport> {
  const simulator = await openSimulator(flags)
  try {
    const driver = await driverOf(flags, simulator)
    const { only, seed, concurrency, patienceMs } = flags
    const onCase = (one: SuiteReport['cases'][number]) => console.error(lineOf(one))
    const report = await checkReseller(driver, simulator, { only, seed, concurrency, patienceMs, onCase })
    console.error(verdictOf(report))
    return report
  } catch (error) {
    const isExpected = error instanceof NoSuchCase || error instanceof NoReseller
    throw isExpected ? new UsageError(error.message) : error
  } finally {
    await simulator.stop()
  }
}

/** @throws UsageError where the one that was named is none */
async function openSimulator({ simulator, controlToken, port }: CheckResellerFlags) {
  const token = controlToken === null ? {} : { controlToken }
  if (simulator === null) {
    const started = await startSimulator({ port, ...token })
    console.error(`the reseller must use VTPASS_BASE_URL=${started.baseUrl}, with the default keys`)
    return started
  }
  const options = controlToken === null ? {} : { token: controlToken }
  return connectSimulator(simulator, options).catch((error: unknown) => {
    const isExpected = error instanceof NoSimulatorError || error instanceof ControlError
    throw isExpected ? new UsageError(error.message) : error
  })
}

async function driverOf(flags: CheckResellerFlags, simulator: ControlledSimulator): Promise<ResellerDriver> {
  if (flags.driver !== null) return loadDriver(flags.driver, simulator)
  const { url, tokenCommand, operatorTokenCommand, webhookUrl, settings } = flags
  return createDataApiDriver({
    url: url ?? '',
    tokenOf: (customer) => tokenFrom(tokenCommand ?? '', customer),
    operatorToken: () => tokenFrom(operatorTokenCommand ?? ''),
    settings,
    ...(webhookUrl === undefined ? {} : { webhookUrl }),
  })
}

type MakeDriver = (simulator: ControlledSimulator) => ResellerDriver | Promise<ResellerDriver>

/** @throws UsageError where the module is none, or has no driver */
async function loadDriver(file: string, simulator: ControlledSimulator): Promise<ResellerDriver> {
  const module: { readonly driver?: ResellerDriver | MakeDriver } = await import(
    pathToFileURL(resolve(file)).href
  ).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    const hint = reason.startsWith('Unknown file extension') ? '; Node 22.18 or newer loads TypeScript' : ''
    throw new UsageError(`--driver ${file} cannot be loaded: ${reason}${hint}`)
  })
  const { driver } = module
  const made = typeof driver === 'function' ? await driver(simulator) : driver
  const missing = needed.filter((name) => made === undefined || !(name in made))
  if (made !== undefined && missing.length === 0) return made
  throw new UsageError(`--driver ${file} must export "driver" with ${missing.join(', ')}`)
}

const needed = ['name', 'fund', 'balance', 'buy', 'status', 'transactions'] as const

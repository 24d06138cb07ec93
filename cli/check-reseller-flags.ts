import { parseArgs } from 'node:util'
import { readDuration } from '../simulator/engine/duration.ts'
import { type ReportOutput, readOutput } from './report-output.ts'
import { UsageError } from './settings.ts'

/** What `check reseller` was told. */
export interface CheckResellerFlags {
  readonly list: boolean
  readonly url: string | null
  readonly tokenCommand: string | null
  readonly operatorTokenCommand: string | null
  /** A module whose `driver` is a ResellerDriver. */
  readonly driver: string | null
  /** null starts one of our own. */
  readonly simulator: string | null
  readonly controlToken: string | null
  readonly port: number
  /** null where the reseller takes none; undefined is the document's own path. */
  readonly webhookUrl: string | null | undefined
  readonly settings: { readonly markup?: number; readonly cashback?: number }
  readonly patienceMs: number
  readonly concurrency: number
  readonly only: readonly string[]
  readonly seed: number
  readonly output: ReportOutput
}

const options = {
  list: { type: 'boolean' },
  url: { type: 'string' },
  'token-command': { type: 'string' },
  'operator-token-command': { type: 'string' },
  driver: { type: 'string' },
  simulator: { type: 'string' },
  'control-token': { type: 'string' },
  port: { type: 'string' },
  'webhook-url': { type: 'string' },
  markup: { type: 'string' },
  cashback: { type: 'string' },
  patience: { type: 'string' },
  concurrency: { type: 'string' },
  only: { type: 'string', multiple: true },
  seed: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', multiple: true },
} as const

const DEFAULT_PORT = '4040'

/** @throws UsageError */
export function readCheckResellerFlags(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): CheckResellerFlags {
  const given = parse(args)
  const { 'webhook-url': webhook, 'token-command': token, 'operator-token-command': operator } = given
  const flags: CheckResellerFlags = {
    list: given.list ?? false,
    url: given.url === undefined ? null : address('url', given.url),
    tokenCommand: token ?? null,
    operatorTokenCommand: operator ?? null,
    driver: given.driver ?? null,
    simulator: given.simulator === undefined ? null : address('simulator', given.simulator),
    controlToken: given['control-token'] ?? environment.SIMULATOR_CONTROL_TOKEN ?? null,
    port: whole('port', given.port ?? DEFAULT_PORT, 65_535),
    webhookUrl:
      webhook === undefined ? undefined : webhook === 'none' ? null : address('webhook-url', webhook),
    settings: {
      ...(given.markup === undefined ? {} : { markup: percent('markup', given.markup) }),
      ...(given.cashback === undefined ? {} : { cashback: percent('cashback', given.cashback) }),
    },
    patienceMs: duration(given.patience ?? '2m'),
    concurrency: Math.max(1, whole('concurrency', given.concurrency ?? '12', 100)),
    only: given.only?.flatMap((names) => names.split(',')) ?? [],
    seed: whole('seed', given.seed ?? '1', Number.MAX_SAFE_INTEGER),
    output: readOutput(given.format, given.output ?? []),
  }
  if (!flags.list) checkDriver(flags)
  return flags
}

function checkDriver({ url, driver, tokenCommand, operatorTokenCommand }: CheckResellerFlags): void {
  if (driver !== null && url !== null) throw new UsageError('--url and --driver exclude each other')
  if (driver !== null) return
  if (url === null)
    throw new UsageError('check reseller needs --url with how to get a token, or --driver FILE')
  if (tokenCommand === null || operatorTokenCommand === null) {
    throw new UsageError('--url needs --token-command and --operator-token-command')
  }
  if (!tokenCommand.includes('{customer}'))
    throw new UsageError('--token-command needs {customer}, where the customer’s name goes')
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split(/\.\s/) : []
    throw new UsageError(`${message}; --help shows the options`)
  }
}

function address(name: string, value: string): string {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value
  throw new UsageError(`--${name} is "${value}"; it must be an address like http://127.0.0.1:4050`)
}

function whole(name: string, value: string, most: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= most) return number
  throw new UsageError(`--${name} is "${value}"; it must be a whole number from 0 to ${most}`)
}

function percent(name: string, value: string): number {
  if (/^\d{1,3}(\.\d{1,3})?$/.test(value)) return Number(value)
  throw new UsageError(`--${name} is "${value}"; it must be a percentage like 2.5`)
}

function duration(value: string): number {
  const ms = readDuration(value)
  if (ms !== null && ms > 0) return ms
  throw new UsageError(`--patience is "${value}"; it must be like 30s or 2m`)
}

/** What --help says of it. */
export const helpOnCheckReseller = `  --url URL                     a reseller that speaks the data API and the wallet of openapi/reseller.yaml
  --token-command COMMAND       prints a token of the customer {customer}, who is made where there is none
  --operator-token-command COMMAND
                                prints a token for paying money into wallets
  --driver FILE                 any other reseller: a module that exports a ResellerDriver as "driver",
                                or a function of that name that makes one of the simulator
  --simulator URL               the simulator that the reseller uses (one is started, on --port)
  --port N                      where that one listens (4040)
  --control-token TOKEN         the simulator's, where it has one [SIMULATOR_CONTROL_TOKEN]
  --webhook-url URL|none        where the reseller takes VTpass's webhooks (/api/v1/vtpass/webhook of --url)
  --markup P, --cashback P      what is set, in percent: prices are held to it exactly
  --patience TIME               how long the reseller may take to end a doubt (2m)
  --concurrency N               cases that run side by side (12)
  --only CASE                   run this case, or those that begin so: 'pay-code-*'; may be given several times
  --list, --seed N, --format F, --output FILE
                                as above`

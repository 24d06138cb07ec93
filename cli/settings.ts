import { parseArgs } from 'node:util'
import { readDuration } from '../simulator/engine/duration.ts'
import type { ServerOptions } from '../simulator/server.ts'

/** What the command line and the environment can set. */
export interface Settings {
  readonly options: ServerOptions
  readonly quiet: boolean
}

/** What cannot be used, in one line that says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

interface Setting {
  readonly flag: string
  readonly environment: string
  /** How the value is called in the help; null is a switch. */
  readonly value: string | null
  readonly help: string
  /** What the value makes of the options. */
  readonly read: (value: string, name: string) => Partial<Settings['options']> | { quiet: true }
}

const settings: readonly Setting[] = [
  {
    flag: 'port',
    environment: 'PORT',
    value: 'N',
    help: 'port to listen on; 0 picks a free one (4040)',
    read: (value, name) => ({ port: readNumber(value, name, 0, 65_535) }),
  },
  {
    flag: 'host',
    environment: 'HOST',
    value: 'ADDRESS',
    help: 'address to listen on (127.0.0.1, which nobody else can reach)',
    read: (value) => ({ host: value }),
  },
  {
    flag: 'seed',
    environment: 'SIMULATOR_SEED',
    value: 'N',
    help: 'what invented values are drawn from: same seed, clock and calls, same bytes (1)',
    read: (value, name) => ({ seed: readNumber(value, name, 0, Number.MAX_SAFE_INTEGER) }),
  },
  {
    flag: 'wallet',
    environment: 'SIMULATOR_WALLET',
    value: 'NAIRA',
    help: "the merchant's opening balance (1000000)",
    read: (value, name) => ({ account: { wallet: readNaira(value, name) } }),
  },
  {
    flag: 'duplicate-window',
    environment: 'SIMULATOR_DUPLICATE_WINDOW',
    value: 'TIME',
    help: 'how long a second purchase for the same recipient answers 019 (30s)',
    read: (value, name) => ({ account: { duplicateWindow: checkDuration(value, name) } }),
  },
  {
    flag: 'settle-pending-after',
    environment: 'SIMULATOR_SETTLE_PENDING_AFTER',
    value: 'TIME',
    help: 'when a pending purchase is delivered (0: never)',
    read: (value, name) => ({ account: { settlePendingAfter: checkDuration(value, name) } }),
  },
  {
    flag: 'timeout-hold',
    environment: 'SIMULATOR_TIMEOUT_HOLD',
    value: 'TIME',
    help: 'how long the answer for 300000000000 is held (60s)',
    read: (value, name) => ({ account: { timeoutHold: checkDuration(value, name) } }),
  },
  {
    flag: 'strict',
    environment: 'SIMULATOR_STRICT',
    value: null,
    help: 'refuse what works at VTpass but is not documented',
    read: () => ({ account: { strict: true } }),
  },
  {
    flag: 'catalogue',
    environment: 'SIMULATOR_CATALOGUE',
    value: 'DIR',
    help: 'product files that are added to ours, or replace them',
    read: (value) => ({ catalogue: value }),
  },
  {
    flag: 'callback-url',
    environment: 'SIMULATOR_CALLBACK_URL',
    value: 'URL',
    help: 'where webhooks go (nowhere)',
    read: (value, name) => ({ account: { callbackUrl: checkUrl(value, name) } }),
  },
  {
    flag: 'allow-public-callbacks',
    environment: 'SIMULATOR_ALLOW_PUBLIC_CALLBACKS',
    value: null,
    help: 'let webhooks leave this machine and its private networks',
    read: () => ({ allowPublicCallbacks: true }),
  },
  {
    flag: 'control-token',
    environment: 'SIMULATOR_CONTROL_TOKEN',
    value: 'TOKEN',
    help: 'what callers of /_simulator must send as a bearer token (none; only this machine is let in)',
    read: (value, name) => ({ controlToken: checkToken(value, name) }),
  },
  {
    flag: 'journal-size',
    environment: 'SIMULATOR_JOURNAL_SIZE',
    value: 'N',
    help: 'how many exchanges an account keeps in its journal (10000)',
    read: (value, name) => ({ account: { journalSize: readNumber(value, name, 1, 1_000_000) } }),
  },
  {
    flag: 'quiet',
    environment: 'SIMULATOR_QUIET',
    value: null,
    help: 'print nothing but errors',
    read: () => ({ quiet: true }),
  },
]

/** Reads the command line, then the environment; the command line wins. @throws UsageError */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  return settingsFrom(readFlags(args, {}), environment)
}

/** Flags of one command alone. */
export type OwnFlags = Readonly<
  Record<string, { readonly type: 'boolean' } | { readonly type: 'string'; readonly multiple?: true }>
>

/** The same for a command that has flags of its own, which are given as they were written. @throws UsageError */
export function readSettingsAnd(
  own: OwnFlags,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Settings & { readonly own: Flags } {
  const flags = readFlags(args, own)
  return { ...settingsFrom(flags, environment), own: flags }
}

function settingsFrom(flags: Flags, environment: NodeJS.ProcessEnv): Settings {
  let options: ServerOptions = {}
  let quiet = false
  for (const setting of settings) {
    const given = findGiven(setting, flags, environment)
    if (given === null) continue
    const read = setting.read(given.value, given.name)
    if ('quiet' in read) quiet = true
    else options = { ...options, ...read, account: { ...options.account, ...read.account } }
  }
  return { options, quiet }
}

/** A line for each option, with its default and its name in the environment. */
export function helpOnSettings(): string {
  return settings
    .map(({ flag, value, help, environment }) => {
      const usage = `--${flag}${value === null ? '' : ` ${value}`}`
      return `  ${usage.padEnd(30)}${help} [${environment}]`
    })
    .join('\n')
}

/** What was given on the command line, by the names of the flags. */
export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

function readFlags(args: readonly string[], own: OwnFlags): Flags {
  const entries = settings.map(({ flag, value }) => [flag, { type: value === null ? 'boolean' : 'string' }])
  try {
    const options = { ...Object.fromEntries(entries), ...own }
    const { values } = parseArgs({ args: joinNegatives(args), options, strict: true })
    return values as Flags
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split(/\.\s/) : []
    throw new UsageError(`${message}; --help shows the options`)
  }
}

/** `--port -1` is a mistake in the value, and is told as one: parseArgs would take -1 for a flag. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = []
  for (const arg of args) {
    const flag = joined.at(-1)
    if (/^-\d/.test(arg) && flag !== undefined && /^--[^=]+$/.test(flag))
      joined.splice(-1, 1, `${flag}=${arg}`)
    else joined.push(arg)
  }
  return joined
}

interface Given {
  readonly name: string
  readonly value: string
}

/** What was given for a setting, and under which name; null where nothing was. */
function findGiven(setting: Setting, flags: Flags, variables: NodeJS.ProcessEnv): Given | null {
  const flag = flags[setting.flag]
  if (flag !== undefined) return { name: `--${setting.flag}`, value: String(flag) }
  const name = setting.environment
  const value = variables[name]
  if (value === undefined || value === '') return null
  return setting.value === null && !isOn(name, value) ? null : { name, value }
}

function isOn(name: string, value: string): boolean {
  if (['1', 'true', 'yes', 'on'].includes(value)) return true
  if (['0', 'false', 'no', 'off'].includes(value)) return false
  throw new UsageError(`${name} is "${value}"; it must be 1 or 0`)
}

function readNumber(value: string, name: string, least: number, most: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= least && number <= most) return number
  throw new UsageError(`${name} is "${value}"; it must be a whole number from ${least} to ${most}`)
}

function readNaira(value: string, name: string): number {
  if (/^\d+(\.\d{1,2})?$/.test(value)) return Number(value)
  throw new UsageError(`${name} is "${value}"; it must be naira, with at most two decimals`)
}

function checkUrl(value: string, name: string): string {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value
  throw new UsageError(`${name} is "${value}"; it must be an address like http://127.0.0.1:3000/vtpass`)
}

/** What a header can carry, and what nobody guesses at once. */
function checkToken(value: string, name: string): string {
  if (/^[\x21-\x7e]{8,}$/.test(value)) return value
  throw new UsageError(`${name} must have eight characters or more, without spaces`)
}

function checkDuration(value: string, name: string): string {
  if (readDuration(value) !== null) return value
  throw new UsageError(`${name} is "${value}"; it must be like 30s or 10m, or whole seconds; 0 is off`)
}

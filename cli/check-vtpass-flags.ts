import { parseArgs } from 'node:util'
import { readDuration } from '../simulator/engine/duration.ts'
import { type Exemption, remoteDefaults } from '../suites/index.ts'
import { type ReportOutput, readOutput } from './report-output.ts'
import { UsageError } from './settings.ts'

/** What `check vtpass` was told. */
export interface CheckVtpassFlags {
  readonly url: string | null
  readonly socket: boolean
  /** The directory of recordings that the simulator is held to. */
  readonly recordings: string | null
  /** The directory into which is recorded. */
  readonly record: string | null
  readonly list: boolean
  readonly only: readonly string[] | null
  readonly seed: number | null
  readonly output: ReportOutput
  readonly maxCalls: number
  readonly maxNaira: number
  readonly slowestMs: number
  readonly allowLive: boolean
  readonly spendRealMoney: boolean
  readonly exemptions: readonly Exemption[]
}

const options = {
  url: { type: 'string' },
  socket: { type: 'boolean' },
  recordings: { type: 'string' },
  record: { type: 'string' },
  list: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  seed: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', multiple: true },
  'max-calls': { type: 'string' },
  'max-naira': { type: 'string' },
  'slow-after': { type: 'string' },
  'allow-live': { type: 'boolean' },
  'spend-real-money': { type: 'boolean' },
  exempt: { type: 'string', multiple: true },
} as const

/** @throws UsageError */
export function readCheckVtpassFlags(args: readonly string[]): CheckVtpassFlags {
  const given = parse(args)
  const targets = [given.url, given.socket, given.recordings].filter((each) => each !== undefined)
  if (targets.length > 1) throw new UsageError('--url, --socket and --recordings exclude each other')
  if (given.record !== undefined && given.recordings !== undefined) {
    throw new UsageError('--record writes what --recordings reads: one of them')
  }
  return {
    url: given.url ?? null,
    socket: given.socket ?? false,
    recordings: given.recordings ?? null,
    record: given.record ?? null,
    list: given.list ?? false,
    only: given.only ?? null,
    seed: given.seed === undefined ? null : wholeNumber('seed', given.seed),
    output: readOutput(given.format, given.output ?? []),
    maxCalls: wholeNumber('max-calls', given['max-calls'] ?? `${remoteDefaults.maxCalls}`),
    maxNaira: wholeNumber('max-naira', given['max-naira'] ?? `${remoteDefaults.maxNaira}`),
    slowestMs: given['slow-after'] === undefined ? remoteDefaults.slowestMs : duration(given['slow-after']),
    allowLive: given['allow-live'] ?? false,
    spendRealMoney: given['spend-real-money'] ?? false,
    exemptions: (given.exempt ?? []).map(exemption),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split(/\.\s/) : []
    throw new UsageError(`${message}; --help shows the options`)
  }
}

function wholeNumber(name: string, value: string): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && Number.isSafeInteger(number)) return number
  throw new UsageError(`--${name} is "${value}"; it must be a whole number from 0`)
}

function duration(value: string): number {
  const ms = readDuration(value)
  if (ms !== null && ms > 0) return ms
  throw new UsageError(`--slow-after is "${value}"; it must be like 500ms or 10s`)
}

function exemption(value: string): Exemption {
  const [name = '', ...reason] = value.split('=')
  if (name !== '' && reason.join('=') !== '') return { case: name, reason: reason.join('=') }
  throw new UsageError(`--exempt is "${value}"; it must be like CASE=REASON`)
}

/** What --help says of it. */
export const helpOnCheckVtpass = `  --url URL                     any VTpass: https://sandbox.vtpass.com/api; its keys are VTPASS_API_KEY,
                                VTPASS_PUBLIC_KEY, VTPASS_SECRET_KEY, and for Basic authentication
                                VTPASS_EMAIL and VTPASS_PASSWORD (the simulator in this process)
  --socket                      a simulator of its own, over a socket
  --recordings DIR              the simulator again, held to what others have recorded; no network
  --record DIR                  write what is answered into DIR, a file for each case, without keys,
                                e-mail addresses and tokens
  --only CASE                   run this case; may be given several times
  --list                        print the cases, and run none
  --seed N                      what request ids are drawn from (1; of a URL the time)
  --format text|json|junit|html what is printed (text)
  --output FILE                 write the report too: .txt .json .xml .html; may be given several times
  --exempt CASE=REASON          a case that this VTpass is known to fail: one that passes fails the run
Of a URL alone; a whole run asks some 730 times, buys for some ₦41,000, and takes some 40 minutes, since
purchases for one recipient are spaced:
  --max-calls N                 ask no more than this (${remoteDefaults.maxCalls})
  --max-naira N                 buy for no more than this (${remoteDefaults.maxNaira})
  --slow-after TIME             an answer that takes longer is a difference (${remoteDefaults.slowestMs / 1000}s)
  --allow-live, --spend-real-money
                                both, to ask a host that looks live: every purchase costs real money`

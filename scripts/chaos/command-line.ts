import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export interface Settings {
  readonly purchases: number
  /** Of all luck: which purchases are made, what VTpass does with each, what happens to webhooks. Not of when a kill falls. */
  readonly seed: number
  /** How many customers' programs buy at once. */
  readonly clients: number
  readonly killEveryMs: number
  readonly crashEveryMs: number
  /** Purchases are held back so that so many kills of a reseller, and crashes of PostgreSQL, fall among them. */
  readonly kills: number
  readonly crashes: number
  /** The program that is tried. */
  readonly reseller: string
}

export interface Command {
  readonly help: boolean
  readonly settings: Settings
}

export const usage = `npm run chaos [-- --purchases N --seed S …]

Buys from two reseller processes on one PostgreSQL, all of which are killed again and again, against a simulator that loses,
garbles, delays and contradicts its answers. Then compares what customers were told, the ledger, and what VTpass has on record,
to the kobo. Exit code 1 where they differ, with the purchases that do.

  --purchases N     how many are made (20000)
  --seed S          which ones, and what happens to each (drawn, and printed)
  --clients N       how many buy at once (16)
  --kill-every S    seconds from one kill -9 of a reseller to the next (1)
  --crash-every S   seconds from one kill -9 of PostgreSQL to the next (5)
  --kills N         hold purchases back until so many kills have fallen among them (0)
  --crashes N       the same for PostgreSQL (0)
  --reseller FILE   another main.ts: a reseller with a mistake, to see it found
  --help            print this`

const own = fileURLToPath(new URL('../../reseller/main.ts', import.meta.url))

const options = {
  purchases: { type: 'string' },
  seed: { type: 'string' },
  clients: { type: 'string' },
  'kill-every': { type: 'string' },
  'crash-every': { type: 'string' },
  kills: { type: 'string' },
  crashes: { type: 'string' },
  reseller: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** @throws TypeError where the command line cannot be read. */
export function readCommandLine(args: readonly string[], drawnSeed: number): Command {
  const { values } = parseArgs({ args: [...args], options })
  const count = (
    name: Exclude<keyof typeof options, 'reseller' | 'help'>,
    otherwise: number,
    least: number,
  ) => readCount(name, values[name], otherwise, least)
  return {
    help: values.help === true,
    settings: {
      purchases: count('purchases', 20_000, 1),
      seed: count('seed', drawnSeed, 0),
      clients: count('clients', 16, 1),
      killEveryMs: count('kill-every', 1, 1) * 1000,
      crashEveryMs: count('crash-every', 5, 1) * 1000,
      kills: count('kills', 0, 0),
      crashes: count('crashes', 0, 0),
      reseller: values.reseller ?? own,
    },
  }
}

function readCount(name: string, text: string | undefined, otherwise: number, least: number): number {
  if (text === undefined) return otherwise
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text)
  throw new TypeError(`--${name} is "${text}"; it must be a whole number from ${least}`)
}

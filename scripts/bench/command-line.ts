import { parseArgs } from 'node:util'
import type { ResellerRounds } from './reseller.ts'
import type { Rounds } from './throughput.ts'

/** How long and how often. */
export interface Settings extends Rounds {
  /** Cold starts of each server. */
  readonly pairs: number
  readonly transactions: number
  readonly reseller: ResellerRounds
}

/** What can be measured by itself. */
const programs = ['simulator', 'reseller'] as const
export type Program = (typeof programs)[number]

/** What the command line asks for. */
export interface Command {
  readonly help: boolean
  readonly programs: readonly Program[]
  readonly settings: Settings
  /** Whether docs/performance.md is written. */
  readonly isWritten: boolean
  /** Whether a missed target makes the exit code 1. */
  readonly isChecked: boolean
}

export const usage = `node scripts/bench/main.ts [--quick] [--check] [--only simulator|reseller]

Measures the built simulator against a plain node:http server, and the reseller against a bare hold and settle in SQL;
writes docs/performance.md. Takes some five minutes for each of the two.

  --quick   one short round, 100,000 transactions and a backlog of 2,000; writes nothing
  --only    measures one of them alone; writes nothing
  --check   exit code 1 where a target is missed
  --help    print this`

/** A purchase runs three times slower until some 30,000 of them have had their code compiled: hence the warm-up. */
const whole: Settings = {
  rounds: 9,
  seconds: 2,
  warmUpSeconds: 4,
  pairs: 15,
  transactions: 1_000_000,
  reseller: {
    rounds: 15,
    seconds: 1.5,
    warmUpSeconds: 6,
    backlogs: 3,
    backlog: 10_000,
    normalSeconds: 6,
  },
}
const quick: Settings = {
  rounds: 1,
  seconds: 1.5,
  warmUpSeconds: 4,
  pairs: 5,
  transactions: 100_000,
  reseller: {
    rounds: 3,
    seconds: 1.5,
    warmUpSeconds: 6,
    backlogs: 1,
    backlog: 2_000,
    normalSeconds: 3,
  },
}

/** @throws TypeError where the command line cannot be read. */
export function readCommandLine(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean' },
      check: { type: 'boolean' },
      only: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const isQuick = values.quick === true
  const chosen = programs.filter((program) => values.only === undefined || values.only === program)
  if (chosen.length === 0) throw new TypeError(`--only takes ${programs.join(' or ')}, not "${values.only}"`)
  return {
    help: values.help === true,
    settings: isQuick ? quick : whole,
    programs: chosen,
    isWritten: !isQuick && values.only === undefined,
    isChecked: values.check === true,
  }
}

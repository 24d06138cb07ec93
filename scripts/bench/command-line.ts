import { parseArgs } from 'node:util'
import type { Rounds } from './throughput.ts'

/** How long and how often. */
export interface Settings extends Rounds {
  /** Cold starts of each server. */
  readonly pairs: number
  readonly transactions: number
}

/** What the command line asks for. */
export interface Command {
  readonly help: boolean
  readonly settings: Settings
  /** Whether docs/performance.md is written. */
  readonly isWritten: boolean
  /** Whether a missed target makes the exit code 1. */
  readonly isChecked: boolean
}

export const usage = `node scripts/bench/main.ts [--quick] [--check]

Measures the built package against a plain node:http server, and writes docs/performance.md. Takes some five minutes.

  --quick   one short round and 100,000 transactions; writes nothing
  --check   exit code 1 where a target is missed
  --help    print this`

/** A purchase runs three times slower until some 30,000 of them have had their code compiled: hence the warm-up. */
const whole: Settings = { rounds: 9, seconds: 2, warmUpSeconds: 4, pairs: 15, transactions: 1_000_000 }
const quick: Settings = { rounds: 1, seconds: 1.5, warmUpSeconds: 4, pairs: 5, transactions: 100_000 }

/** @throws TypeError where the command line cannot be read. */
export function readCommandLine(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, check: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const isQuick = values.quick === true
  return {
    help: values.help === true,
    settings: isQuick ? quick : whole,
    isWritten: !isQuick,
    isChecked: values.check === true,
  }
}

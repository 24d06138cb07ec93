import { parseArgs } from 'node:util'
import type { Crash } from '../../reseller/simulation/death.ts'

/** What the command line asks for. */
export interface Command {
  readonly help: boolean
  /** How many schedules, from which seed on; null draws the first one. */
  readonly seeds: number
  readonly seed: number | null
  readonly crash: Crash
  /** Whether a schedule that holds is printed as well. */
  readonly isTraced: boolean
}

export const usage = `npm run simulate -- [--seeds N] [--seed S] [--die-at POINT] [--trace]

Plays schedules: the reseller's own code on a clock, a scheduler and a network of a seed's, on a real PostgreSQL. In each
a process dies at a point of the seed's choosing. Then everything that must always hold is checked.

  --seeds N        so many schedules; 500, or 1 where --seed names one
  --seed S         the first seed; without it a random one, which is printed
  --die-at POINT   where the process dies, as 'worker settle_purchase: committed'; 'never' for nowhere
  --trace          prints what happened also where everything holds
  --help           prints this

The exit code is 1 where something broke; the seed, what happened in order, and the command that plays it again are printed.`

/** @throws TypeError where the command line cannot be read. */
export function readCommandLine(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      'die-at': { type: 'string' },
      trace: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const seed = values.seed === undefined ? null : count('--seed', values.seed)
  const seeds = values.seeds === undefined ? (seed === null ? 500 : 1) : count('--seeds', values.seeds)
  return {
    help: values.help === true,
    seeds,
    seed,
    crash: crashAt(values['die-at']),
    isTraced: values.trace === true,
  }
}

function crashAt(point: string | undefined): Crash {
  if (point === undefined) return 'as the seed says'
  return point === 'never' ? 'never' : { label: point }
}

function count(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new TypeError(`${name} is "${text}"; it must be a whole number`)
}

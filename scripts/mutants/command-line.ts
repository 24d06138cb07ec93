import { parseArgs } from 'node:util'

export interface Command {
  readonly help: boolean
  readonly list: boolean
  /** Names of mutants; none is all. */
  readonly only: readonly string[]
  readonly suites: readonly Suite[]
}

export type Suite = 'reseller' | 'vtpass'
const suites = ['reseller', 'vtpass'] as const

export const usage = `npm run mutants -- [--suite reseller|vtpass] [--only NAME,…] [--list]

Plants a mistake in the reference reseller, or in the simulator, one at a time, and runs the suite's cases that name it:
each has to fail. Without the mistake they have to pass.

  --suite NAME   one of the two suites
  --only NAMES   some of the mutants
  --list         prints the mutants, and the mistakes that have none, and why
  --help         prints this

The exit code is 1 where a mutant survives, is stale, or is caught by other cases alone.`

/** @throws TypeError where the command line cannot be read. */
export function readCommandLine(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      suite: { type: 'string' },
      only: { type: 'string', multiple: true },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const suite = suites.find((each) => each === values.suite)
  if (values.suite !== undefined && suite === undefined)
    throw new TypeError(`--suite is "${values.suite}"; it is reseller or vtpass`)
  return {
    help: values.help === true,
    list: values.list === true,
    only: (values.only ?? []).flatMap((names) => names.split(',')).filter((name) => name !== ''),
    suites: suite === undefined ? suites : [suite],
  }
}

#!/usr/bin/env node
import { OptionError } from '../simulator/account-options.ts'
import { CatalogueError } from '../simulator/catalogue/load.ts'
import { version } from '../simulator/version.ts'
import { UsageError } from './settings.ts'
import { start } from './start.ts'

/** The command `vtpass-simulator`. */
async function main(args: readonly string[]): Promise<void> {
  const [command = 'start', ...rest] = args
  const ours = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (ours.includes('--help') || ours.includes('-h') || command === 'help') {
    console.log(await helpOn(command))
  } else if (ours.includes('--version')) console.log(version)
  else if (command === 'exec') await (await import('./exec.ts')).exec(rest)
  else if (command === 'verify-pact') await (await import('./verify-pact.ts')).verifyPact(rest)
  else if (command === 'check') await (await import('./check.ts')).check(rest)
  else if (command === 'start') await start(rest)
  else if (command.startsWith('-')) await start(args)
  else throw new UsageError(`there is no command "${command}"; there are start, exec, check and verify-pact`)
}

async function helpOn(command: string): Promise<string> {
  if (command === 'check') return (await import('./check-help.ts')).helpOnCheck()
  return (await import('./help.ts')).help()
}

/** What a user can put right is told in a line; anything else is a mistake of ours, and shows where. */
function fail(error: unknown): void {
  const isExpected =
    error instanceof UsageError || error instanceof OptionError || error instanceof CatalogueError
  if (isExpected) console.error(`vtpass-simulator: ${error.message}`)
  else console.error(error)
  process.exitCode = isExpected ? 2 : 1
}

main(process.argv.slice(2)).catch(fail)

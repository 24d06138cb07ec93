import { helpOnSettings } from './settings.ts'

/** What --help prints. */
export function help(): string {
  return `A VTpass that runs on your machine.

  vtpass-simulator [start] [options]           start it, and print how to call it
  vtpass-simulator exec [options] -- COMMAND   run COMMAND against one on a free port, then stop it

exec gives COMMAND the variables VTPASS_BASE_URL, VTPASS_API_KEY, VTPASS_PUBLIC_KEY and
VTPASS_SECRET_KEY, and ends with its exit code. Of its own it has

  --fail-on-findings            fail where COMMAND loses money: print what it did wrong, and end with 1
  --ignore-finding NAME         leave one finding out; may be given several times

Options, each also a variable of the environment:
${helpOnSettings()}
  --version                     print the version
  --help                        print this

A TIME is like 30s or 10m, or whole seconds; 0 is off.`
}

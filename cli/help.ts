import { helpOnSettings } from './settings.ts'

/** What --help prints. */
export function help(): string {
  return `A VTpass that runs on your machine.

  vtpass-simulator [start] [options]           start it, and print how to call it
  vtpass-simulator exec [options] -- COMMAND   run COMMAND against one on a free port, then stop it
  vtpass-simulator check vtpass [options]      hold a VTpass to what its documentation says
  vtpass-simulator check reseller [options]    hold a reseller to what must become of its customers' money
  vtpass-simulator verify-pact FILE...         verify your pacts against one, or with --url against that VTpass

exec gives COMMAND the variables VTPASS_BASE_URL, VTPASS_API_KEY, VTPASS_PUBLIC_KEY and
VTPASS_SECRET_KEY, and ends with its exit code. Of its own it has

  --fail-on-findings            fail where COMMAND loses money: print what it did wrong, and end with 1
  --ignore-finding NAME         leave one finding out; may be given several times
  --coverage-threshold N        fail where COMMAND meets fewer than N percent of the outcomes that can cost
                                money, of the products it bought: print those it never met, and end with 1

check has options of its own: vtpass-simulator check --help shows them.

Options of start and exec, each also a variable of the environment:
${helpOnSettings()}
  --version                     print the version
  --help                        print this

A TIME is like 30s or 10m, or whole seconds; 0 is off.`
}

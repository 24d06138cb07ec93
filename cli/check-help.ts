import { helpOnCheckReseller } from './check-reseller-flags.ts'
import { helpOnCheckVtpass } from './check-vtpass-flags.ts'

/** What check --help prints. */
export function helpOnCheck(): string {
  return `Hold something to what it must do. It ends with 0 where everything holds, with 1 where something does
not, and with 2 where it was not told well what to do.

  vtpass-simulator check vtpass [options]      a VTpass, to what its documentation says

${helpOnCheckVtpass}

  vtpass-simulator check reseller [options]    a reseller, to what must become of its customers' money

${helpOnCheckReseller}`
}

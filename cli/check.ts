import { UsageError } from './settings.ts'

/** Holds something to what it must do: `check vtpass`, `check reseller`. Answers the code to end with. */
export async function check(args: readonly string[]): Promise<void> {
  const [subject, ...rest] = args
  if (subject === 'vtpass') {
    const { checkVtpassCommand } = await import('./check-vtpass.ts')
    process.exitCode = await checkVtpassCommand(rest, process.env)
    return
  }
  if (subject === 'reseller') {
    const { checkResellerCommand } = await import('./check-reseller.ts')
    process.exitCode = await checkResellerCommand(rest, process.env)
    return
  }
  throw new UsageError('check needs what to check: vtpass-simulator check vtpass, or check reseller')
}

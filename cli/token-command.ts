import { exec } from 'node:child_process'
import { promisify } from 'node:util'
import { UsageError } from './settings.ts'

const TIMEOUT_MS = 30_000
/** A customer's name is put into a shell's line: the suite makes no others. */
const NAME = /^[\w.-]+$/

/** The last line that a command prints. @throws UsageError that does not repeat what it printed: it may be a token. */
export async function tokenFrom(command: string, customer = ''): Promise<string> {
  if (customer !== '' && !NAME.test(customer)) throw new UsageError(`"${customer}" is no name of a customer`)
  const line = command.replaceAll('{customer}', customer)
  const { stdout } = await promisify(exec)(line, { timeout: TIMEOUT_MS }).catch((error: unknown) => {
    const said = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : ''
    throw new UsageError(`"${line}" has failed: ${said.trim().split('\n').at(-1) || 'it says nothing'}`)
  })
  const token = stdout.trim().split('\n').at(-1)?.trim() ?? ''
  if (/^[\x21-\x7e]+$/.test(token)) return token
  throw new UsageError(`"${line}" prints no token: one line without spaces is one`)
}

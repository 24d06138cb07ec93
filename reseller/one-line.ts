import { ConfigError } from './config.ts'
import { MigrationError } from './storage/migrate.ts'
import { DatabaseUnreachable } from './storage/unreachable.ts'

/** What stops a start: one line where somebody can do something about it, the whole error where it is a mistake of ours. */
export function reasonToStop(error: unknown): string {
  const isClear =
    error instanceof ConfigError || error instanceof DatabaseUnreachable || error instanceof MigrationError
  if (isClear) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

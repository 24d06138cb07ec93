import type { Target } from './strike.ts'

/** Waits, and tells whether the caller still listens. */
export function wait(ms: number, { line, context }: Pick<Target, 'line' | 'context'>): Promise<boolean> {
  const waited = ms > 0 ? context.sleep(ms) : Promise.resolve()
  return waited.then(
    () => !line.isGone,
    () => false,
  )
}

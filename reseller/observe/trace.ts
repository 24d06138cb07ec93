import { AsyncLocalStorage } from 'node:async_hooks'

/** What one request is about. It fills as more becomes known. */
export interface Trace {
  /** The id of the HTTP request: `x-request-id`. */
  readonly request: string
  readonly customer?: string
  /** The name of the person who operates. */
  readonly operator?: string
  readonly purchase?: string
  /** Ours, of that purchase. */
  readonly reference?: string
}

/** It goes with the work and not through the signatures: those who buy need not know that somebody writes it down. */
const traces = new AsyncLocalStorage<Trace>()

/** Does the work, whatever it awaits included, under a trace of its own. */
export function inTrace<Result>(request: string, work: () => Result): Result {
  return traces.run({ request }, work)
}

/** Null outside of any request. */
export function currentTrace(): Trace | null {
  return traces.getStore() ?? null
}

/** Adds to what is known of the request that is under way; nothing outside of any. */
export function noteInTrace(known: Omit<Trace, 'request'>): void {
  const trace = traces.getStore()
  if (trace !== undefined) Object.assign(trace, known)
}

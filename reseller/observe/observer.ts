import { randomUUID } from 'node:crypto'
import { type Log, silent } from '../log.ts'
import { createMetrics, type Metrics } from './metrics.ts'

/** Who sees what the reseller does. It changes nothing, and nothing depends on it. */
export interface Observer {
  readonly log: Log
  readonly metrics: Metrics
  /** Milliseconds on a clock that nobody sets. */
  elapsedMs(): number
  /** For a request that brings no id of its own. */
  newRequestId(): string
}

/** One with metrics of its own. */
export function createObserver(log: Log = silent): Observer {
  return {
    log,
    metrics: createMetrics(),
    elapsedMs: () => performance.now(),
    newRequestId: () => randomUUID(),
  }
}

import type { Watcher } from '../simulator/live-world.ts'

/** What exec asks of its command beside an exit code of 0. */
export interface Demand {
  /** Sees every account that there is, since what it did is gone with it. */
  readonly watcher: Watcher
  /** When the command has ended: what a person reads who has to put it right; null where nothing is short. */
  readonly shortfall: () => string | null
}

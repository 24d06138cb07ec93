import type { Accounts } from './accounts.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import { type Clock, wallClock } from './clock.ts'
import { decideDue } from './engine/decide.ts'
import { evolve } from './engine/evolve.ts'
import type { Luck } from './engine/luck.ts'
import type { Instant } from './engine/time.ts'
import type { World } from './engine/world.ts'
import { createLuck } from './luck.ts'

/** All that the routes need: the accounts, what can be bought, time and luck. */
export interface Simulation {
  readonly catalogue: Catalogue
  readonly accounts: Accounts
  readonly clock: Clock
  now(): Instant
  /** The luck of an account; a promise until it has been loaded. */
  luckOf(world: World): Luck | Promise<Luck>
}

export function createSimulation(
  catalogue: Catalogue,
  accounts: Accounts,
  clock: Clock,
  seed: number,
): Simulation {
  const lucks = new Map<string, Luck | Promise<Luck>>()
  return {
    catalogue,
    accounts,
    clock,
    now: () => ({ world: clock.now(), wall: wallClock.now() }),
    luckOf: ({ account: { id } }) => {
      const known = lucks.get(id)
      if (known !== undefined) return known
      const loading = createLuck(seed, id)
      lucks.set(id, loading)
      // Whoever waits for it hears of a failure; the next one tries again.
      loading.then(
        (luck) => lucks.set(id, luck),
        () => lucks.delete(id),
      )
      return loading
    },
  }
}

/** Lets everything happen that has fallen due in a world, in order. */
export function catchUp(world: World, at: Instant): void {
  for (let event = decideDue(world, at.world); event !== null; event = decideDue(world, at.world)) {
    evolve(world, event)
  }
}

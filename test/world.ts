import type { AccountOptions } from '../simulator/account-options.ts'
import { defaultAccount } from '../simulator/accounts.ts'
import { loadCatalogue } from '../simulator/catalogue/load.ts'
import type { Luck } from '../simulator/engine/luck.ts'
import { openWorld, type ProductState, type World } from '../simulator/engine/world.ts'
import { files } from '../simulator/files.ts'

const catalogue = loadCatalogue(files.catalogue, null)

/** A world for a test of the engine. */
export function worldOf(options: AccountOptions = {}, products: Record<string, ProductState> = {}): World {
  return openWorld(defaultAccount(options), catalogue, products)
}

/** Luck that counts up: 0000000000000001, 0000000000000002 … */
export function countingLuck(): Luck {
  let drawn = 0
  return {
    digits: (length) => String(++drawn).padStart(length, '0').slice(-length),
    fraction: () => (++drawn % 10) / 10,
    name: () => `Person ${++drawn}`,
  }
}

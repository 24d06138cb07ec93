import type { World } from './world.ts'

/** What a state gives to the request: by `fromProviderState`, or put in the place of the same fields. */
export interface Values {
  readonly requestId?: string
  /** Naira. */
  readonly amount?: number
}

type Parameters = Readonly<Record<string, unknown>>

/** Arranges a state with nothing but what anybody may ask VTpass. Rejects where that is not possible. */
export type Arrange = (world: World, parameters: Parameters) => Promise<Values>

/** Every state that a pact may name; docs/contracts.md explains them. */
export const states: Readonly<Record<string, Arrange>> = {
  'a request id that was never used': async (world) => ({ requestId: world.newRequestId() }),

  'a delivered purchase': async (world, parameters) => ({
    requestId: await world.buy(productIn(parameters), 'delivered'),
  }),

  'a pending purchase': async (world, parameters) => ({
    requestId: await world.buy(productIn(parameters), 'pending'),
  }),

  'a failed purchase': async (world, parameters) => ({
    requestId: await world.buy(productIn(parameters), 'failed'),
  }),

  'a purchase for the same recipient a moment ago': async (world, parameters) => {
    await world.buy(productIn(parameters), 'delivered')
    world.hurry()
    return { requestId: world.newRequestId() }
  },

  'a wallet that holds less than the purchase costs': async (world) => ({
    requestId: world.newRequestId(),
    amount: await world.airtimeBeyondTheWallet(),
  }),

  'keys that VTpass does not know': async (world) => {
    world.keepForeignKeys()
    return { requestId: world.newRequestId() }
  },
}

function productIn({ serviceID = 'mtn' }: Parameters): string {
  return String(serviceID)
}

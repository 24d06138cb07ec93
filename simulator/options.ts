import { type AccountOptions, inWords, isAccountOption, OptionError, oneOf } from './account-options.ts'
import type { Clock } from './clock.ts'
import type { ProductState } from './engine/world.ts'
import type { Post } from './webhooks/deliveries.ts'

export interface SimulatorOptions {
  /** The time that every account's clock begins with and follows while it is real. Default: the clock on the wall. */
  readonly clock?: Clock
  /** A whole number; the same seed, clock and calls give the same bytes. Default: 1. */
  readonly seed?: number
  readonly account?: AccountOptions
  /** The states of products that are not active, by serviceID: suspended (034), inactive (035), unreachable (030). */
  readonly products?: Readonly<Record<string, ProductState>>
  /** A directory of product files that are added to ours or replace them. */
  readonly catalogue?: string
  /** The bearer token that the control API asks for. Default: none, and it answers callers on this machine only. */
  readonly controlToken?: string
  /** Whether webhooks may go to addresses that are neither loopback nor private. Default: false. */
  readonly allowPublicCallbacks?: boolean
  /** How a webhook is sent. Default: over the network. */
  readonly post?: Post
}

const productStates = oneOf('active', 'suspended', 'inactive', 'unreachable')

/** @throws OptionError where a product does not exist, or its state. */
export function checkProducts(
  states: Readonly<Record<string, ProductState>>,
  known: ReadonlyMap<string, unknown>,
): void {
  for (const [serviceID, state] of Object.entries(states)) {
    checkProduct(serviceID, known)
    if (!productStates.holds(state)) {
      throw new OptionError(`products["${serviceID}"] is ${inWords(state)}; it must be ${productStates.says}`)
    }
  }
}

/** @throws OptionError where there is no such product. */
export function checkProduct(serviceID: string, known: ReadonlyMap<string, unknown>): void {
  if (!known.has(serviceID)) throw new OptionError(`there is no product "${serviceID}"`)
}

const simulatorOptions = [
  'clock',
  'seed',
  'account',
  'products',
  'catalogue',
  'controlToken',
  'allowPublicCallbacks',
  'post',
  'port',
  'host',
]

/** @throws OptionError where there is no option of a name that is given. */
export function checkNames(options: object): void {
  const unknown = Object.keys(options).find((name) => !simulatorOptions.includes(name))
  if (unknown === undefined) return
  const hint = isAccountOption(unknown)
    ? `; it belongs to account: { ${unknown}: … }`
    : `; there are ${simulatorOptions.join(', ')}`
  throw new OptionError(`there is no option "${unknown}"${hint}`)
}

/** @throws OptionError */
export function checkSeed(seed: number): number {
  if (Number.isSafeInteger(seed) && seed >= 0) return seed
  throw new OptionError(`seed is ${seed}; it must be a whole number from 0`)
}

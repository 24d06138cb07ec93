import type { SimulatorOptions } from './options.ts'
import { createServed, type Simulator } from './simulator.ts'

export { type AccountOptions, OptionError } from './account-options.ts'
export { CatalogueError } from './catalogue/load.ts'
export type { JsonObject, ProductFile } from './catalogue/product-file.ts'
export type * from './client/index.ts'
export { ControlError, connectSimulator, NoSimulatorError } from './client/index.ts'
export type { Clock } from './clock.ts'
export type { AccountState } from './engine/account.ts'
export type { ProductState } from './engine/world.ts'
export type { SimulatorOptions } from './options.ts'
export { type RunningSimulator, type ServerOptions, startSimulator } from './server.ts'
export type { Simulator } from './simulator.ts'

/**
 * A VTpass in this process, which needs no port:
 *
 *     const { fetch, account } = createSimulator()
 *     await fetch('http://vtpass/api/balance', { headers: { 'api-key': account.apiKey, … } })
 *
 * @throws OptionError and CatalogueError, whose messages say what to change.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { app, simulation, ...simulator } = createServed(options)
  return simulator
}

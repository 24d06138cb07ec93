import { accessTo, type ControlOptions } from './access.ts'
import { type AccountControl, accountControlOf } from './account-control.ts'
import { type AccountsControl, accountsOf } from './accounts.ts'
import { callOf } from './call.ts'
import type { Health } from './types.ts'

/** What a simulator can be told and asked. What it has of an account's is the default account's. */
export interface SimulatorControl extends AccountControl {
  readonly accounts: AccountsControl
  health(): Promise<Health>
  /** All of it goes back to the start: the default account as it was, every other account gone. */
  reset(): Promise<void>
}

/** The control of the simulator at an address: `http://127.0.0.1:4040`. Nothing is sent until it is used. */
export function controlOf(url: string, options: ControlOptions = {}): SimulatorControl {
  const access = accessTo(url, options)
  const call = callOf(access)
  return {
    ...accountControlOf(access),
    accounts: accountsOf(access),
    health: () => call('get', '/health'),
  }
}

import { type Access, accessToAccount } from './access.ts'
import { type AccountControl, accountControlOf } from './account-control.ts'
import { type Call, callOf } from './call.ts'
import { type Credentials, credentialsOf } from './credentials.ts'
import { allOf } from './pages.ts'
import type { Account, AccountChange, NewAccount } from './types.ts'

/** An account of one's own: a world that knows nothing of the others, its keys, and what it can be told and asked. */
export interface ControlledAccount extends AccountControl, Credentials {
  readonly id: string
  /** The account as it is now: its wallet, and its settings. */
  read(): Promise<Account>
  /** Changes its settings. What is left out stays. */
  change(settings: AccountChange): Promise<Account>
  /** Its keys are no longer taken, and answers that it holds are cut off. */
  delete(): Promise<void>
}

export interface AccountsControl {
  /** Creates one with keys of its own. What is left out is as in the default account at its start. */
  create(settings?: NewAccount): Promise<ControlledAccount>
  get(id: string): Promise<ControlledAccount>
  /** The default one first. */
  list(): Promise<Account[]>
}

export function accountsOf(access: Access): AccountsControl {
  const call = callOf(access)
  return {
    create: async (settings = {}) =>
      controlledAccount(access, call, await call('post', '/accounts', { body: settings })),
    get: async (id) => controlledAccount(access, call, await call('get', '/accounts/{id}', { path: { id } })),
    list: () => allOf((page) => call('get', '/accounts', { query: page })),
  }
}

function controlledAccount(access: Access, call: Call, account: Account): ControlledAccount {
  const { id } = account
  const path = { id }
  return {
    id,
    ...credentialsOf(account),
    ...accountControlOf(accessToAccount(access, id)),
    read: () => call('get', '/accounts/{id}', { path }),
    change: (settings) => call('patch', '/accounts/{id}', { path, body: settings }),
    delete: () => call('delete', '/accounts/{id}', { path }),
  }
}

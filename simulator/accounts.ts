import { type AccountOptions, changeSettings, defaultSettings, readWallet } from './account-options.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { Account } from './engine/account.ts'
import { openWorld, type ProductState } from './engine/world.ts'
import { LiveWorld, type Surroundings } from './live-world.ts'

/** What every account begins with. */
export interface Start {
  readonly catalogue: Catalogue
  /** What the default account is given, and every other one where it is given nothing else. */
  readonly options: AccountOptions
  readonly products: Readonly<Record<string, ProductState>>
}

type Credentials = Pick<Account, 'apiKey' | 'publicKey' | 'secretKey' | 'email' | 'password'>

const DEFAULT_ID = 'default'

const defaultCredentials: Credentials = {
  apiKey: 'sim-api-key',
  publicKey: 'PK_sim_public_key',
  secretKey: 'SK_sim_secret_key',
  email: 'sandbox@vtpass.com',
  password: 'sandbox',
}

/** Whom answers name instead of the customer ("MTN VTU API Integration", expected response). */
const merchant = { email: 'sandbox@sandbox.vtpass.com', phone: '123450987623' }

const DEFAULT_WALLET_NAIRA = 1_000_000

/** The accounts of a simulator, each a world of its own. */
export class Accounts {
  readonly #start: Start
  readonly #surroundings: Surroundings
  readonly #byId = new Map<string, LiveWorld>()
  readonly #byApiKey = new Map<string, LiveWorld>()
  readonly #byEmail = new Map<string, LiveWorld>()
  #created = 0
  /** The one that every simulator has, and whom a request without credentials is taken for. */
  readonly fallback: LiveWorld

  /** @throws OptionError */
  constructor(start: Start, surroundings: Surroundings) {
    this.#start = start
    this.#surroundings = surroundings
    this.fallback = this.#open(defaultAccount(start.options))
  }

  byApiKey(apiKey: string): LiveWorld | undefined {
    return this.#byApiKey.get(apiKey)
  }

  byEmail(email: string): LiveWorld | undefined {
    return this.#byEmail.get(email)
  }

  byId(id: string): LiveWorld | undefined {
    return this.#byId.get(id)
  }

  /** The default one first, then in the order of their creation. */
  all(): readonly LiveWorld[] {
    return [...this.#byId.values()]
  }

  /**
   * A new account; null where there is one of this id already. Without an id they are counted, so that the same calls make
   * the same accounts.
   *
   * @throws OptionError
   */
  create(options: AccountOptions, named?: string): LiveWorld | null {
    const number = this.#nextNumber()
    const id = named ?? `account-${number}`
    if (this.#byId.has(id)) return null
    const live = this.#open(accountOf(id, credentialsOf(id), this.#start.options, options))
    // Counted last: one that is refused changes nothing.
    if (named === undefined) this.#created = number
    return live
  }

  /** Takes an account away: what it holds is cut off, and its keys are no longer known. */
  remove(live: LiveWorld): void {
    const { id, apiKey, email } = live.world.account
    this.#byId.delete(id)
    this.#byApiKey.delete(apiKey)
    this.#byEmail.delete(email)
    live.end()
  }

  /** The default account as at its start, and no other. */
  reset(): void {
    for (const live of this.all()) if (live !== this.fallback) this.remove(live)
    this.fallback.reset()
    this.#created = 0
  }

  #nextNumber(): number {
    let number = this.#created + 1
    while (this.#byId.has(`account-${number}`)) number += 1
    return number
  }

  #open(account: Account): LiveWorld {
    const { catalogue, products } = this.#start
    const live = new LiveWorld(() => openWorld(account, catalogue, products), this.#surroundings)
    this.#byId.set(account.id, live)
    this.#byApiKey.set(account.apiKey, live)
    this.#byEmail.set(account.email, live)
    return live
  }
}

/** The account that every simulator has. @throws OptionError */
export function defaultAccount(options: AccountOptions): Account {
  return accountOf(DEFAULT_ID, defaultCredentials, options, {})
}

/** What is not given by `options` is as in `start`. */
function accountOf(
  id: string,
  credentials: Credentials,
  start: AccountOptions,
  options: AccountOptions,
): Account {
  const settings = changeSettings(changeSettings(defaultSettings, start), options)
  const openingBalance = readWallet(options.wallet ?? start.wallet ?? DEFAULT_WALLET_NAIRA)
  return { id, ...credentials, merchant, openingBalance, settings }
}

function credentialsOf(id: string): Credentials {
  return {
    apiKey: `sim-api-key-${id}`,
    publicKey: `PK_sim_${id}`,
    secretKey: `SK_sim_${id}`,
    email: `${id}@sandbox.vtpass.com`,
    password: `sandbox-${id}`,
  }
}

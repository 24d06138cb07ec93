import type { World } from './engine/world.ts'

/** The accounts of a simulator, found by the credentials that a request carries. */
export interface Accounts {
  /** Whom a request without credentials is taken for. */
  readonly fallback: World
  byApiKey(apiKey: string): World | undefined
  byEmail(email: string): World | undefined
}

export function accountsOf(worlds: readonly [World, ...World[]]): Accounts {
  const byApiKey = new Map(worlds.map((world) => [world.account.apiKey, world]))
  const byEmail = new Map(worlds.map((world) => [world.account.email, world]))
  return {
    fallback: worlds[0],
    byApiKey: (apiKey) => byApiKey.get(apiKey),
    byEmail: (email) => byEmail.get(email),
  }
}

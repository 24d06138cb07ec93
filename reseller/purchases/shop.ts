import type { Database } from '../storage/database.ts'
import type { RandomBelow } from '../vtpass/reference.ts'
import type { Vtpass } from '../vtpass/vtpass.ts'
import type { LookSettings } from './decide-look.ts'

/** All that buying and looking take from outside: time, luck, the database and the network. */
export interface Shop {
  readonly database: Database
  readonly vtpass: Pick<Vtpass, 'pay' | 'requery'>
  now(): Date
  /** From 0, and below 1. */
  fraction(): number
  readonly randomBelow: RandomBelow
  newId(): string
  readonly settings: ShopSettings
}

interface ShopSettings extends LookSettings {
  /** When a purchase is looked at whose process was not heard of again: longer than a POST may take. */
  readonly leaseMs: number
}

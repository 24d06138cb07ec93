import type { NewRule, Settlement, Transaction } from '../../simulator/index.ts'
import type { Problem, SeenExchange } from '../report/index.ts'
import type { Balance, Bought, Order, ResellerDriver, Told, Word } from './driver.ts'
import type { Plan, World } from './world.ts'

/** What a case is played on: customers and recipients of its own, and what it found out about them. */
export interface Stage extends Omit<World, 'names' | 'driver'> {
  readonly driver: Pick<
    ResellerDriver,
    'webhookUrl' | 'plans' | 'tick' | 'stop' | 'start' | 'settings' | 'verify' | 'alerts' | 'befriend' | 'pay'
  >
  readonly names: World['names']
  readonly customers: readonly Customer[]
  readonly purchases: readonly Purchase[]
  /** How often a purchase for this recipient was asked for under a name of its own. */
  sendsFor(recipient: string): number
  readonly problems: readonly Problem[]
  readonly seen: readonly SeenExchange[]
  /** Somebody new, with so much money in the main wallet: kobo. */
  customer(kobo?: number): Promise<Customer>
  /** Somebody new with friendlies' markup, where the driver can make one. */
  friend(): Promise<Customer>
  fund(customer: Customer, kobo: number): Promise<void>
  recipient(): string
  /** Arranges what VTpass does about this recipient. Rules are asked in the order in which they were added. */
  arrange(recipient: string, rule: NewRule): Promise<void>
  /** Buys, and holds what the customer is told to what VTpass has on record. */
  buy(customer: Customer, wanted?: Wanted): Promise<Purchase>
  /** Sends the same request once more; nothing is added to what is wanted. */
  again(purchase: Purchase): Promise<Told>
  balance(customer: Customer): Promise<Balance>
  status(customer: Customer, requestId: string): Promise<Told>
  transactions(customer: Customer): Promise<readonly Bought[]>
  /** What VTpass has on record for the recipient; what it refused is left out. */
  atVtpass(recipient: string): Promise<readonly Transaction[]>
  /** Settles all that VTpass has for the recipient, which sends its webhook where there is an address. */
  settle(recipient: string, status: Settlement['status']): Promise<void>
  /** Waits until the reseller has ended every doubt of these customers, and is of VTpass's opinion. */
  resolve(): Promise<void>
  /** Asks about all: none of their purchases may be in doubt. */
  isResolved(): Promise<boolean>
  /** What VTpass delivers for the recipient was given back in good faith before: the house bears it. */
  bearLoss(recipient: string): void
  isBorne(recipient: string): boolean
  problem(found: Found): void
  /** Posts to the reseller's webhook. The HTTP status; null where there was no answer. */
  postWebhook(body: string, note: string, contentType?: string): Promise<Answered>
  note(exchange: SeenExchange): void
  /** What is arranged is taken away, and what the case did at VTpass by itself is not counted. */
  end(): Promise<void>
}

export interface Customer {
  readonly name: string
  /** Paid in so far, in kobo. */
  funded: number
}

interface Wanted {
  readonly recipient?: string
  readonly plan?: Plan
  readonly requestId?: string
  readonly useCashback?: boolean
  readonly amount?: number
  /** What it has to cost, in kobo, where the list of plans does not say it. */
  readonly price?: number
  /** What the customer may be told; default: whatever VTpass's record bears out. */
  readonly mayBeTold?: readonly Word[]
}

export interface Purchase {
  readonly customer: Customer
  readonly order: Order
  readonly plan: Plan
  readonly told: Told
  /** What it costs the customer, in kobo; null where nobody says so before. */
  readonly price: number | null
}

export interface Answered {
  readonly status: number | null
  readonly body: string
}

/** A problem, without what it is seldom about. */
export interface Found {
  readonly field?: string
  readonly expected: string
  readonly actual: string
  readonly cost?: string
}

export function recipientsOf({ purchases }: Pick<Stage, 'purchases'>, customer: Customer): readonly string[] {
  const own = purchases.filter((purchase) => purchase.customer === customer)
  return [...new Set(own.map(({ order }) => order.recipient))]
}

/**
 * How the suite drives a reseller from its customers' side. Amounts are whole kobo. What is marked optional and is lacking
 * makes a case a skip, with the reason.
 */
export interface ResellerDriver {
  /** For the report, in a few words: its address. Never a key or a token. */
  readonly name: string
  /** Pays money into a customer's main wallet. A customer who is not there yet is made. */
  fund(customer: string, kobo: number): Promise<void>
  /** Pays money in under the payment's own reference: told again, it is the same payment. May refuse then; never throws. */
  pay?(customer: string, kobo: number, reference: string): Promise<void>
  balance(customer: string): Promise<Balance>
  /** What the customer was told, in the one answer to the one request. Never throws for a refusal. */
  buy(customer: string, order: Order): Promise<Told>
  /** What the customer is told who asks about a purchase. */
  status(customer: string, requestId: string): Promise<Told>
  /** Every purchase of the customer. */
  transactions(customer: string): Promise<readonly Bought[]>
  /** The plans of a service, at the customer's prices. */
  plans?(customer: string, serviceID: string): Promise<readonly ShownPlan[]>
  /** Whether VTpass knows the number, as the customer is told before paying: a smartcard's. */
  verify?(customer: string, serviceID: string, number: string): Promise<Verified>
  /** What the reseller's people are told, each in a line with VTpass's code in it; one that is told again reads otherwise. */
  alerts?(): Promise<readonly string[]>
  /** Makes a customer, who is not there yet, one with friendlies' markup. */
  befriend?(customer: string): Promise<void>
  /**
   * What is set, so that prices are held to it exactly: percents like `2.5`. Where `friendlyMarkup` is not set, friendlies
   * pay what all pay.
   */
  readonly settings?: {
    readonly markup?: number
    readonly friendlyMarkup?: number
    readonly cashback?: number
  }
  /** Where VTpass's webhooks are taken. */
  readonly webhookUrl?: string
  readonly clock?: ResellerClock
  /** Does now what the reseller does in the background, and resolves when all that is due has been done. */
  tick?(): Promise<void>
  /** Ends the reseller at once, as a crash does: nothing is tidied up. */
  stop?(): Promise<void>
  /** Starts it again, and resolves when it answers. */
  start?(): Promise<void>
}

export interface ResellerClock {
  now(): Promise<Date>
  advance(seconds: number): Promise<void>
}

export interface Balance {
  /** What can be spent. */
  readonly main: number
  /** 0 where there is no such wallet. */
  readonly cashback: number
  /** Held for purchases that are in doubt; null where the reseller takes the money at once and shows no such figure. */
  readonly held: number | null
}

/** What a customer buys: a plan of data. */
export interface Order {
  readonly serviceID: string
  readonly variation: string
  readonly recipient: string
  /** The customer's own name for the purchase. */
  readonly requestId: string
  readonly useCashback: boolean
  /** What the customer's program claims that it costs, in kobo. It is never the price. */
  readonly amount?: number
}

/** `unclear`: it could not be found out. */
export type Verified = 'known' | 'not-known' | 'unclear'

/**
 * `processing` is neither yes nor no. `unclear` is no answer at all, or an error that says neither. `later`: nothing was
 * bought, and the same request may be sent again. `unknown`: there is no such purchase of this customer.
 */
export type Word = 'delivered' | 'processing' | 'failed' | 'unclear' | 'later' | 'unknown'

export interface Told {
  readonly word: Word
  /** What the customer is said to have paid or to pay, in kobo; null where nothing is said. */
  readonly amount: number | null
  /** As it stood: a body, or why there is none. */
  readonly said: string
  /** The HTTP status, where there was an answer. */
  readonly status: number | null
  /** With `later`: when to come back, in seconds. */
  readonly retryAfter?: number
}

export interface Bought {
  /** The customer's own. */
  readonly requestId: string
  readonly status: 'pending' | 'delivered' | 'failed' | 'reversed'
  readonly recipient: string
  /** The price, in kobo. */
  readonly amount: number
  /** Cashback that a delivery has given, in kobo. */
  readonly earned: number
}

export interface ShownPlan {
  readonly variation: string
  /** What the customer pays, in kobo. */
  readonly price: number
}

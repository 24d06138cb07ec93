import type { Heard } from './heard.ts'

/**
 * Asks VTpass. Nothing here rejects for what the network does or VTpass says, and nothing is ever asked twice. `purchase`
 * is the id of ours that the call is about: VTpass never hears of it, and whoever writes calls down does.
 */
export interface Vtpass {
  pay(fields: PayFields, purchase?: string): Promise<Heard>
  requery(reference: string, purchase?: string): Promise<Heard>
  /** The plans of a service. */
  variations(serviceID: string): Promise<Heard>
  /** The services of a category: `airtime`, `data`, `tv-subscription`. */
  services(identifier: string): Promise<Heard>
  verify(fields: VerifyFields): Promise<Heard>
  balance(): Promise<Heard>
  /** Lets what is under way end, then closes the connections. */
  close(): Promise<void>
}

/** As VTpass's purchase pages name them; each product takes its own. */
export interface PayFields {
  readonly request_id: string
  readonly serviceID: string
  readonly phone: string
  readonly billersCode?: string
  readonly variation_code?: string
  /** Naira. */
  readonly amount?: number
  readonly quantity?: number
  readonly subscription_type?: 'change' | 'renew'
}

/** Whose smartcard, as VTpass's page "GOTV Subscription Payment API" names it. */
export interface VerifyFields {
  readonly serviceID: string
  readonly billersCode: string
}

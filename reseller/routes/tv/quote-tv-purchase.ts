import { type Kobo, nairaNumber } from '../../pricing/kobo.ts'
import { asText } from '../../vtpass/json.ts'
import { plainText } from '../../vtpass/plain-text.ts'
import type { PayFields } from '../../vtpass/vtpass.ts'
import type { Backend } from '../backend.ts'
import { bad } from '../fields.ts'
import { knownOf, vtpassDown } from '../known-answer.ts'
import type { TvPurchase } from './read-tv-purchase.ts'
import { verifiedSmartcard } from './verified-smartcard.ts'

export interface QuotedSubscription {
  /** What it is called, for people. */
  readonly title: string
  readonly cost: Kobo
  /** What VTpass is told of it, beside the smartcard. */
  readonly asks: Pick<PayFields, 'variation_code' | 'amount'>
}

/**
 * The subscription and its price, by VTpass's word alone.
 *
 * @throws Refusal 400 for a bouquet or a smartcard that there is not, 503 where VTpass cannot be asked
 */
export function quoteTvPurchase(backend: Backend, wanted: TvPurchase): Promise<QuotedSubscription> {
  const { variationCode } = wanted
  return variationCode === null ? renewal(backend, wanted) : change(backend, wanted.serviceID, variationCode)
}

/** What is kept while VTpass cannot be asked is shown, but not sold: its prices may be old. */
async function change({ catalogue }: Backend, serviceID: string, code: string): Promise<QuotedSubscription> {
  const { value, isStale } = knownOf(await catalogue.variations(serviceID))
  if (isStale) throw vtpassDown()
  const bouquet = value.variations.find(({ variation_code, cost }) => variation_code === code && cost > 0)
  if (bouquet === undefined) throw bad(`Variation code ${code} not found`)
  return { title: plainText(bouquet.name), cost: bouquet.cost, asks: { variation_code: code } }
}

/** VTpass's page "GOTV Subscription Payment API": the amount of a renewal is the one that its verification names. */
async function renewal(backend: Backend, wanted: TvPurchase): Promise<QuotedSubscription> {
  const { serviceID, billersCode } = wanted
  const { renewalAmount, content } = await verifiedSmartcard(backend, { serviceID, billersCode })
  if (renewalAmount === null) {
    throw bad(`The renewal amount of ${billersCode} is not known. Use subscription_type change`)
  }
  const title = plainText(asText(content.Current_Bouquet) ?? 'Renewal')
  return { title, cost: renewalAmount, asks: { amount: nairaNumber(renewalAmount) } }
}

import type { Kobo } from '../../pricing/kobo.ts'
import type { RecipientRules } from '../../purchases/recipient.ts'
import {
  type SubscriptionType,
  subscriptionTypes,
  type TvService,
  tvServices,
} from '../../purchases/tv-products.ts'
import type { JsonObject } from '../../vtpass/json.ts'
import { oneOf, optionalAmount, optionalRequestId, optionalSwitch, requiredText } from '../fields.ts'
import { optionalPhone, requiredRecipient } from '../read-recipient.ts'

/** What a customer asks for; null stands for what was not sent. */
export interface TvPurchase {
  readonly serviceID: TvService
  readonly billersCode: string
  readonly subscription: SubscriptionType
  /** Null of a renewal. */
  readonly variationCode: string | null
  readonly amount: Kobo | null
  readonly phone: string | null
  readonly requestId: string | null
  readonly useCashback: boolean
}

/** @throws Refusal 400 for the first field that is wrong */
export function readTvPurchase(body: JsonObject, rules: RecipientRules): TvPurchase {
  const serviceID = oneOf(body.serviceID, 'serviceID', tvServices)
  const billersCode = requiredRecipient(body, 'billersCode', 'smartcard', rules)
  const subscription = oneOf(body.subscription_type, 'subscription_type', subscriptionTypes)
  return {
    serviceID,
    billersCode,
    subscription,
    variationCode: subscription === 'change' ? requiredText(body, 'variation_code') : null,
    amount: optionalAmount(body, 'amount'),
    phone: optionalPhone(body, rules),
    requestId: optionalRequestId(body),
    useCashback: optionalSwitch(body, 'use_cashback'),
  }
}

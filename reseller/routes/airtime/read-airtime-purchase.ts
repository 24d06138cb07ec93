import type { Kobo } from '../../pricing/kobo.ts'
import { type Network, networks } from '../../purchases/airtime-products.ts'
import type { RecipientRules } from '../../purchases/recipient.ts'
import type { JsonObject } from '../../vtpass/json.ts'
import { oneOf, optionalRequestId, optionalSwitch, requiredAmount } from '../fields.ts'
import { requiredRecipient } from '../read-recipient.ts'

/** What a customer asks for; a requestId that is null is to be made. */
export interface AirtimePurchase {
  readonly serviceID: Network
  readonly phone: string
  readonly amount: Kobo
  readonly requestId: string | null
  readonly useCashback: boolean
}

/** @throws Refusal 400 for the first field that is wrong */
export function readAirtimePurchase(body: JsonObject, rules: RecipientRules): AirtimePurchase {
  return {
    serviceID: oneOf(body.serviceID, 'serviceID', networks),
    phone: requiredRecipient(body, 'phone', 'phone', rules),
    amount: requiredAmount(body, 'amount'),
    requestId: optionalRequestId(body),
    useCashback: optionalSwitch(body, 'use_cashback'),
  }
}

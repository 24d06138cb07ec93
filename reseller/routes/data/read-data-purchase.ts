import type { Kobo } from '../../pricing/kobo.ts'
import { type DataService, dataServices } from '../../purchases/data-products.ts'
import type { RecipientRules } from '../../purchases/recipient.ts'
import type { JsonObject } from '../../vtpass/json.ts'
import { optionalAmount, optionalRequestId, optionalSwitch, requiredText } from '../fields.ts'
import { optionalPhone, requiredRecipient } from '../read-recipient.ts'
import { readDataService } from './read-data-service.ts'

/** What a customer asks for; null stands for what was not sent. */
export interface DataPurchase {
  readonly serviceID: DataService
  readonly billersCode: string
  readonly variationCode: string
  readonly amount: Kobo | null
  readonly phone: string | null
  readonly requestId: string | null
  readonly useCashback: boolean
}

/** Reads the body of a purchase, field by field in the document's order. @throws Refusal 400 for the first that is wrong */
export function readDataPurchase(body: JsonObject, rules: RecipientRules): DataPurchase {
  const serviceID = readDataService(body.serviceID)
  return {
    serviceID,
    billersCode: requiredRecipient(body, 'billersCode', dataServices[serviceID], rules),
    variationCode: requiredText(body, 'variation_code'),
    amount: optionalAmount(body, 'amount'),
    phone: optionalPhone(body, rules),
    requestId: optionalRequestId(body),
    useCashback: optionalSwitch(body, 'use_cashback'),
  }
}

import type { Kobo } from '../../pricing/kobo.ts'
import {
  type DataService,
  dataServices,
  type RecipientKind,
  type RecipientRules,
  recipientFault,
} from '../../purchases/data-products.ts'
import type { JsonObject } from '../../vtpass/json.ts'
import { bad, optionalAmount, optionalSwitch, optionalText, requestIdIn, requiredText } from '../fields.ts'
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
    billersCode: readNumber('billersCode', requiredText(body, 'billersCode'), dataServices[serviceID], rules),
    variationCode: requiredText(body, 'variation_code'),
    amount: optionalAmount(body, 'amount'),
    phone: readPhone(optionalText(body, 'phone'), rules),
    requestId: (body.request_id ?? null) === null ? null : requestIdIn(body),
    useCashback: optionalSwitch(body, 'use_cashback'),
  }
}

function readPhone(phone: string | null, rules: RecipientRules): string | null {
  return phone === null ? null : readNumber('phone', phone, 'phone', rules)
}

function readNumber(field: string, number: string, kind: RecipientKind, rules: RecipientRules): string {
  const fault = recipientFault(number, kind, rules)
  if (fault !== null) throw bad(`${field} must be ${fault}`)
  return number
}

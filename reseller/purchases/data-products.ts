/** The services that the data API document sells, in its order, with what a recipient of each looks like. */
export const dataServices = {
  'mtn-data': 'phone',
  'airtel-data': 'phone',
  'glo-data': 'phone',
  'etisalat-data': 'phone',
  'smile-direct': 'account',
  spectranet: 'account',
  'glo-sme-data': 'phone',
} as const satisfies Record<string, RecipientKind>

export type DataService = keyof typeof dataServices

/** A phone has eleven digits and a leading zero; Smile and Spectranet number their accounts by themselves. */
export type RecipientKind = 'phone' | 'account'

export function isDataService(serviceID: unknown): serviceID is DataService {
  return typeof serviceID === 'string' && Object.hasOwn(dataServices, serviceID)
}

/** VTpass's page "Spectranet API": a quantity must be sent. It sells cards, and here one at a time. */
export const soldByThePiece: ReadonlySet<DataService> = new Set(['spectranet'])

/** Numbers that stand for an outcome in VTpass's sandbox ("MTN Data Subscription API", sandbox). */
const testNumbers: readonly string[] = [
  '08011111111',
  '1212121212',
  '201000000000',
  '500000000000',
  '400000000000',
  '300000000000',
]

const patterns: Record<RecipientKind, RegExp> = { phone: /^0\d{10}$/, account: /^\d{5,15}$/ }

const descriptions: Record<RecipientKind, string> = {
  phone: 'a phone number of 11 digits with its leading zero, like 08012345678',
  account: 'an account number of 5 to 15 digits',
}

export interface RecipientRules {
  readonly allowsTestNumbers: boolean
}

/** What a number must be, in words; null where it is that. */
export function recipientFault(number: string, kind: RecipientKind, rules: RecipientRules): string | null {
  if (rules.allowsTestNumbers && testNumbers.includes(number)) return null
  return patterns[kind].test(number) ? null : descriptions[kind]
}

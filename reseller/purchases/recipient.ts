/**
 * A phone has eleven digits and a leading zero. Smile and Spectranet number their accounts by themselves, and so does GOTV
 * its smartcards.
 */
export type RecipientKind = 'phone' | 'account' | 'smartcard'

/** Numbers that stand for an outcome in VTpass's sandbox ("MTN Data Subscription API", sandbox); GOTV's are among them. */
const testNumbers: readonly string[] = [
  '08011111111',
  '1212121212',
  '201000000000',
  '500000000000',
  '400000000000',
  '300000000000',
]

const patterns: Record<RecipientKind, RegExp> = {
  phone: /^0\d{10}$/,
  account: /^\d{5,15}$/,
  smartcard: /^\d{5,15}$/,
}

const descriptions: Record<RecipientKind, string> = {
  phone: 'a phone number of 11 digits with its leading zero, like 08012345678',
  account: 'an account number of 5 to 15 digits',
  smartcard: 'the number of a smartcard, of 5 to 15 digits',
}

export interface RecipientRules {
  readonly allowsTestNumbers: boolean
}

/** What a number must be, in words; null where it is that. */
export function recipientFault(number: string, kind: RecipientKind, rules: RecipientRules): string | null {
  if (rules.allowsTestNumbers && testNumbers.includes(number)) return null
  return patterns[kind].test(number) ? null : descriptions[kind]
}

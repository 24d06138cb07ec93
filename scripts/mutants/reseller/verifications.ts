import type { ResellerMutant } from './mutant.ts'

const VERIFY = 'vtpass/verification.ts'

/** Of whom a smartcard belongs to. */
export const verificationMutants: readonly ResellerMutant[] = [
  {
    name: 'verified-by-000',
    mistake: 19,
    title: '000 is a verification, although content.error is set',
    file: VERIFY,
    replace:
      "if (asText(content.error) !== null || content.WrongBillersCode === true) return { kind: 'refused', said }\n  if (typeof content.Customer_Name !== 'string') return { kind: 'unavailable', said }",
    by: '',
    caughtBy: ['smartcard-that-is-not-known'],
  },
  {
    name: 'verified-by-a-flag',
    mistake: 19,
    title: 'WrongBillersCode alone is read, which a smartcard never has',
    file: VERIFY,
    replace: 'asText(content.error) !== null || ',
    by: '',
    caughtBy: ['smartcard-that-is-not-known'],
  },
  {
    name: 'verified-by-silence',
    mistake: 19,
    title: 'A network error is a verification: false == null',
    file: VERIFY,
    replace: "if (heard.kind !== 'answer') return { kind: 'unavailable', said: heard.why }",
    by: "if (heard.kind !== 'answer') return { kind: 'verified', customerName: '', renewalAmount: null, content: {} }",
    caughtBy: ['verification-that-is-not-heard'],
  },
  {
    name: 'empty-body-verifies',
    mistake: 32,
    title: 'A missing body is a verification: null == 0 in PHP',
    file: VERIFY,
    replace: 'const isAnswered =',
    by: "if (code === null) return { kind: 'verified', customerName: '', renewalAmount: null, content: {} }\n  const isAnswered =",
    caughtBy: ['verification-that-is-empty'],
  },
  {
    name: 'verified-by-an-error',
    mistake: 19,
    title: 'The test is the wrong way round: whoever has an error is verified',
    file: 'vtpass/verification.ts',
    replace:
      "if (asText(content.error) !== null || content.WrongBillersCode === true) return { kind: 'refused', said }\n  if (typeof content.Customer_Name !== 'string') return { kind: 'unavailable', said }",
    by: "if (asText(content.error) === null) return { kind: 'refused', said }\n  if (typeof content.Customer_Name !== 'string') return { kind: 'verified', customerName: '', renewalAmount: null, content }",
    caughtBy: ['smartcard-that-is-known', 'smartcard-that-is-not-known'],
  },
]

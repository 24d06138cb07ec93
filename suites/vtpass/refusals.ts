import type { Template } from './template.ts'

/** The texts of "Response Codes", but for 010, whose own was seen to be longer. */
export const codeTexts = {
  '000': 'TRANSACTION SUCCESSFUL',
  '001': 'TRANSACTION QUERY',
  '010': 'VARIATION CODE DOES NOT EXIST FOR SELECTED PRODUCT',
  '011': 'INVALID ARGUMENTS',
  '012': 'PRODUCT DOES NOT EXIST',
  '013': 'BELOW MINIMUM AMOUNT ALLOWED',
  '014': 'REQUEST ID ALREADY EXIST',
  '015': 'INVALID REQUEST ID',
  '016': 'TRANSACTION FAILED',
  '017': 'ABOVE MAXIMUM AMOUNT ALLOWED',
  '018': 'LOW WALLET BALANCE',
  '019': 'LIKELY DUPLICATE TRANSACTION',
  '020': 'BILLER CONFIRMED',
  '021': 'ACCOUNT LOCKED',
  '022': 'ACCOUNT SUSPENDED',
  '023': 'API ACCESS NOT ENABLE FOR USER',
  '024': 'ACCOUNT INACTIVE',
  '025': 'RECIPIENT BANK INVALID',
  '026': 'RECIPIENT ACCOUNT COULD NOT BE VERIFIED',
  '027': 'IP NOT WHITELISTED, CONTACT SUPPORT',
  '028': 'PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT',
  '030': 'BILLER NOT REACHABLE AT THIS POINT',
  '031': 'BELOW MINIMUM QUANTITY ALLOWED',
  '032': 'ABOVE MINIMUM QUANTITY ALLOWED',
  '034': 'SERVICE SUSPENDED',
  '035': 'SERVICE INACTIVE',
  '040': 'TRANSACTION REVERSAL',
  '044': 'TRANSACTION RESOLVED',
  '089': 'REQUEST IS PROCESSING, PLEASE WAIT BEFORE MAKING ANOTHER REQUEST',
  '091': 'TRANSACTION NOT PROCESSED',
  '099': 'TRANSACTION IS PROCESSING',
} as const

export type Code = keyof typeof codeTexts

/** The three texts of 085, with the dash and the curly quotes of their page. */
export const improperTexts = {
  'no date': 'IMPROPER REQUEST ID: DOES NOT CONTAIN DATE',
  'no proper date':
    'IMPROPER REQUEST ID: NOT PROPER DATE FORMAT – FIRST 8 CHARACTERS MUST BE DATE (TODAY’S DATE – YYYYMMDD)',
  'not today':
    'IMPROPER REQUEST ID: DATE NOT TODAY’S DATE – FIRST 8 CHARACTERS MUST BE TODAY’S DATE IN THIS FORMAT: YYYYMMDD',
} as const

/** A business refusal: HTTP 200, as was seen. */
export function refusal(code: Code): { readonly body: Template } {
  return { body: refusalBody(code, codeTexts[code]) }
}

export function refusalBody(code: string, text: string): Template {
  return { code, response_description: text, content: { errors: [] } }
}

/** Wrong credentials: HTTP 401, and the text stands in `message`. */
export const wrongCredentials = {
  status: 401,
  body: { code: '087', message: 'INVALID CREDENTIALS' },
} as const

/** The unexpected answer: HTTP 500, and no order. */
export const systemError = { status: 500, body: { code: '083', content: { errors: [] } } } as const

/** The catalogue's own refusal: `errors` is a text, and there is no response_description. */
export function catalogueRefusal(errors: string): { readonly body: Template } {
  return { body: { code: '011', content: { errors } } }
}

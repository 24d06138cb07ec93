import type { PayFields } from '../../reseller/index.ts'
import type { State } from './agree.ts'
import { number, text, word, words } from './matchers.ts'

/** The request id of every purchase; a state puts a fresh one in its place when a provider is verified. */
export const REFERENCE = '202503101014k3nf8a2qxz7wm1p9'

export const NEW_REQUEST_ID: State = ['a request id that was never used']

export const airtime: PayFields = {
  request_id: REFERENCE,
  serviceID: 'mtn',
  amount: 100,
  phone: '08011111111',
}

export const spectranet: PayFields = {
  request_id: REFERENCE,
  serviceID: 'spectranet',
  billersCode: '1212121212',
  variation_code: 'vt-1000',
  phone: '1212121212',
  quantity: 1,
}

/** What stands in the answer to a purchase and to its requery; whether amounts are texts or numbers counts for nothing. */
function transactionAnswer(code: string, status: string, description: string) {
  return {
    code,
    response_description: words(description),
    requestId: REFERENCE,
    content: {
      transactions: {
        status,
        product_name: words('MTN Airtime VTU'),
        unique_element: words('08011111111'),
        quantity: number(1),
        transactionId: word('17415980564672211596777904'),
        commission: number(3.5),
        total_amount: number(96.5),
      },
    },
  }
}

/** A transaction that was delivered, in VTpass's format of 2025. */
export const deliveredAnswer = {
  ...transactionAnswer('000', 'delivered', 'TRANSACTION SUCCESSFUL'),
  purchased_code: text(''),
}

/** Spectranet's page is of 2022. */
export const cardsAnswer = {
  ...transactionAnswer('000', 'delivered', 'TRANSACTION SUCCESSFUL'),
  purchased_code: words('PIN: 08999186, S/N:81560189'),
  cards: [{ serialNumber: words('81560189'), pin: words('08999186') }],
}

export const pendingAnswer = transactionAnswer('000', 'pending', 'TRANSACTION PROCESSING - PENDING')
export const failedAnswer = transactionAnswer('016', 'failed', 'TRANSACTION FAILED')

/** What the reseller reads from the answers above. */
export const RECEIPT = {
  transactionId: '17415980564672211596777904',
  totalAmount: 9650,
  commission: 350,
}

/** VTpass has another form for its own failures: no words. */
export const SYSTEM_ERROR = { code: '083' }
export const INVALID_CREDENTIALS = { code: '087', message: words('INVALID CREDENTIALS') }

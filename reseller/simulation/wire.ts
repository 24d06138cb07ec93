import type { Heard } from '../vtpass/heard.ts'
import type { OrderStatus, Reply } from './fates.ts'

/** What VTpass says of an order, in the shapes in which it was seen to say it. */

/** What an order says of itself. */
export interface Told {
  readonly reference: string
  readonly status: OrderStatus
  /** Kobo. */
  readonly cost: number
  readonly total: number
  readonly transactionId: string
}

const codes: Record<OrderStatus, readonly [code: string, said: string]> = {
  pending: ['000', 'TRANSACTION PROCESSING - PENDING'],
  delivered: ['000', 'TRANSACTION SUCCESSFUL'],
  failed: ['016', 'TRANSACTION FAILED'],
  reversed: ['040', 'TRANSACTION REVERSAL TO WALLET'],
}

export function orderBody({ reference, status, cost, total, transactionId }: Told): object {
  const [code, said] = codes[status]
  const amount = cost / 100
  return {
    code,
    response_description: said,
    requestId: reference,
    amount,
    purchased_code: '',
    content: {
      transactions: {
        status,
        amount,
        unit_price: amount,
        quantity: 1,
        total_amount: total / 100,
        transactionId,
      },
    },
  }
}

export function answerOf(body: unknown, httpStatus = 200): Heard {
  return { kind: 'answer', httpStatus, contentType: 'application/json', body }
}

export const LOST: Heard = { kind: 'lost', why: 'no whole answer in time' }
export const NOT_SENT: Heard = { kind: 'not-sent', why: 'connection refused' }

const refusal =
  (code: string, said: string, httpStatus = 200) =>
  () =>
    answerOf({ code, response_description: said, content: { errors: [] } }, httpStatus)

export const invalidRequestId = refusal('015', 'INVALID REQUEST ID')
export const alreadyExists = refusal('014', 'REQUEST ID ALREADY EXIST')

/** Whatever is said that is not of the order itself. */
export const replies: Record<Exclude<Reply, 'truth'>, (reference: string) => Heard> = {
  lost: () => LOST,
  html: () => answerOf('<html><title>502 Bad Gateway</title></html>', 502),
  garbage: () => answerOf(['{"code":"016"', null]),
  'code 083': () => answerOf({ code: '083', content: { errors: [] } }, 500),
  'code 099': refusal('099', 'TRANSACTION IS PROCESSING'),
  'code 089': refusal('089', 'REQUEST IS PROCESSING'),
  'code 044': refusal('044', 'TRANSACTION RESOLVED'),
  'code 018': refusal('018', 'LOW WALLET BALANCE'),
  'code 012': refusal('012', 'PRODUCT DOES NOT EXIST'),
  'code 019': refusal('019', 'LIKELY DUPLICATE TRANSACTION'),
  'code 087': () => answerOf({ code: '087', message: 'INVALID CREDENTIALS' }, 401),
  'another order': (reference) =>
    answerOf(
      orderBody({
        reference: `${reference.slice(0, 12)}0000another00000`,
        status: 'failed',
        cost: 100,
        total: 100,
        transactionId: '1',
      }),
    ),
}

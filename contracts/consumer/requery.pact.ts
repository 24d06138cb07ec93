import { expect } from 'vitest'
import { outcomeOfRequery } from '../../reseller/index.ts'
import { type Agreement, agree } from './agree.ts'
import { words } from './matchers.ts'
import {
  cardsAnswer,
  deliveredAnswer,
  failedAnswer,
  INVALID_CREDENTIALS,
  NEW_REQUEST_ID,
  pendingAnswer,
  RECEIPT,
  REFERENCE,
} from './purchases.ts'

/** Agrees on what a requery is answered, and what that comes to. */
function requerying(description: string, answered: Omit<Agreement, 'request'>, outcome: object): void {
  const request = { post: '/requery', body: { request_id: REFERENCE } }
  agree(description, { request, ...answered }, async (vtpass) => {
    expect(outcomeOfRequery(await vtpass.requery(REFERENCE), REFERENCE)).toMatchObject(outcome)
  })
}

requerying(
  'a requery of a purchase that was delivered',
  { given: ['a delivered purchase'], answer: deliveredAnswer },
  { kind: 'delivered', alert: null, receipt: RECEIPT },
)

requerying(
  'a requery of a Spectranet PIN that was delivered',
  { given: ['a delivered purchase', { serviceID: 'spectranet' }], answer: cardsAnswer },
  { kind: 'delivered', receipt: { answer: { cards: [{ pin: '08999186' }] } } },
)

requerying(
  'a requery of a purchase that is pending',
  { given: ['a pending purchase'], answer: pendingAnswer },
  { kind: 'nothing-learnt', status: 'pending', alert: null },
)

requerying(
  'a requery of a purchase that failed',
  { given: ['a failed purchase'], answer: failedAnswer },
  { kind: 'failed', code: '016', alert: null },
)

requerying(
  'a requery of a purchase that never arrived',
  { given: NEW_REQUEST_ID, answer: { code: '015', response_description: words('INVALID REQUEST ID') } },
  { kind: 'no-order', code: '015', alert: null },
)

requerying(
  'a requery with keys that VTpass does not know',
  { given: ['keys that VTpass does not know'], status: 401, answer: INVALID_CREDENTIALS },
  { kind: 'nothing-learnt', code: '087', alert: 'credentials' },
)

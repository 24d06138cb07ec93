import { nairaNumber } from '../pricing/kobo.ts'
import type { ProductKind, Purchase, PurchaseState } from '../storage/purchase.ts'
import { asObject, asText } from '../vtpass/json.ts'
import { failureCode, failureMessage } from './failure.ts'
import { paidContent, transactionDate } from './paid-content.ts'
import { Refusal } from './refusal.ts'
import { type Answer, done } from './render.ts'

const successes: Record<ProductKind, string> = {
  data: 'Data purchase successful',
  airtime: 'Airtime purchase successful',
  tv: 'TV purchase successful',
}

const ofNew: Record<PurchaseState, (purchase: Purchase) => Answer> = {
  sending: processing,
  unknown: processing,
  review: processing,
  delivered,
  failed: refuse,
  reversed: refuse,
}

/** What a purchase came to, as the answer to its request. @throws Refusal 400 where it failed */
export function answerPurchase(purchase: Purchase): Answer {
  return ofNew[purchase.state](purchase)
}

/** The same asked for again: it buys nothing more. @throws Refusal 400 where it failed */
export function answerReplay(purchase: Purchase): Answer {
  const answer = ofNew[purchase.state]
  return answer === processing ? stillProcessing(purchase) : answer(purchase)
}

function delivered(purchase: Purchase): Answer {
  const said = asObject(purchase.answer)
  return done(successes[purchase.kind], {
    id: purchase.id,
    code: '000',
    response_description: asText(said?.response_description) ?? 'TRANSACTION SUCCESSFUL',
    content: paidContent(purchase, 'text', 'delivered'),
    requestId: purchase.requestId,
    amount: nairaNumber(purchase.price),
    transaction_date: transactionDate(purchase),
    ...bought(purchase),
  })
}

function processing(purchase: Purchase): Answer {
  return done('Transaction is being processed', {
    id: purchase.id,
    code: purchase.lastCode === '099' ? '099' : '000',
    response_description: 'TRANSACTION IS PROCESSING',
    status: 'processing',
    message: 'Transaction is being processed. Status will be updated via webhook.',
    requestId: purchase.requestId,
    amount: nairaNumber(purchase.price),
  })
}

/** The document answers 400 here, with a body of its own. */
function stillProcessing({ requestId, transactionId }: Purchase): Answer {
  return {
    status: 400,
    body: {
      success: false,
      message: 'Transaction is still processing',
      data: { requestId, status: 'pending', transaction_number: transactionId },
    },
  }
}

function refuse(purchase: Purchase): never {
  throw new Refusal(400, failureMessage(purchase))
}

interface Query {
  readonly status: 'pending' | 'delivered' | 'failed' | 'reversed'
  /** Of VTpass, or what stands for it. */
  code(purchase: Purchase): string
  /** Where VTpass's own words are not of this code. */
  readonly words: string
}

const pending: Query = {
  status: 'pending',
  code: ({ lastCode }) => (lastCode === '000' ? '000' : '099'),
  words: 'TRANSACTION IS PROCESSING',
}

const queries: Record<PurchaseState, Query> = {
  sending: pending,
  unknown: pending,
  review: pending,
  delivered: { status: 'delivered', code: () => '000', words: 'TRANSACTION SUCCESSFUL' },
  failed: { status: 'failed', code: failureCode, words: 'TRANSACTION FAILED' },
  reversed: { status: 'reversed', code: failureCode, words: 'TRANSACTION REVERSED' },
}

/** What is known of a purchase, whatever that is, as the answer to a query. */
export function answerQuery(purchase: Purchase): Answer {
  const { status, code, words } = queries[purchase.state]
  const said = asObject(purchase.answer)
  const isOfThisCode = status !== 'pending' && said?.code === code(purchase)
  return done('Transaction status retrieved successfully', {
    response_description: (isOfThisCode ? asText(said?.response_description) : null) ?? words,
    code: code(purchase),
    content: paidContent(purchase, 'number', status),
    requestId: purchase.requestId,
    amount: nairaNumber(purchase.price),
    transaction_date: transactionDate(purchase),
    ...(status === 'delivered' ? bought(purchase) : {}),
  })
}

/** The PIN or token that was bought; Spectranet's cards stand beside `content`. */
function bought({ answer }: Purchase): object {
  const said = asObject(answer)
  const code = asText(said?.purchased_code)
  const cards = Array.isArray(said?.cards) ? said.cards.filter((card) => asObject(card) !== null) : []
  return {
    ...(code === null ? {} : { purchased_code: code }),
    ...(cards.length === 0 ? {} : { cards }),
  }
}

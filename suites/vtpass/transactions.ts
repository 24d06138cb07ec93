import { isRecord } from './compare.ts'
import type { Exchange } from './conversation.ts'
import type { Outcome } from './outcomes.ts'
import type { ProductPage } from './products.ts'
import { priceOf, type Sale } from './sale.ts'
import {
  digits,
  eMail,
  lagosDate,
  phoneNumber,
  type Span,
  type Template,
  textLike,
  transactionId,
  utcDate,
} from './template.ts'

/** A purchase that was asked for. */
export interface Order {
  readonly product: ProductPage
  readonly sale: Sale
  readonly requestId: string
  readonly outcome: Outcome
  /** Whom answers name; null where it is not known. */
  readonly merchant: { readonly email: string; readonly phone: string } | null
  /** When it was made. */
  readonly span: Span
  /** What its answer has told already, which requery must repeat; null where nothing is known. */
  readonly told: Told | null
}

/** What VTpass makes up for a purchase, once. */
export interface Told {
  readonly transactionId: string
  readonly date: unknown
  readonly purchasedCode: unknown
  readonly cards: unknown
}

/** The answer to pay. */
export function paid(order: Order): Template {
  return order.product.format === '2022' ? answer2022(order) : paid2025(order)
}

/** The answer to requery. */
export function requeried(order: Order): Template {
  return order.product.format === '2022' ? answer2022(order) : requeried2025(order)
}

/** What an answer to pay has told; null where it is none of a purchase. */
export function toldBy({ body }: Exchange): Told | null {
  if (!isRecord(body) || !isRecord(body.content)) return null
  const { transactions } = body.content
  if (!isRecord(transactions) || typeof transactions.transactionId !== 'string') return null
  return {
    transactionId: transactions.transactionId,
    date: body.transaction_date,
    purchasedCode: body.purchased_code,
    cards: body.cards,
  }
}

function paid2025(order: Order): Template {
  const { product, sale, outcome, requestId } = order
  const { unitPrice, amount = unitPrice, quantity = 1, commission, total } = sale
  return {
    code: outcome.code,
    content: {
      transactions: {
        status: outcome.status,
        product_name: product.productName,
        unique_element: recipientOf(order),
        unit_price: unitPrice,
        quantity,
        service_verification: null,
        channel: 'api',
        commission,
        total_amount: total,
        discount: null,
        type: product.type,
        ...merchantOf(order),
        name: null,
        convinience_fee: 0,
        amount,
        platform: 'api',
        method: 'api',
        transactionId: idOf(order),
        commission_details: commissionDetails(commission, product.rate),
      },
    },
    response_description: outcome.text,
    requestId,
    amount: priceOf(sale),
    transaction_date: order.told === null ? utcDate(order.span) : asTold(order.told.date),
    purchased_code: '',
  }
}

function requeried2025(order: Order): Template {
  const { product, sale, outcome, requestId } = order
  const { unitPrice, quantity = 1, roundedCommission, total } = sale
  return {
    response_description: outcome.text,
    code: outcome.code,
    content: {
      transactions: {
        status: outcome.status,
        product_name: product.productName,
        unique_element: recipientOf(order),
        unit_price: Number(unitPrice),
        quantity,
        service_verification: null,
        channel: 'api',
        commission: roundedCommission,
        total_amount: total,
        discount: null,
        type: product.type,
        ...merchantOf(order),
        name: null,
        extras: null,
        convinience_fee: 0,
        amount: priceOf(sale),
        platform: 'api',
        method: 'wallet',
        transactionId: idOf(order),
        product_id: product.productId,
        commission_details: commissionDetails(roundedCommission, product.rate),
      },
    },
    requestId,
    amount: priceOf(sale),
    transaction_date: order.told === null ? utcDate(order.span) : asTold(order.told.date),
    purchased_code: '',
  }
}

/** The format of 2022 is the same for pay and for requery. */
function answer2022(order: Order): Template {
  const { product, sale, outcome, requestId, told } = order
  const { unitPrice, quantity = 1, commission, total } = sale
  const isDelivered = outcome.status === 'delivered'
  // They come with the delivery: what was told before it could not tell them.
  const toldCards = told?.cards === undefined ? null : told
  return {
    code: outcome.code,
    content: {
      transactions: {
        status: outcome.status,
        product_name: product.productName,
        unique_element: recipientOf(order),
        unit_price: unitPrice,
        quantity,
        service_verification: null,
        channel: 'api',
        commission,
        total_amount: total,
        discount: null,
        type: product.type,
        email: order.merchant === null ? eMail : 'sandbox@vtpass.com',
        phone: order.merchant === null ? phoneNumber : '07061933309',
        name: null,
        convinience_fee: 0,
        amount: priceOf(sale),
        platform: 'api',
        method: 'api',
        transactionId: idOf(order),
      },
    },
    response_description: outcome.text,
    requestId,
    amount: priceOf(sale).toFixed(2),
    transaction_date:
      told === null
        ? { date: lagosDate(order.span), timezone_type: 3, timezone: 'Africa/Lagos' }
        : asTold(told.date),
    purchased_code: isDelivered
      ? toldCards === null
        ? pinText(quantity)
        : asTold(toldCards.purchasedCode)
      : '',
    ...(isDelivered && { cards: toldCards === null ? cardsOf(sale) : asTold(toldCards.cards) }),
  }
}

/** One text for each card: that of several is ours. */
function pinText(quantity: number): Template {
  const one = 'PIN: \\d{8}, S/N:\\d{8}'
  const all = new Array(quantity).fill(one).join('\\|\\|')
  return textLike(`text with ${quantity} of "PIN: 12345678, S/N:12345678"`, new RegExp(`^${all}$`))
}

function cardsOf({ unitPrice, quantity = 1 }: Sale): Template {
  return Array.from({ length: quantity }, () => ({
    serialNumber: digits(8),
    pin: digits(8),
    expiresOn: '2040-10-12',
    value: unitPrice,
  }))
}

function commissionDetails(amount: number, rate: string): Template {
  return { amount, rate, rate_type: 'percent', computation_type: 'default' }
}

function recipientOf({ product, sale }: Order): string {
  return String(sale.fields[product.recipient])
}

function merchantOf({ merchant }: Order): { email: Template; phone: Template } {
  return merchant ?? { email: eMail, phone: phoneNumber }
}

function idOf({ told, span }: Order): Template {
  return told?.transactionId ?? transactionId(span)
}

/** A value of VTpass's own as a template: it has been compared once, and must now be repeated. */
function asTold(value: unknown): Template {
  return value as Template
}

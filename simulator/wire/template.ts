import type { Product } from '../catalogue/product.ts'
import { utcDateTime } from '../engine/time.ts'
import type { Transaction } from '../engine/transaction.ts'
import type { Answer } from './answer.ts'
import { addsNothing } from './purchased.ts'
import type { Merchant } from './transaction-2025.ts'

/**
 * Two answers about the same plan at the same price differ in four values only. The first of them is written with
 * marks in their place, and kept as the pieces between the marks; every further one is those pieces and its values.
 * That takes a fifth off a purchase, whose answer would otherwise be the largest part of its work.
 */
type Pieces = readonly string[]

const marked = {
  requestId: '\u0001requestId',
  transactionId: '\u0001transactionId',
  recipient: '\u0001recipient',
  createdAt: 0,
}
const GAP = new RegExp(`"\\\\u0001(\\w+)"|"${utcDateTime(marked.createdAt)}"`)
const DATE = 'date'

/** A price text is the client's, so what is kept has a bound. */
const MOST_KEPT = 256
const LONGEST_PRICE = 16

const kept = new WeakMap<Product, Map<string, Pieces>>()

/**
 * An answer whose JSON is written each time that it is read, byte for byte what `JSON.stringify(write(transaction))` gives:
 * the journal keeps thousands, and their texts would be more than all else that it keeps. Not to be spread.
 */
export class TemplateAnswer implements Answer {
  readonly #pieces: Pieces
  readonly #transaction: Transaction

  constructor(pieces: Pieces, transaction: Transaction) {
    this.#pieces = pieces
    this.#transaction = transaction
  }

  get status(): number {
    return 200
  }

  get contentType(): string {
    return 'application/json'
  }

  get body(): string {
    return fill(this.#pieces, this.#transaction)
  }
}

/** What an answer is made by, beside its transaction. */
export interface Writing {
  readonly kind: 'pay' | 'requery'
  readonly code: string
  readonly merchant: Merchant
  /** Uses nothing but the transaction and what stands here. */
  write(transaction: Transaction): object
}

/** The answer about a transaction; null where no template can hold it. */
export function answerFromTemplate(transaction: Transaction, writing: Writing): TemplateAnswer | null {
  if (!addsNothing(transaction) || transaction.unitPriceText.length > LONGEST_PRICE) return null
  if (last === null || !isLikeLast(last, transaction, writing))
    last = { transaction, writing, pieces: piecesFor(transaction, writing) }
  return new TemplateAnswer(last.pieces, transaction)
}

interface Written {
  readonly transaction: Transaction
  readonly writing: Writing
  readonly pieces: Pieces
}

/** One answer is often like the one before it, and to compare the two costs less than to write a key. */
let last: Written | null = null

function isLikeLast(
  { transaction: one, writing }: Written,
  other: Transaction,
  otherWriting: Writing,
): boolean {
  return (
    writing.kind === otherWriting.kind &&
    writing.code === otherWriting.code &&
    writing.merchant === otherWriting.merchant &&
    one.product === other.product &&
    one.status === other.status &&
    one.quantity === other.quantity &&
    one.unitPriceText === other.unitPriceText
  )
}

function piecesFor(transaction: Transaction, { kind, code, merchant, write }: Writing): Pieces {
  const { product, status, unitPriceText, quantity } = transaction
  const key = `${kind} ${code} ${merchant.email} ${merchant.phone} ${status} ${unitPriceText} ${quantity}`
  return keptFor(product).get(key) ?? keep(product, key, write({ ...transaction, ...marked }))
}

function keptFor(product: Product): Map<string, Pieces> {
  const known = kept.get(product) ?? new Map<string, Pieces>()
  if (known.size === 0) kept.set(product, known)
  return known
}

function keep(product: Product, key: string, answer: object): Pieces {
  const pieces = JSON.stringify(answer)
    .split(GAP)
    .map((piece) => piece ?? DATE)
  const known = keptFor(product)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, pieces)
  return pieces
}

/** Every second piece is the name of a value. */
function fill(pieces: Pieces, transaction: Transaction): string {
  let text = pieces[0] ?? ''
  for (let index = 1; index < pieces.length; index += 2) {
    text += writtenValue(pieces[index] ?? '', transaction) + pieces[index + 1]
  }
  return text
}

function writtenValue(name: string, transaction: Transaction): string {
  if (name === DATE) return `"${utcDateTime(transaction.createdAt)}"`
  return JSON.stringify(transaction[name as 'requestId' | 'transactionId' | 'recipient'])
}

import type { Product } from '../catalogue/product.ts'
import { utcDateTime } from '../engine/time.ts'
import type { Transaction } from '../engine/transaction.ts'
import type { Answer } from './answer.ts'
import { addsNothing } from './purchased.ts'

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

/**
 * The answer about a transaction; null where no template can hold it.
 *
 * @param kind what tells this answer from others about the same purchase: all that `write` uses beside the transaction.
 */
export function answerFromTemplate(
  transaction: Transaction,
  kind: string,
  write: (transaction: Transaction) => object,
): TemplateAnswer | null {
  if (!addsNothing(transaction) || transaction.unitPriceText.length > LONGEST_PRICE) return null
  const { product, status, unitPriceText, quantity } = transaction
  const key = `${kind} ${status} ${unitPriceText} ${quantity}`
  const pieces = keptFor(product).get(key) ?? keep(product, key, write({ ...transaction, ...marked }))
  return new TemplateAnswer(pieces, transaction)
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

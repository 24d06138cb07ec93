import { type Cell, coverageReport, type Known } from './coverage-report.ts'
import { type Doubt, Doubts } from './doubts.ts'
import type { Exercised, ExercisedWebhook } from './exercised.ts'
import type { RequeryPath, WebhookOutcome } from './money-outcomes.ts'
import type { Schemas } from './schemas.ts'
import { verdictOf } from './verdict.ts'

/** Clients may send any serviceID: from so many combinations on, new ones are counted without it. */
const MOST_CELLS = 10_000

/**
 * What a run has exercised, counted while it goes on. Noting costs one count for nearly every exchange; what can be
 * worked out of the counts is worked out by the report. Request ids are remembered only while they are in doubt.
 */
export class CoverageTally {
  readonly #cells = new Map<string, Cell>()
  readonly #paths = new Map<RequeryPath | WebhookOutcome, Map<string, number>>()
  readonly #doubts = new Doubts()
  #last: Cell | undefined

  note(exchange: Exercised): void {
    this.#count(exchange)
    if (exchange.requestId === null) return
    if (exchange.endpoint === 'pay') this.#followPay(exchange, exchange.requestId)
    else if (exchange.endpoint === 'requery') this.#followRequery(exchange, exchange.requestId)
  }

  /** An attempt that nobody acknowledged has told nothing, and new plans cost no money. */
  noteWebhook({ serviceID, kind, isAcknowledged }: ExercisedWebhook): void {
    if (!isAcknowledged || kind === 'variations') return
    this.#countPath('told-by-webhook', serviceID)
    if (kind === 'reversed') this.#countPath('delivered-then-reversed', serviceID)
  }

  report(known: Known): Schemas['Coverage'] {
    return coverageReport([...this.#cells.values()], this.#paths, known)
  }

  reset(): void {
    this.#cells.clear()
    this.#last = undefined
    this.#paths.clear()
    this.#doubts.clear()
  }

  #count(exchange: Exercised): void {
    const cell = this.#cellOf(exchange)
    if (cell !== undefined) cell.count += 1
    else if (this.#cells.size < MOST_CELLS || exchange.serviceID === null) {
      this.#cells.set(keyOf(exchange), { exchange, count: 1 })
    } else this.#count({ ...exchange, serviceID: null })
  }

  /** One exchange is often like the one before it, and to compare the two costs less than to write a key. */
  #cellOf(exchange: Exercised): Cell | undefined {
    if (this.#last !== undefined && isAlike(this.#last.exchange, exchange)) return this.#last
    this.#last = this.#cells.get(keyOf(exchange))
    return this.#last
  }

  #followPay(exchange: Exercised, requestId: string): void {
    const { serviceID, heard, actual, code, status } = exchange
    const verdict = heard === 'whole' ? verdictOf('pay', { code, status, httpStatus: null }) : 'unclear'
    if (verdict === 'settled') this.#doubts.delete(requestId)
    if (verdict !== 'unclear') return
    const told = heard === 'whole' && actual === 'pending' ? 'pending' : 'unheard'
    this.#doubts.set(requestId, { serviceID, told })
  }

  #followRequery({ heard, serviceID, code, status }: Exercised, requestId: string): void {
    const doubt = this.#doubts.get(requestId)
    const service = doubt?.serviceID ?? serviceID
    if (service === null) return
    if (heard !== 'whole') {
      this.#countPath('requery-unheard', service)
      return
    }
    const verdict = verdictOf('requery', { code, status, httpStatus: null })
    if (verdict === 'unclear') {
      if (doubt !== undefined && status === 'pending') doubt.told = 'pending'
      return
    }
    const path = pathTo(verdict === 'settled' ? outcomeSaid(code, status) : 'no-order', doubt)
    if (path !== null) this.#countPath(path, service)
    this.#doubts.delete(requestId)
  }

  #countPath(path: RequeryPath | WebhookOutcome, serviceID: string): void {
    const counts = this.#paths.get(path) ?? new Map<string, number>()
    this.#paths.set(path, counts)
    if (counts.size < MOST_CELLS || counts.has(serviceID))
      counts.set(serviceID, (counts.get(serviceID) ?? 0) + 1)
  }
}

type Outcome = 'delivered' | 'failed' | 'reversed' | 'no-order'

/** What a settled answer says: by its status, and where it has none, by its code. */
function outcomeSaid(code: string | null, status: string | null): Outcome {
  if (status === 'delivered' || status === 'reversed') return status
  return code === '040' ? 'reversed' : 'failed'
}

function pathTo(outcome: Outcome, doubt: Doubt | undefined): RequeryPath | null {
  if (outcome === 'reversed') return 'delivered-then-reversed'
  if (doubt === undefined) return null
  if (outcome === 'no-order') return 'unheard-then-no-order'
  return `${doubt.told}-then-${outcome}`
}

function isAlike(one: Exercised, other: Exercised): boolean {
  return (
    one.endpoint === other.endpoint &&
    one.serviceID === other.serviceID &&
    one.code === other.code &&
    one.status === other.status &&
    one.fault === other.fault &&
    one.heard === other.heard &&
    one.actual === other.actual
  )
}

function keyOf({ endpoint, serviceID, code, status, fault, heard, actual }: Exercised): string {
  return `${endpoint}\n${serviceID}\n${code}\n${status}\n${fault}\n${heard}\n${actual}`
}

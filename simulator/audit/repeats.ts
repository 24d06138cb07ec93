import type { Millis } from '../engine/time.ts'
import { type Dossier, requestIdOf } from './dossier.ts'
import type { Exchange } from './exchange.ts'
import { isDoubt, type Knowledge, knowsNothing, learn } from './knowledge.ts'
import type { Purchase } from './purchase.ts'
import type { FindingName } from './schemas.ts'
import type { Verdict } from './verdict.ts'

/** A purchase, and what was bought again with new request ids when it should have been asked about. */
export interface Repeat {
  readonly name: RepeatName
  readonly first: Purchase
  /** The 019 that was passed over, if it was one. */
  readonly refusal: Exchange | null
  readonly again: readonly Exchange[]
}

export type RepeatName = Extract<FindingName, `bought-again-${string}`>

/** How long a second purchase is a likely duplicate ("Response Codes", 019). */
const DUPLICATE_WINDOW_MS = 30_000

/** Every purchase that was bought again, in the order in which that began. */
export function repeatsOf(dossier: Dossier): Repeat[] {
  const watch = new Watch()
  for (const exchange of dossier.exchanges) {
    const purchase = dossier.purchases.get(requestIdOf(exchange))
    if (purchase !== undefined) watch.see(purchase, exchange)
  }
  return watch.repeats
}

/** Whether something may have been bought, or was only kept from it by 019. */
const triesToBuy: Record<Verdict, boolean> = {
  settled: true,
  unclear: true,
  'not-found': true,
  duplicate: true,
  refused: false,
  'used-before': false,
}

/** A purchase that was refused with 019. */
interface Duplicate {
  readonly refused: Purchase
  readonly refusal: Exchange
  /** What VTpass took it for; null where nothing of the kind was bought within the window: the 019 came on command. */
  readonly original: Purchase | null
  /** Where a chain of refusals began. */
  readonly beginning: { readonly first: Purchase; readonly refusal: Exchange }
}

class Watch {
  readonly #knowledge = new Map<Purchase, Knowledge>()
  /** The id of the last requery's entry. */
  readonly #lastRequery = new Map<Purchase, number>()
  /** What is in doubt of each thing, oldest first. */
  readonly #doubts = new Map<string, Set<Purchase>>()
  readonly #duplicates = new Map<string, Duplicate>()
  /** The last that was bought for each service and recipient. */
  readonly #lastBought = new Map<string, { readonly purchase: Purchase; readonly at: Millis }>()
  readonly #repeats = new Map<string, Repeat & { readonly again: Exchange[] }>()

  get repeats(): Repeat[] {
    return [...this.#repeats.values()]
  }

  see(purchase: Purchase, exchange: Exchange): void {
    const before = this.#knowledge.get(purchase) ?? knowsNothing
    if (exchange.speaker === 'requery') this.#lastRequery.set(purchase, exchange.entry.id)
    else if (before.state === 'no-order' && triesToBuy[exchange.verdict]) this.#buy(purchase, exchange)
    const knowledge = learn(before, exchange)
    this.#knowledge.set(purchase, knowledge)
    this.#noteDoubt(purchase, isDoubt(knowledge.state))
  }

  /** A purchase of something that this request id has not bought so far. */
  #buy(purchase: Purchase, exchange: Exchange): void {
    const { thing, target } = purchase
    if (thing === null || target === null) return
    const duplicate = this.#duplicatePassedOver(thing, exchange)
    const doubted = this.#firstInDoubt(thing, purchase, exchange.at)
    if (duplicate !== null) this.#report('bought-again-after-019', exchange, duplicate.beginning)
    else if (doubted !== null)
      this.#report(this.#nameOf(doubted), exchange, { first: doubted, refusal: null })
    if (exchange.verdict === 'duplicate') {
      this.#duplicates.set(thing, this.#duplicateOf(purchase, exchange, duplicate))
      return
    }
    this.#duplicates.delete(thing)
    this.#lastBought.set(target, { purchase, at: exchange.at })
  }

  #nameOf(doubted: Purchase): RepeatName {
    return this.#knowledge.get(doubted)?.state === 'used-before'
      ? 'bought-again-after-014'
      : 'bought-again-while-in-doubt'
  }

  #duplicateOf(refused: Purchase, refusal: Exchange, chain: Duplicate | null): Duplicate {
    const last = this.#lastBought.get(refused.target ?? '')
    const original = last !== undefined && isInWindow(refusal.at - last.at) ? last.purchase : null
    const beginning = chain?.beginning ?? { first: original ?? refused, refusal }
    return { refused, refusal, original, beginning }
  }

  /**
   * The 019 that buying this thing passes over, or null. Whoever knows what became of the original may well buy a second, and so
   * may who bought something else for the recipient before. Without an original it is passed over within the window.
   */
  #duplicatePassedOver(thing: string, { at }: Exchange): Duplicate | null {
    const duplicate = this.#duplicates.get(thing)
    if (duplicate === undefined || this.#wasAskedAbout(duplicate)) return null
    const { original, refusal } = duplicate
    const isPassedOver =
      original === null
        ? isInWindow(at - refusal.at)
        : original.thing === thing && this.#isInDoubt(original, at)
    return isPassedOver ? duplicate : null
  }

  #wasAskedAbout({ refused, original, refusal }: Duplicate): boolean {
    return [refused, original].some(
      (purchase) => purchase !== null && (this.#lastRequery.get(purchase) ?? 0) > refusal.entry.id,
    )
  }

  #firstInDoubt(thing: string, except: Purchase, at: Millis): Purchase | null {
    const doubts = this.#doubts.get(thing) ?? new Set()
    for (const purchase of doubts) {
      if (purchase === except) continue
      if (this.#isInDoubt(purchase, at)) return purchase
      // A webhook has told of it: nobody has to look at it again.
      doubts.delete(purchase)
    }
    return null
  }

  #isInDoubt(purchase: Purchase, at: Millis): boolean {
    const { state } = this.#knowledge.get(purchase) ?? knowsNothing
    return isDoubt(state) && (purchase.acknowledgedAt === null || purchase.acknowledgedAt > at)
  }

  #noteDoubt(purchase: Purchase, doubt: boolean): void {
    if (purchase.thing === null) return
    const doubts = this.#doubts.get(purchase.thing) ?? new Set()
    this.#doubts.set(purchase.thing, doubts)
    if (doubt) doubts.add(purchase)
    else doubts.delete(purchase)
  }

  #report(name: RepeatName, again: Exchange, { first, refusal }: Duplicate['beginning'] | NoRefusal): void {
    const key = `${name} ${first.requestId}`
    const known = this.#repeats.get(key)
    if (known === undefined) this.#repeats.set(key, { name, first, refusal, again: [again] })
    else known.again.push(again)
  }
}

interface NoRefusal {
  readonly first: Purchase
  readonly refusal: null
}

function isInWindow(passedMs: Millis): boolean {
  return passedMs >= 0 && passedMs < DUPLICATE_WINDOW_MS
}

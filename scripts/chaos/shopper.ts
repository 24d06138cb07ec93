import { setTimeout } from 'node:timers/promises'
import { type Answer, type Heard, readPurchaseAnswer, readQueryAnswer, type Told } from './answers.ts'
import type { Luck } from './luck.ts'
import type { Wanted } from './plan.ts'

/** A purchase, and all that the customer's programs heard of it, in the order in which they heard it. */
export interface Experience {
  readonly wanted: Wanted
  readonly told: Told[]
  /** What the reseller says in the end; null where it knows of none. */
  last: Told | null
}

/** What the customers' programs know, and what they have met. */
export interface Market {
  readonly urls: readonly [string, ...string[]]
  readonly luck: Luck
  tokenOf(customer: string): string
  /** Pays money in; it is there when this ends. */
  topUp(customer: string): Promise<void>
  readonly tally: MarketTally
}

export interface MarketTally {
  answers: number
  /** Broken connections, silence, and our own hanging up. */
  unheard: number
  later: number
  /** What must never be answered. */
  readonly wrong: string[]
}

const PATIENCE_MS = 4_000
const PAUSE_MS = 60
/** With less than a second a request it is long over by then, whatever is killed meanwhile. */
const MOST_ATTEMPTS = 400

/** Buys until it is known what became of it, or the customer gives up for lack of money. */
export async function shop(wanted: Wanted, market: Market): Promise<Experience> {
  const experience: Experience = { wanted, told: [], last: null }
  await Promise.all(Array.from({ length: wanted.twins }, () => buy(experience, market)))
  return experience
}

async function buy({ wanted, told }: Experience, market: Market): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const patienceMs = attempt < wanted.hangUps ? wanted.hangUpMs : PATIENCE_MS
    const heard = await ask(
      market,
      wanted.customer,
      'purchase',
      bodyOf(wanted),
      readPurchaseAnswer,
      patienceMs,
    )
    if (heard?.kind === 'told') {
      told.push(heard.told)
      return
    }
    if (heard?.kind === 'wrong') return
    if (heard?.kind === 'insufficient') {
      if (market.luck.fraction() < 0.3) return
      await market.topUp(wanted.customer)
    }
    await setTimeout(PAUSE_MS + market.luck.below(2 * PAUSE_MS))
  }
  market.tally.wrong.push(`${wanted.requestId} was asked for ${MOST_ATTEMPTS} times in vain`)
}

function bodyOf({ requestId, plan, recipient, usesCashback }: Wanted): object {
  return {
    request_id: requestId,
    serviceID: plan.serviceID,
    billersCode: recipient,
    variation_code: plan.variation,
    use_cashback: usesCashback,
  }
}

/** Asks what became of it in the end. */
export async function queryLast(experience: Experience, market: Market): Promise<void> {
  const { customer, requestId } = experience.wanted
  const body = { request_id: requestId }
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const heard = await ask(market, customer, 'query', body, readQueryAnswer, PATIENCE_MS)
    if (heard?.kind === 'none' || heard?.kind === 'wrong') return
    if (heard?.kind === 'told') {
      experience.last = heard.told
      return
    }
    await setTimeout(PAUSE_MS)
  }
}

/** Null where nothing was heard. */
async function ask(
  market: Market,
  customer: string,
  path: 'purchase' | 'query',
  body: object,
  read: (answer: Answer) => Heard,
  patienceMs: number,
): Promise<Heard | null> {
  const { tally, urls, luck } = market
  const answer = await post(
    `${luck.oneOf(urls)}/api/v1/vtpass/data/${path}`,
    market.tokenOf(customer),
    body,
    patienceMs,
  )
  if (answer === null) {
    tally.unheard += 1
    return null
  }
  tally.answers += 1
  const heard = read(answer)
  if (heard.kind === 'later') tally.later += 1
  if (heard.kind === 'wrong') tally.wrong.push(heard.why)
  return heard
}

/** Null where no whole answer came in time. */
export async function post(
  url: string,
  token: string,
  body: object,
  patienceMs: number,
): Promise<Answer | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    })
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: await answer.json(),
    }
  } catch {
    return null
  }
}

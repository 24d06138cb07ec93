import { setTimeout as sleep } from 'node:timers/promises'
import type { Balance, Bought, Order, ResellerDriver, ShownPlan, Told, Verified, Word } from './driver.ts'
import { koboOf } from './money.ts'

/** A reseller that speaks the data API document, and the wallet of openapi/reseller.yaml. */
export interface DataApiSettings {
  /** `http://127.0.0.1:4050` */
  readonly url: string
  /** A token of this customer's, who is made where there is none. */
  tokenOf(customer: string): Promise<string>
  /** A token for paying money in. */
  operatorToken(): Promise<string>
  /** Default: `/api/v1/vtpass/webhook` there; null where there is none. */
  readonly webhookUrl?: string | null
  /** Where people read their alerts, behind `/api/v1/`. Default: nowhere. */
  readonly alertsPath?: string
  readonly settings?: ResellerDriver['settings']
  readonly befriend?: ResellerDriver['befriend']
  /** Lets so many seconds go by, where what only reads is told to come back later. Default: waits by the clock on the wall. */
  wait?(seconds: number): Promise<unknown>
}

const TIMEOUT_MS = 90_000
const MOST_TRIES = 10
const PAGE = 200

interface Answer {
  readonly status: number | null
  readonly text: string
  /** Undefined where it is no JSON. */
  readonly body: unknown
  readonly retryAfter: number | null
}

export function createDataApiDriver(settings: DataApiSettings): ResellerDriver {
  const root = settings.url.replace(/\/+$/, '')
  const { webhookUrl = `${root}/api/v1/vtpass/webhook`, befriend } = settings
  const wait = settings.wait ?? ((seconds) => sleep(seconds * 1000))
  const tokens = new Map<string, Promise<string>>()
  let operator: Promise<string> | null = null
  const tokenOf = (customer: string) => {
    const token = tokens.get(customer) ?? settings.tokenOf(customer)
    tokens.set(customer, token)
    return token
  }

  const operatorToken = () => {
    operator ??= settings.operatorToken()
    return operator
  }

  async function ask(token: string, path: string, fields?: object): Promise<Answer> {
    const init = {
      method: fields === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(fields === undefined ? {} : { body: JSON.stringify(fields) }),
    }
    try {
      const answer = await fetch(`${root}/api/v1/${path}`, init)
      const text = await answer.text()
      const after = answer.headers.get('retry-after')
      return {
        status: answer.status,
        text,
        body: parsed(text),
        retryAfter: after === null ? null : Number(after),
      }
    } catch (error) {
      return { status: null, text: reasonOf(error), body: undefined, retryAfter: null }
    }
  }

  /** Asks until it is answered: what only reads may be asked again. @throws Error where it is refused */
  async function read(token: string, path: string, fields?: object): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      const { status, text, body, retryAfter } = await ask(token, path, fields)
      if (status === 200) return at(body, 'data')
      if ((status !== 429 && status !== 503) || tries >= MOST_TRIES)
        throw new Error(`${path} is answered ${status ?? 'not at all'}: ${text.slice(0, 300)}`)
      await wait(retryAfter ?? 1)
    }
  }

  return {
    name: root,
    ...(webhookUrl === null ? {} : { webhookUrl }),
    fund: async (customer, kobo) => {
      await tokenOf(customer)
      const reference = `check-${customer}-${crypto.randomUUID()}`
      await read(await operatorToken(), 'wallet/fund', { customer, amount: kobo / 100, reference })
    },
    pay: async (customer, kobo, reference) => {
      await ask(await operatorToken(), 'wallet/fund', { customer, amount: kobo / 100, reference })
    },
    balance: async (customer) => balanceOf(await read(await tokenOf(customer), 'wallet')),
    buy: async (customer, order) =>
      toldOfPurchase(await ask(await tokenOf(customer), 'vtpass/data/purchase', fieldsOf(order))),
    status: async (customer, requestId) =>
      toldOfQuery(await ask(await tokenOf(customer), 'vtpass/data/query', { request_id: requestId })),
    transactions: async (customer) => {
      const token = await tokenOf(customer)
      const all: Bought[] = []
      let cursor = ''
      do {
        const page = await read(token, `vtpass/data/transactions?limit=${PAGE}${cursor}`)
        all.push(...listAt(page, 'items').map(boughtOf))
        const next = at(page, 'next')
        cursor = typeof next === 'string' ? `&cursor=${encodeURIComponent(next)}` : ''
      } while (cursor !== '')
      return all
    },
    plans: async (customer, serviceID) => {
      const list = await read(await tokenOf(customer), `vtpass/data/variation-codes?serviceID=${serviceID}`)
      return listAt(list, 'variations').map(planOf)
    },
    verify: async (customer, serviceID, number) =>
      verifiedBy(await ask(await tokenOf(customer), 'vtpass/tv/verify', { serviceID, billersCode: number })),
    ...(befriend === undefined ? {} : { befriend }),
    ...(settings.alertsPath === undefined
      ? {}
      : {
          alerts: async () => {
            const token = await operatorToken()
            return listAt(await read(token, settings.alertsPath ?? ''), 'items').map(
              (one) => `${at(one, 'kind')} ${at(one, 'detail')}, ${at(one, 'times')} times`,
            )
          },
        }),
    ...(settings.settings === undefined ? {} : { settings: settings.settings }),
  }
}

function fieldsOf({ serviceID, variation, recipient, requestId, useCashback, amount }: Order): object {
  return {
    serviceID,
    billersCode: recipient,
    variation_code: variation,
    phone: recipient,
    request_id: requestId,
    use_cashback: useCashback,
    ...(amount === undefined ? {} : { amount: amount / 100 }),
  }
}

function toldOfPurchase(answer: Answer): Told {
  const { status, text, body, retryAfter } = answer
  const amount = at(body, 'data', 'amount')
  return {
    word: wordOfPurchase(answer),
    amount: status === 200 && typeof amount === 'number' ? koboOf(amount) : null,
    said: text,
    status,
    ...(retryAfter === null ? {} : { retryAfter }),
  }
}

/** The document: 200 is delivered or processing; 400 is a no, but for a purchase that is still processing. */
function wordOfPurchase({ status, body, retryAfter }: Answer): Word {
  if (status === null) return 'unclear'
  if (status === 200) return wordOf(at(body, 'data', 'status') ?? statusIn(body))
  if (status === 400 && at(body, 'data', 'status') === 'pending') return 'processing'
  if (status === 429 || (status === 503 && retryAfter !== null)) return 'later'
  return status >= 500 ? 'unclear' : 'failed'
}

function verifiedBy({ status }: Answer): Verified {
  if (status === 200) return 'known'
  return status === 400 ? 'not-known' : 'unclear'
}

function toldOfQuery({ status, text, body }: Answer): Told {
  const amount = at(body, 'data', 'amount')
  const word: Word =
    status === 200 ? wordOf(statusIn(body)) : status === null || status >= 500 ? 'unclear' : 'unknown'
  return { word, amount: typeof amount === 'number' ? koboOf(amount) : null, said: text, status }
}

function statusIn(body: unknown): unknown {
  return at(body, 'data', 'content', 'transactions', 'status')
}

function wordOf(status: unknown): Word {
  if (status === 'delivered') return 'delivered'
  return status === 'failed' || status === 'reversed' ? 'failed' : 'processing'
}

function balanceOf(data: unknown): Balance {
  const amount = (name: string) => {
    const value = at(data, name)
    if (typeof value !== 'number') throw new Error(`the wallet has no number "${name}"`)
    return koboOf(value)
  }
  return { main: amount('main'), cashback: amount('cashback'), held: amount('held') }
}

function boughtOf(item: unknown): Bought {
  const status = at(item, 'status')
  const known = (['pending', 'delivered', 'failed', 'reversed'] as const).find((one) => one === status)
  if (known === undefined) throw new Error(`a transaction has the status "${status}"`)
  return {
    requestId: String(at(item, 'requestId')),
    status: known,
    recipient: String(at(item, 'recipient')),
    amount: koboOf(Number(at(item, 'amount'))),
    earned: koboOf(Number(at(item, 'earned') ?? 0)),
  }
}

function planOf(plan: unknown): ShownPlan {
  return {
    variation: String(at(plan, 'variation_code')),
    price: koboOf(String(at(plan, 'variation_amount'))),
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  )
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = at(value, name)
  return Array.isArray(list) ? list : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

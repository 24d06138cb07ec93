import type { Wish } from './customers.ts'
import type { Luck } from './luck.ts'
import type { Answered } from './reseller-process.ts'
import type { Scheduler } from './scheduler.ts'

/** What a client was told, so that it can be held to it afterwards. */
export interface Told {
  readonly wish: Wish
  /** As the client sent it, or as the reseller named it. */
  readonly requestId: string | null
  readonly status: number
  readonly message: string
  /** The purchase, where the answer names it. */
  readonly id: string | null
}

export interface Line {
  readonly scheduler: Scheduler
  readonly luck: Luck
  /** Asks any process that lives; `cut` where none does, or where it died. */
  ask(path: string, customer: string, body: object): Promise<Answered>
  told(what: Told): void
}

const DATA = '/api/v1/vtpass/data'
const MOST_TRIES = 6

/** A client that asks again, under the same name, as long as it does not know. */
export async function fulfil(wish: Wish, line: Line): Promise<void> {
  const { scheduler, luck } = line
  let { requestId } = wish
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answered = await line.ask(`${DATA}/purchase`, wish.customer.id, bodyOf(wish, requestId))
    if (answered !== 'cut') {
      const told = toldIn(answered, wish, requestId)
      requestId = told.requestId
      line.told(told)
      if (answered.status < 500) break
    }
    // Without a name, to ask again would be to buy again.
    if (requestId === null) return
    await scheduler.reach(null, 'waits, and asks again', '', luck.pick([100, 2_000, 30_000, 300_000]))
  }
  if (wish.queriesAfterMs === null || requestId === null) return
  await scheduler.reach(null, 'waits, and queries', '', wish.queriesAfterMs)
  await line.ask(`${DATA}/query`, wish.customer.id, { request_id: requestId })
}

function bodyOf({ plan, useCashback }: Wish, requestId: string | null): object {
  return {
    serviceID: 'mtn-data',
    billersCode: '08011111111',
    variation_code: plan.code,
    use_cashback: useCashback,
    ...(requestId === null ? {} : { request_id: requestId }),
  }
}

interface Body {
  readonly message?: string
  readonly data?: { readonly id?: string; readonly requestId?: string }
}

function toldIn(answered: Exclude<Answered, 'cut'>, wish: Wish, sent: string | null): Told {
  const { message = '', data }: Body = JSON.parse(answered.body)
  const [, named] = /Ask again with request_id (\S+):/.exec(message) ?? []
  const requestId = sent ?? data?.requestId ?? named ?? null
  return { wish, requestId, status: answered.status, message, id: data?.id ?? null }
}

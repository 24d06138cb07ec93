import { readAnswer } from '../vtpass/answer.ts'
import { readBalance } from '../vtpass/balance.ts'
import type { Heard } from '../vtpass/heard.ts'
import { outcomeOfPay } from '../vtpass/outcome-of-pay.ts'
import { outcomeOfRequery } from '../vtpass/outcome-of-requery.ts'
import type { Vtpass } from '../vtpass/vtpass.ts'
import type { Observer } from './observer.ts'
import { currentTrace, noteInTrace } from './trace.ts'

export interface VtpassSurroundings {
  now(): Date
  /** The purchase of a reference of ours; null where there is none, or nobody can tell. */
  purchaseOf(reference: string): Promise<string | null>
}

type Call = Exclude<keyof Vtpass, 'close'>

/**
 * The same VTpass, with a line and a measurement for each call. No body is written down; what is heard goes through
 * untouched.
 */
export function observeVtpass(
  vtpass: Vtpass,
  observer: Observer,
  { now, purchaseOf }: VtpassSurroundings,
): Vtpass {
  const { log, metrics, elapsedMs } = observer

  async function observed(
    call: Call,
    ask: () => Promise<Heard>,
    outcomeOf = kindOf,
    about?: About,
  ): Promise<Heard> {
    const startedMs = elapsedMs()
    const heard = await ask()
    const ms = elapsedMs() - startedMs
    const purchase = await about?.purchase
    const outcome = outcomeOf(heard)
    metrics.vtpassCalls.observe({ call, outcome }, ms / 1000)
    if (about !== undefined)
      noteInTrace({ reference: about.reference, ...(purchase == null ? {} : { purchase }) })
    const line = {
      call,
      reference: about?.reference,
      purchase,
      outcome,
      ...factsOf(heard),
      ms: Math.round(ms),
    }
    log[heard.kind === 'answer' ? 'info' : 'warn'](line, 'VTpass was asked')
    return heard
  }

  const known = (reference: string) => purchaseOf(reference).catch(() => null)

  return {
    pay: (fields) => {
      const reference = fields.request_id
      const outcome = (heard: Heard) => outcomeOfPay(heard, reference).kind
      // The request that opens a purchase made its id; whoever looks at one later has only the reference.
      const purchase = currentTrace()?.opening ?? known(reference)
      return observed('pay', () => vtpass.pay(fields), outcome, { reference, purchase })
    },
    requery: (reference) => {
      const outcome = (heard: Heard) => outcomeOfRequery(heard, reference).kind
      return observed('requery', () => vtpass.requery(reference), outcome, {
        reference,
        purchase: known(reference),
      })
    },
    variations: (serviceID) => observed('variations', () => vtpass.variations(serviceID)),
    services: (identifier) => observed('services', () => vtpass.services(identifier)),
    verify: (fields) => observed('verify', () => vtpass.verify(fields)),
    balance: async () => {
      const heard = await observed('balance', () => vtpass.balance())
      const balance = readBalance(heard)
      if (balance !== null) {
        metrics.vtpassBalance.set(balance)
        metrics.vtpassBalanceAt.set(now().getTime() / 1000)
      }
      return heard
    },
    close: () => vtpass.close(),
  }
}

interface About {
  readonly reference: string
  readonly purchase: string | Promise<string | null>
}

function kindOf({ kind }: Heard): string {
  return kind
}

/** What of an answer may be written down: never its body. */
function factsOf(heard: Heard): object {
  if (heard.kind !== 'answer') return { why: heard.why }
  return { httpStatus: heard.httpStatus, code: readAnswer(heard.body).code }
}

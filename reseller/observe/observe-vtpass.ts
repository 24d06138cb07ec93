import { readAnswer } from '../vtpass/answer.ts'
import { readBalance } from '../vtpass/balance.ts'
import type { Heard } from '../vtpass/heard.ts'
import { outcomeOfPay } from '../vtpass/outcome-of-pay.ts'
import { outcomeOfRequery } from '../vtpass/outcome-of-requery.ts'
import type { Vtpass } from '../vtpass/vtpass.ts'
import type { Observer } from './observer.ts'
import { noteInTrace } from './trace.ts'

type Call = Exclude<keyof Vtpass, 'close'>

/**
 * The same VTpass, with a line and a measurement for each call. No body is written down; what is heard goes through
 * untouched.
 */
export function observeVtpass(vtpass: Vtpass, observer: Observer, now: () => Date): Vtpass {
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
    const outcome = outcomeOf(heard)
    metrics.vtpassCalls.observe({ call, outcome }, ms / 1000)
    if (about !== undefined) noteInTrace(about)
    const line = {
      call,
      ...about,
      outcome,
      ...factsOf(heard),
      ms: Math.round(ms),
    }
    log[heard.kind === 'answer' ? 'info' : 'warn'](line, 'VTpass was asked')
    return heard
  }

  return {
    pay: (fields, purchase) => {
      const reference = fields.request_id
      const outcome = (heard: Heard) => outcomeOfPay(heard, reference).kind
      return observed('pay', () => vtpass.pay(fields), outcome, aboutOf(reference, purchase))
    },
    requery: (reference, purchase) => {
      const outcome = (heard: Heard) => outcomeOfRequery(heard, reference).kind
      return observed('requery', () => vtpass.requery(reference), outcome, aboutOf(reference, purchase))
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
  readonly purchase?: string
}

function aboutOf(reference: string, purchase: string | undefined): About {
  return purchase === undefined ? { reference } : { reference, purchase }
}

function kindOf({ kind }: Heard): string {
  return kind
}

/** What of an answer may be written down: never its body. */
function factsOf(heard: Heard): object {
  if (heard.kind !== 'answer') return { why: heard.why }
  return { httpStatus: heard.httpStatus, code: readAnswer(heard.body).code }
}

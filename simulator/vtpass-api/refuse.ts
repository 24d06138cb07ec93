import { refuseAccess } from '../engine/account.ts'
import type { Refusal } from '../engine/codes.ts'
import { renderRefusal } from '../wire/refusal.ts'
import type { Exchange, Reply } from './exchange.ts'

export function refuse(refusal: Refusal): Reply {
  return { answer: renderRefusal(refusal), code: refusal.code }
}

/** The account's state and the caller's address: 021 to 024 and 027; then a code on command. */
export function refuseFirst(exchange: Exchange): Reply | null {
  const denied = refuseAccess(exchange.world.account.settings, exchange.callerIp)
  return denied === null ? answerOnCommand(exchange) : refuse(denied)
}

/** A code on command, where no order can come of it: the answer is the code, and nothing has happened. */
export function answerOnCommand({ scenario }: Exchange): Reply | null {
  const code = scenario?.code ?? null
  if (code === null || code === '000') return null
  return refuse({ code, reason: 'the scenario asks for it' })
}

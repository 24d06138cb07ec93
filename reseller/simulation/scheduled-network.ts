import type { Heard } from '../vtpass/heard.ts'
import type { Vtpass } from '../vtpass/vtpass.ts'
import { PATIENCE_MS } from './fates.ts'
import type { Luck } from './luck.ts'
import type { Names } from './names.ts'
import type { Home, Scheduler } from './scheduler.ts'
import type { Sent, VtpassWorld } from './vtpass-world.ts'
import { alreadyExists, LOST, NOT_SENT, replies } from './wire.ts'

export interface NetworkEdge {
  readonly vtpass: VtpassWorld
  readonly scheduler: Scheduler
  readonly home: Home
  readonly names: Names
  readonly luck: Luck
}

/** What a requery hears instead of the truth. */
const troubles = ['lost', 'html', 'garbage', 'code 083', 'code 087', 'code 012', 'another order'] as const

/** The network as one process has it: what was sent is VTpass's, whatever becomes of the process. */
export function scheduledNetwork(edge: NetworkEdge): Pick<Vtpass, 'pay' | 'requery'> {
  const { vtpass, scheduler, home, names, luck } = edge
  return {
    async pay(fields) {
      const subject = names.of([fields.request_id])
      await scheduler.reach(home, 'pay: before it is sent', subject)
      if (luck.chance(1 / 30)) return refusedConnection(edge)
      const sent = vtpass.receive(fields)
      if (sent === null) return alreadyExists()
      scheduler.note(`- VTpass has ${subject}: ${sent.fate.name}, answers ${sent.fate.reply}`)
      return answerTo(edge, sent, subject)
    },
    async requery(reference) {
      const subject = names.of([reference])
      await scheduler.reach(home, 'requery: before it is sent', subject)
      if (luck.chance(1 / 40)) return refusedConnection(edge)
      const trouble = luck.chance(1 / 8) ? luck.pick(troubles) : null
      const heard = trouble === null ? vtpass.requery(reference) : replies[trouble](reference)
      const waitMs = trouble === 'lost' ? PATIENCE_MS : luck.pick([80, 400, 6_000])
      await scheduler.reach(home, 'requery: answered, before it is heard', subject, waitMs)
      return heard
    },
  }
}

function refusedConnection({ scheduler, home }: NetworkEdge): Heard {
  scheduler.note(`${home.name} is not let in by VTpass`)
  return NOT_SENT
}

async function answerTo(
  { vtpass, scheduler, home }: NetworkEdge,
  sent: Sent,
  subject: string,
): Promise<Heard> {
  const { executesAfterMs, repliesAfterMs } = sent.fate
  const sentAt = scheduler.now()
  if (executesAfterMs !== null) {
    // Even when nobody is left who waits for it.
    const execute = async () => vtpass.execute(sent)
    scheduler.start(`VTpass executes ${subject}`, executesAfterMs, execute)
  }
  await scheduler.reach(home, 'pay: on its way', subject, Math.min(executesAfterMs ?? 40, PATIENCE_MS))
  if (executesAfterMs !== null && executesAfterMs < PATIENCE_MS) {
    vtpass.execute(sent)
    await scheduler.reach(home, 'pay: executed, before the answer is on its way', subject)
  }
  // As it is now, and not as it is when it is heard. Before its execution there is no truth to tell.
  const isUntold = sent.fate.reply === 'truth' && sent.status === null
  const answer = isUntold ? LOST : vtpass.answer(sent)
  const waitMs = Math.max(0, sentAt + repliesAfterMs - scheduler.now())
  await scheduler.reach(home, 'pay: before the answer is heard', subject, waitMs)
  return answer
}

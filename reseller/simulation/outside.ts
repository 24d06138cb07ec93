import { firstWatchAfter } from '../purchases/next-look.ts'
import { noticeOf } from '../purchases/notice.ts'
import type { Shop } from '../purchases/shop.ts'
import { readInState } from '../storage/operator-reads.ts'
import { resolvePurchase } from '../storage/review.ts'
import { tokenOf } from './bearers.ts'
import { forge } from './callbacks.ts'
import { fulfil, type Told } from './client.ts'
import type { Plot, TopUp } from './customers.ts'
import type { Luck } from './luck.ts'
import type { Answered, ResellerProcess } from './reseller-process.ts'
import { isBroken } from './scheduled-database.ts'
import type { Scheduler } from './scheduler.ts'
import type { VtpassWorld } from './vtpass-world.ts'

export interface Outside {
  readonly scheduler: Scheduler
  readonly luck: Luck
  readonly living: () => readonly ResellerProcess[]
  readonly vtpass: VtpassWorld
  readonly told: (what: Told) => void
}

/** Everybody who comes from outside, each with an own time. */
export function raise(plot: Plot, outside: Outside): void {
  const { scheduler, luck, living } = outside
  for (const wish of plot.wishes) {
    const own = luck.fork(`client ${wish.name}`)
    const ask = askAny(living, own)
    const line = { scheduler, luck: own, told: outside.told }
    const askAs = async (path: string, customer: string, body: object) =>
      ask(path, await tokenOf({ kind: 'customer', id: customer }), body)
    scheduler.start(wish.name, wish.afterMs, () => fulfil(wish, { ...line, ask: askAs }))
  }
  plot.topUps.forEach((topUp, nth) => {
    const ask = askAny(living, luck.fork(`operator ${nth}`))
    scheduler.start(`operator${nth + 1}`, topUp.afterMs, () => fundPatiently(topUp, ask, scheduler))
  })
  plot.forgeriesAfterMs.forEach((afterMs, nth) => {
    const own = luck.fork(`forger ${nth}`)
    scheduler.start(`forger${nth + 1}`, afterMs, () => forge({ ...outside, luck: own }))
  })
}

type Ask = (path: string, token: string | null, body: object) => Promise<Answered>

function askAny(living: Outside['living'], luck: Luck): Ask {
  return async (path, token, body) => {
    const [first, ...rest] = living()
    if (first === undefined) return 'cut'
    return luck.pick([first, ...rest]).request(path, token, JSON.stringify(body))
  }
}

async function fundPatiently(topUp: TopUp, ask: Ask, scheduler: Scheduler): Promise<void> {
  const { customer, amount, reference } = topUp
  const token = await tokenOf({ kind: 'operator', name: 'ada' })
  for (;;) {
    const answered = await ask('/api/v1/wallet/fund', token, { customer, amount, reference })
    if (answered !== 'cut' && answered.status < 500) return
    await scheduler.reach(null, 'waits, and funds again', '', 5_000)
  }
}

/** VTpass says nothing of these, so that two persons ask its staff, who end the doubt there first. */
export function askPersons({ scheduler, vtpass, living }: Outside): void {
  scheduler.start('persons', 0, async () => {
    for (;;) {
      const done = await living()[0]?.within((shop) => resolveAll(shop, vtpass).catch(unlessBroken))
      if (done === 'done') return
      await scheduler.reach(null, 'wait, and say it again', '', 60_000)
    }
  })
}

function unlessBroken(error: unknown): 'cut' {
  if (isBroken(error)) return 'cut'
  throw error
}

async function resolveAll({ database, now }: Shop, vtpass: VtpassWorld): Promise<'done'> {
  for (const purchase of await readInState(database, { state: 'review', after: null, limit: 100 })) {
    const order = vtpass.sent.get(purchase.reference)
    const outcome = order === undefined ? 'failed' : vtpass.resolve(order)
    for (const actor of ['operator ada', 'operator bisi']) {
      const at = now()
      const word = { purchase: purchase.id, outcome, actor, reason: 'the staff of VTpass say so', at }
      const notice = noticeOf(purchase, outcome, at)
      await resolvePurchase(database, { ...word, wakeAt: firstWatchAfter(at), notice })
    }
  }
  return 'done'
}

import { backlogDrained, makeBacklog, wakeBacklog } from './reseller-backlog.ts'
import { buyInLoops, forSeconds, type Loops, middleOf } from './reseller-loops.ts'
import type { Compared } from './reseller-sales.ts'
import { median, type Spread, spreadOf } from './statistics.ts'

export interface DrainingRounds {
  /** How often a backlog drains, for each number of customers. */
  readonly backlogs: number
  readonly backlog: number
  /** How long purchases are measured before each, while none of it is due. */
  readonly normalSeconds: number
}

/** Purchases while a backlog drains. */
export interface Draining {
  readonly customers: number
  readonly normal: Loops
  readonly meanwhile: Loops
  readonly seconds: number
  /** The p99 meanwhile as a multiple of the normal one, backlog by backlog. */
  readonly ratio: Spread
}

export async function measureDraining(
  { stand, shoppers }: Selling,
  customers: number,
  { backlogs, backlog, normalSeconds }: DrainingRounds,
): Promise<Draining> {
  const drained: Drained[] = []
  for (let round = 0; round < backlogs; round += 1) {
    await makeBacklog(stand, backlog)
    const normal = await buyInLoops(customers, forSeconds(normalSeconds), shoppers.buy)
    drained.push({ normal, ...(await drain({ stand, shoppers }, customers)) })
  }
  const ratio = spreadOf(drained.map(({ normal, meanwhile }) => meanwhile.p99Ms / normal.p99Ms))
  console.log(
    `  ${customers} at once: p99 ${ratio.median.toFixed(2)} times the normal while a backlog drains`,
  )
  return {
    customers,
    normal: middleOf(drained.map(({ normal }) => normal)),
    meanwhile: middleOf(drained.map(({ meanwhile }) => meanwhile)),
    seconds: median(drained.map(({ seconds }) => seconds)),
    ratio,
  }
}

type Selling = Pick<Compared, 'stand' | 'shoppers'>
type Drained = Pick<Draining, 'normal' | 'meanwhile' | 'seconds'>

async function drain(
  { stand, shoppers }: Selling,
  customers: number,
): Promise<Pick<Drained, 'meanwhile' | 'seconds'>> {
  await wakeBacklog(stand)
  const begin = performance.now()
  let isDrained = false
  const ended = backlogDrained(stand).finally(() => {
    isDrained = true
  })
  const meanwhile = await buyInLoops(customers, () => !isDrained, shoppers.buy)
  await ended
  return { meanwhile, seconds: (performance.now() - begin) / 1000 }
}

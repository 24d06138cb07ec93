import type { Shop } from '../purchases/shop.ts'
import { YEAR } from './bearers.ts'
import { callBack } from './callbacks.ts'
import type { Told } from './client.ts'
import { drawPlot, type Plot } from './customers.ts'
import { type Crash, createDeath, type Death } from './death.ts'
import { judge } from './judge.ts'
import { type Luck, luckOf } from './luck.ts'
import { createNames } from './names.ts'
import { askPersons, type Outside, raise } from './outside.ts'
import { planOf } from './plans.ts'
import { type ResellerProcess, type Surroundings, startProcess } from './reseller-process.ts'
import type { Received } from './scheduled-post.ts'
import { createScheduler, type Home, type Scheduler } from './scheduler.ts'
import type { Stage } from './stage.ts'
import { createVtpassWorld, isUntold, type VtpassWorld } from './vtpass-world.ts'

export interface Staging {
  readonly seed: number
  readonly crash: Crash
  /** Puts a mistake between the reseller and what it is handed. */
  readonly change?: (shop: Shop) => Shop
}

/** What came of one schedule. */
export interface Played {
  readonly staging: Staging
  readonly trace: readonly string[]
  /** What does not hold; empty where all does. */
  readonly broken: readonly string[]
  /** The name of the point where the process died; null where none did. */
  readonly diedAt: string | null
  /** Every point that a process reached. */
  readonly labels: ReadonlySet<string>
  /** How many were sent to VTpass. */
  readonly purchases: number
}

const DAY_MS = 86_400_000

/** Plays one schedule until everything has come to rest, and judges it. The same staging gives the same trace. */
export async function play(stage: Stage, staging: Staging): Promise<Played> {
  const luck = luckOf(String(staging.seed))
  const plot = drawPlot(luck.fork('plot'))
  const startAt = YEAR + luck.below(300) * DAY_MS + luck.below(DAY_MS)
  await stage.set(plot.customers, startAt - DAY_MS)
  const scheduler = createScheduler(luck.fork('scheduler'), startAt)
  const death = createDeath(staging.crash, luck.fork('death'))
  const told: Told[] = []
  const broken: string[] = []
  const alarm = createAlarm(stage)
  const received: Received = new Set()
  const outside = raiseAll(stage, plot, luck, scheduler, {
    received,
    written: alarm.written,
    told: (what) => void told.push(what),
    reported: (what) => void broken.push(`reported: ${what}`),
    change: staging.change ?? ((shop) => shop),
  })
  try {
    await playOut(alarm, death, outside)
    broken.push(...(await judge({ stage, vtpass: outside.vtpass, told, received, plot })))
  } catch (error) {
    broken.push(String(error))
  }
  const { labels } = death
  const purchases = outside.vtpass.sent.size
  return { staging, trace: scheduler.trace, broken, diedAt: death.place(), labels, purchases }
}

interface Cast extends Outside {
  kill(home: Home): void
}

/** VTpass, the processes, and all who come to them. */
function raiseAll(
  { database }: Stage,
  plot: Plot,
  luck: Luck,
  scheduler: Scheduler,
  hearing: Pick<Surroundings, 'change' | 'reported' | 'written' | 'received'> & Pick<Outside, 'told'>,
): Cast {
  const processes: ResellerProcess[] = []
  const living = () => processes.filter(({ home }) => home.isAlive)
  const callers = { scheduler, living }
  const vtpass = createVtpassWorld(luck.fork('vtpass'), plot.isSilent, planOf, {
    now: scheduler.now,
    later: (what, afterMs, work) => scheduler.start(`VTpass ${what}`, afterMs, async () => work()),
    changed: (order) => callBack(order, { ...callers, luck: luck.fork(`callback ${order.transactionId}`) }),
  })
  const { breaks, cashback } = plot
  const around = { database, scheduler, names: createNames(), vtpass, luck, breaks, cashback, ...hearing }
  const open = () => void processes.push(startProcess(`process${processes.length + 1}`, around))
  for (let nth = 0; nth < plot.processes; nth += 1) open()
  const outside = { ...callers, luck, vtpass, told: hearing.told }
  raise(plot, outside)
  return {
    ...outside,
    kill(home) {
      scheduler.kill(home)
      processes.find((process) => process.home === home)?.cut()
      const downMs = luck.fork('restart').pick([10, 2_000, 45_000, 900_000])
      scheduler.start('the system', downMs, async () => open())
    },
  }
}

/** Until nobody has anything more to do, and nobody is in doubt. */
async function playOut(alarm: Alarm, death: Death, cast: Cast): Promise<void> {
  const { scheduler, vtpass, living, kill } = cast
  const run = () =>
    scheduler.run({ diesAt: death.diesAt, kill, nextWake: () => alarm.next(untoldOnes(vtpass)) })
  await run()
  const [first] = living()
  if (first !== undefined && death.comesAtRest()) {
    kill(first.home)
    await run()
  }
  if (untoldOnes(vtpass).length > 0) {
    askPersons(cast)
    await run()
  }
}

function untoldOnes({ sent }: VtpassWorld): string[] {
  return [...sent.values()].filter(isUntold).map(({ reference }) => reference)
}

interface Alarm {
  written(): void
  next(without: readonly string[]): Promise<number | null>
}

/** When something is due next: asked only where something was written since. */
function createAlarm(stage: Stage): Alarm {
  let known: { readonly at: number | null } | null = null
  return {
    written: () => {
      known = null
    },
    next: async (without) => {
      known ??= { at: await stage.nextWake(without) }
      return known.at
    },
  }
}

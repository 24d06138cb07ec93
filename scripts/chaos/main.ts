import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Command, readCommandLine, type Settings, usage } from './command-line.ts'
import { type Difference, differencesIn } from './compare.ts'
import { collectEvidence } from './evidence.ts'
import { repeat, startKilling } from './killing.ts'
import { buyAll } from './load.ts'
import { createLuck } from './luck.ts'
import { type FundedMarket, openMarket, readPlans } from './market.ts'
import { planPurchases } from './plan.ts'
import { reportOf } from './report.ts'
import { beginSeason, endStaleness, settleAll } from './settle.ts'
import { type Experience, queryLast } from './shopper.ts'
import { moveOn } from './time.ts'
import { startWorld, untilUp, type World } from './world.ts'

/** The command `npm run chaos`. */
async function main({ help, settings }: Command): Promise<void> {
  if (help) return console.log(usage)
  say(`seed ${settings.seed}`)
  const luck = createLuck(settings.seed)
  const world = await startWorld(settings, createLuck(luck.below(2 ** 31)))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => world.stop().finally(() => process.exit(130)))
  }
  try {
    const isGood = await tryOut(world, settings, luck.below(2 ** 31))
    if (!isGood) process.exitCode = 1
  } finally {
    await world.stop()
  }
}

/** Whether all sides agree. */
async function tryOut(world: World, settings: Settings, seed: number): Promise<boolean> {
  const began = performance.now()
  const luck = createLuck(seed)
  const market = await openMarket(world, createLuck(luck.below(2 ** 31)))
  const wanted = planPurchases(settings.purchases, await readPlans(market), luck)
  await beginSeason(world, 'stale')
  const { experiences, crashes } = await buyAmongKills(world, market, wanted, settings, luck.below(2 ** 31))
  await Promise.all(world.resellers.map(untilUp))
  const rounds = await settleAll(world, progress())
  say(`asking what became of ${experiences.length} purchases`)
  await queryAll(experiences, market, settings)
  const evidence = await collectEvidence(world, market)
  // Their end is a part of it: nobody may have to be killed.
  await Promise.all(world.resellers.map((each) => each.stop()))
  const sides = { ...evidence, experiences, paidIn: market.paidIn }
  const differences = [...differencesIn(sides), ...misbehaviour(world, market)]
  const seconds = (performance.now() - began) / 1000
  const { resellers, postman } = world
  const seen = { market: market.tally, resellers, webhooks: postman.tally, crashesOfPostgres: crashes }
  console.log(reportOf({ settings, sides, differences, ...seen, rounds, seconds }))
  return differences.length === 0
}

/** From this part of the purchases on, 015 is the truth. */
const STALE_PART = 0.6

async function buyAmongKills(
  world: World,
  market: FundedMarket,
  wanted: ReturnType<typeof planPurchases>,
  settings: Settings,
  seed: number,
): Promise<{ experiences: readonly Experience[]; crashes: number }> {
  const luck = createLuck(seed)
  const killing = startKilling(world, settings, createLuck(luck.below(2 ** 31)))
  const stopping = new AbortController()
  const time = repeat(() => moveOn(world, luck), 1_000, stopping.signal)
  const tell = progress()
  let turned: Promise<void> | null = null
  try {
    const experiences = await buyAll(wanted, market, killing, settings, ({ ended }) => {
      tell(
        `${ended} of ${wanted.length} bought, ${killing.kills()} kills, ${killing.crashes()} of PostgreSQL`,
      )
      if (ended >= wanted.length * STALE_PART) turned ??= endStaleness(world)
    })
    return { experiences, crashes: killing.crashes() }
  } finally {
    stopping.abort()
    await Promise.all([time, killing.stop(), turned])
  }
}

async function queryAll(
  experiences: readonly Experience[],
  market: FundedMarket,
  { clients }: Settings,
): Promise<void> {
  const left = experiences.values()
  const work = async () => {
    for (const experience of left) await queryLast(experience, market)
  }
  await Promise.all(Array.from({ length: clients }, work))
}

/** What is wrong with how a reseller behaved, whatever the money says. */
function misbehaviour({ resellers }: World, { tally }: FundedMarket): Difference[] {
  return [
    ...tally.wrong.map((what) => ({ of: 'an answer', what })),
    ...resellers.flatMap((each) => each.tally.crashes.map((what) => ({ of: 'a reseller that ended', what }))),
  ]
}

const TELL_EVERY_MS = 2_000

/** Tells of it now and then. */
function progress(): (text: string) => void {
  let toldAt = 0
  return (text) => {
    const now = performance.now()
    if (now - toldAt < TELL_EVERY_MS) return
    toldAt = now
    say(text)
  }
}

function say(text: string): void {
  process.stderr.write(`chaos: ${text}\n`)
}

try {
  await main(readCommandLine(process.argv.slice(2), randomInt(1_000_000)))
} catch (error) {
  process.stderr.write(`chaos: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
// Nothing that hangs may hold the command up.
await setTimeout(0)
process.exit()

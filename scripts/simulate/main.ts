import { randomInt, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playMany, seedsFrom } from '../../reseller/simulation/play-many.ts'
import { reportOf } from '../../reseller/simulation/report.ts'
import type { Played } from '../../reseller/simulation/schedule.ts'
import { openTheatre, type Stage } from '../../reseller/simulation/stage.ts'
import { type Command, readCommandLine, usage } from './command-line.ts'

/** Side by side, each on a database of its own: while one waits for PostgreSQL, the other goes on. */
const STAGES = 2

/** The command `npm run simulate`. */
async function main(command: Command): Promise<void> {
  if (command.help) return console.log(usage)
  const theatre = await openTheatre(join(tmpdir(), `reseller-simulation-${randomUUID()}`))
  try {
    const stages = await Promise.all(Array.from({ length: STAGES }, () => theatre.stage()))
    await playAll(stages, command)
    await Promise.all(stages.map((stage) => stage.close()))
  } finally {
    await theatre.close()
  }
}

async function playAll(stages: readonly Stage[], { seeds, seed, crash, isTraced }: Command): Promise<void> {
  const first = seed ?? randomInt(1_000_000_000 - seeds)
  console.log(`${seeds} schedules, seeds ${first} to ${first + seeds - 1}`)
  const progress = createProgress(seeds)
  const stagings = seedsFrom(first, seeds).map((staging) => ({ ...staging, crash }))
  await playMany(stages, stagings, (played) => {
    progress.heard(played)
    if (isTraced) console.log(played.trace.join('\n'))
    if (played.broken.length === 0) return 'go on'
    console.log(`\n${reportOf(played)}`)
    process.exitCode = 1
    return 'enough'
  })
  console.log(progress.summary())
}

function createProgress(seeds: number) {
  const startedAt = performance.now()
  const deaths = new Set<string>()
  let schedules = 0
  let purchases = 0
  const summary = () => {
    const seconds = (performance.now() - startedAt) / 1000
    return `${schedules} of ${seeds} schedules, ${purchases} purchases, died at ${deaths.size} different points, ${seconds.toFixed(1)} s`
  }
  return {
    summary,
    heard(played: Played) {
      schedules += 1
      purchases += played.purchases
      if (played.diedAt !== null) deaths.add(played.diedAt)
      if (schedules % 100 === 0 && schedules < seeds) console.log(summary())
    },
  }
}

try {
  await main(readCommandLine(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof TypeError ? `${error.message}\n\n${usage}` : error)
  process.exitCode = 1
}

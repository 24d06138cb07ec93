import { type Played, play, type Staging } from './schedule.ts'
import type { Stage } from './stage.ts'

/** Plays schedules in their order, as many at once as there are stages; ends early where `heard` says so. */
export async function playMany(
  stages: readonly Stage[],
  stagings: readonly Staging[],
  heard: (played: Played) => 'go on' | 'enough',
): Promise<void> {
  let next = 0
  let isOver = false
  const perform = async (stage: Stage) => {
    for (let staging = stagings[next]; staging !== undefined && !isOver; staging = stagings[next]) {
      next += 1
      if (heard(await play(stage, staging)) === 'enough') isOver = true
    }
  }
  await Promise.all(stages.map(perform))
}

/** Schedules of so many seeds, from the first on. */
export function seedsFrom(first: number, count: number): Staging[] {
  return Array.from({ length: count }, (_, index) => ({ seed: first + index, crash: 'as the seed says' }))
}

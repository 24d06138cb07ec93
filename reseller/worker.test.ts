import { expect, it } from 'vitest'
import { type Job, type Pace, startWorker } from './worker.ts'

/** Sleeps as long as the test likes, and notes for how long it was asked to. */
function pace() {
  const slept: number[] = []
  const reported: string[] = []
  let wake = () => {}
  const handed: Pace = {
    idleMs: 1000,
    failedMs: 5000,
    sleep: (ms, signal) => {
      slept.push(ms)
      return new Promise((resolve) => {
        wake = resolve
        signal.addEventListener('abort', () => resolve())
      })
    },
    report: (error, job) => void reported.push(`${job}: ${error}`),
  }
  return { handed, slept, reported, wake: () => wake() }
}

/** Finds so many each round, and 0 from then on. */
function jobThatFinds(...counts: (number | Error)[]) {
  let rounds = 0
  const job: Job = {
    name: 'looks',
    atOnce: 10,
    round: async () => {
      const count = counts[rounds] ?? 0
      rounds += 1
      if (count instanceof Error) throw count
      return count
    },
  }
  return { job, rounds: () => rounds }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('works without a pause as long as there is as much as it takes at once', async () => {
  const { handed, slept } = pace()
  const { job, rounds } = jobThatFinds(10, 10, 3)
  const worker = startWorker([job], handed)
  await settled()
  expect([rounds(), slept]).toEqual([3, [1000]])
  await worker.stop()
})

it('goes on after a round that failed, a while later', async () => {
  const { handed, slept, reported, wake } = pace()
  const { job, rounds } = jobThatFinds(new Error('no database'))
  const worker = startWorker([job], handed)
  await settled()
  expect([slept, reported]).toEqual([[5000], ['looks: Error: no database']])
  wake()
  await settled()
  expect(rounds()).toBe(2)
  await worker.stop()
})

it('stops after the round that is under way, and begins no other', async () => {
  let finish = () => {}
  let rounds = 0
  const job: Job = {
    name: 'looks',
    atOnce: 10,
    round: () => {
      rounds += 1
      return new Promise((resolve) => {
        finish = () => resolve(10)
      })
    },
  }
  const worker = startWorker([job], pace().handed)
  let isStopped = false
  const stopped = worker.stop().then(() => {
    isStopped = true
  })
  await settled()
  expect(isStopped).toBe(false)
  finish()
  await stopped
  expect(rounds).toBe(1)
})

it('waits as long between the rounds of a job as that says', async () => {
  const { handed, slept } = pace()
  const worker = startWorker([{ ...jobThatFinds(0).job, idleMs: 300_000 }], handed)
  await settled()
  expect(slept).toEqual([300_000])
  await worker.stop()
})

it('stops when a job has ended what its rounds began', async () => {
  const events: string[] = []
  let end = () => {}
  const job: Job = {
    ...jobThatFinds(0).job,
    finish: () => {
      events.push('finishing')
      return new Promise((resolve) => {
        end = resolve
      })
    },
  }
  const worker = startWorker([job], pace().handed)
  await settled()
  expect(events).toEqual([])
  const stopped = worker.stop().then(() => events.push('stopped'))
  await settled()
  expect(events).toEqual(['finishing'])
  end()
  await stopped
  expect(events).toEqual(['finishing', 'stopped'])
})

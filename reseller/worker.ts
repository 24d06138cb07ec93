/** Something that has to be done again and again. */
export interface Job {
  readonly name: string
  /** Does some of what is due, at most `atOnce`. How much there was. */
  round(): Promise<number>
  /** As many as this were due: there may be more, and nobody waits. */
  readonly atOnce: number
  /** Between two rounds where there is nothing to do; the worker's own pace where it is not said. */
  readonly idleMs?: number
  /** Ends what rounds began and did not wait for; called once, after the last round. */
  finish?(): Promise<void>
}

export interface Pace {
  /** Between two rounds where there is nothing to do. */
  readonly idleMs: number
  /** After one that failed. */
  readonly failedMs: number
  /** Ends early, without an error, when the signal does. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** Told of a round that failed; the job goes on. */
  report(error: unknown, job: string): void
}

export interface Worker {
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>
}

/** Does each job in a loop of its own, until it is stopped. A round that fails ends nothing: what is due stays due. */
export function startWorker(jobs: readonly Job[], pace: Pace): Worker {
  const stopping = new AbortController()
  const loops = jobs.map((job) => repeat(job, pace, stopping.signal))
  return {
    async stop() {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

async function repeat(job: Job, pace: Pace, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const waitMs = await once(job, pace)
    if (waitMs > 0 && !signal.aborted) await pace.sleep(waitMs, signal)
  }
  await job.finish?.()
}

async function once(job: Job, { idleMs, failedMs, report }: Pace): Promise<number> {
  try {
    return (await job.round()) < job.atOnce ? (job.idleMs ?? idleMs) : 0
  } catch (error) {
    report(error, job.name)
    return failedMs
  }
}

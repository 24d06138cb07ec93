import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** A reseller in a process of its own, which is started again whenever it ends, as a supervisor does. */
export interface ResellerProcess {
  readonly url: string
  readonly tally: Tally
  isUp(): boolean
  /** `kill -9`. False where it is not up. */
  kill(): boolean
  /** Ends it in the orderly way, and it is started again. */
  restart(): Promise<void>
  /** The same, and it is not started again. */
  stop(): Promise<void>
}

/** What became of its processes. */
interface Tally {
  kills: number
  /** Starts that ended before it listened: PostgreSQL was away. */
  refusedStarts: number
  /** Ends that nobody caused, with the last words. */
  readonly crashes: string[]
  /** The last words of the start that was refused last. */
  lastRefusal: string
}

export interface ResellerOptions {
  readonly main: string
  readonly port: number
  /** Read anew at every start. */
  environment(): NodeJS.ProcessEnv
}

const PAUSE_MS = 150
const LAST_WORDS = 2_000
const STOP_MS = 20_000

export function superviseReseller({ main, port, environment }: ResellerOptions): ResellerProcess {
  const tally: Tally = { kills: 0, refusedStarts: 0, crashes: [], lastRefusal: '' }
  let isWanted = true
  let running: Running | null = null

  const keepRunning = async () => {
    while (isWanted) {
      running = start(main, { ...environment(), PORT: String(port) })
      const { isUp, isOurDoing, words } = await running.ended
      if (isOurDoing) continue
      if (isUp) tally.crashes.push(words)
      else {
        tally.refusedStarts += 1
        tally.lastRefusal = words
      }
      await setTimeout(PAUSE_MS)
    }
  }
  const kept = keepRunning()
  const end = async () => {
    const problem = (await running?.stop()) ?? null
    if (problem !== null) tally.crashes.push(problem)
  }

  return {
    url: `http://127.0.0.1:${port}`,
    tally,
    isUp: () => running?.isUp() === true,
    kill: () => {
      const isKilled = running?.kill() === true
      if (isKilled) tally.kills += 1
      return isKilled
    },
    restart: end,
    stop: async () => {
      isWanted = false
      await end()
      await kept
    },
  }
}

interface Ended {
  /** Whether it listened before. */
  readonly isUp: boolean
  readonly isOurDoing: boolean
  readonly words: string
}

interface Running {
  readonly ended: Promise<Ended>
  isUp(): boolean
  /** False where it does not listen, or is killed already. */
  kill(): boolean
  /** What was wrong with its end; null where it ended in order. */
  stop(): Promise<string | null>
}

function start(main: string, environment: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  living.add(child)
  let isUp = false
  let isOurDoing = false
  let words = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    isUp ||= text.includes('reseller at')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS)
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', () => {
      living.delete(child)
      resolve({ isUp, isOurDoing, words })
    })
  })
  return {
    ended,
    isUp: () => isUp && !isOurDoing && isAlive(child),
    kill: () => {
      if (!isUp || isOurDoing) return false
      isOurDoing = child.kill('SIGKILL')
      return isOurDoing
    },
    stop: async () => {
      isOurDoing = true
      child.kill(isUp ? 'SIGTERM' : 'SIGKILL')
      const stopped = new AbortController()
      const isLate = await Promise.race([
        ended.then(() => false),
        setTimeout(STOP_MS, true, { signal: stopped.signal }).catch(() => false),
      ])
      stopped.abort()
      if (isLate) {
        child.kill('SIGKILL')
        return 'it did not stop in time'
      }
      return isUp && child.exitCode !== 0 ? `it ended with ${child.exitCode}: ${words}` : null
    },
  }
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

/** Nothing outlives a run that fails. */
const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

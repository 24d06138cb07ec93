import { variations } from './loads.ts'
import { askOnce, type PlainAnswer, type Server, startPlain, startSimulator } from './servers.ts'
import { median, type Spread, spreadOf } from './statistics.ts'

/** From the start of the process to the first answer. */
export interface ColdStart {
  readonly simulatorMs: number
  readonly plainMs: number
  /** The simulator's time as a multiple of the plain server's, pair by pair. */
  readonly ratio: Spread
}

export async function measureColdStart(published: string, pairs: number): Promise<ColdStart> {
  const answer = await answerOfSimulator(published)
  const simulatorMs: number[] = []
  const plainMs: number[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    simulatorMs.push(await timeStart(() => startSimulator(published)))
    plainMs.push(await timeStart(() => startPlain(answer)))
  }
  return {
    simulatorMs: median(simulatorMs),
    plainMs: median(plainMs),
    ratio: spreadOf(simulatorMs.map((ms, pair) => ms / (plainMs[pair] ?? Number.NaN))),
  }
}

/** Its start also brings the files into the system's cache, which is where a second start finds them. */
async function answerOfSimulator(published: string): Promise<PlainAnswer> {
  const simulator = await startSimulator(published)
  const answer = await askOnce(simulator, variations)
  await simulator.stop()
  return answer
}

async function timeStart(start: () => Promise<Server>): Promise<number> {
  const server = await start()
  await server.stop()
  return server.startedInMs
}

import { cpuMsOf } from './cpu-time.ts'
import type { LoadGenerator } from './load-generator.ts'
import type { Load } from './loads.ts'
import { askOnce, type Server, startPlain, startSimulator } from './servers.ts'
import { median, type Spread, spreadOf } from './statistics.ts'

export interface Rounds {
  readonly rounds: number
  readonly seconds: number
  readonly warmUpSeconds: number
}

/** What is measured, and what sends the load. */
export interface Bench {
  readonly published: string
  readonly generator: LoadGenerator
}

export const CONNECTIONS = 50

/** What one server did in one round. */
export interface Run {
  readonly requestsPerSecond: number
  readonly p99Ms: number
  /** null where CPU time cannot be read. */
  readonly cpuUsPerRequest: number | null
  readonly serverCpuShare: number | null
  readonly loadCpuShare: number
}

/** A load against the simulator and against the plain server. */
export interface Throughput {
  readonly load: Load
  readonly simulator: Run
  readonly plain: Run
  /** The simulator's requests a second as a share of the plain server's, round by round. */
  readonly ratio: Spread
  /** The plain server's CPU time a request as a share of the simulator's; null where it cannot be read. */
  readonly cpuRatio: Spread | null
}

type Shoot = (server: Server, seconds: number) => Promise<Run>

/** Alternates between the two servers, so that a machine that slows down slows down both. */
export async function measureThroughput(
  { published, generator }: Bench,
  load: Load,
  first: readonly Load[],
  { rounds, seconds, warmUpSeconds }: Rounds,
): Promise<Throughput> {
  const simulator = await startSimulator(published)
  for (const request of first) await askOnce(simulator, request)
  const plain = await startPlain(await askOnce(simulator, load))
  const shoot: Shoot = (server, duration) => measureRun(generator, load, server, duration)
  for (const server of [simulator, plain]) await shoot(server, warmUpSeconds)
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round += 1) {
    pairs.push(await measurePair(shoot, simulator, plain, { round, seconds }))
  }
  await Promise.all([simulator.stop(), plain.stop()])
  return summaryOf(load, pairs)
}

interface Pair {
  readonly simulator: Run
  readonly plain: Run
}

/** Each goes first in every other round. */
async function measurePair(
  shoot: Shoot,
  simulator: Server,
  plain: Server,
  { round, seconds }: { round: number; seconds: number },
): Promise<Pair> {
  if (round % 2 === 0) {
    const ours = await shoot(simulator, seconds)
    return tell({ simulator: ours, plain: await shoot(plain, seconds) })
  }
  const theirs = await shoot(plain, seconds)
  return tell({ simulator: await shoot(simulator, seconds), plain: theirs })
}

function tell(pair: Pair): Pair {
  const { simulator, plain } = pair
  const share = simulator.requestsPerSecond / plain.requestsPerSecond
  const [ours, theirs] = [simulator, plain].map((run) => Math.round(run.requestsPerSecond))
  console.log(`  ${ours} requests/s, plain ${theirs}: ${share.toFixed(2)}`)
  return pair
}

async function measureRun(
  generator: LoadGenerator,
  load: Load,
  { url, pid }: Server,
  seconds: number,
): Promise<Run> {
  const begin = cpuMsOf(pid)
  const hit = await generator.shoot({ url, load, connections: CONNECTIONS, seconds })
  const end = cpuMsOf(pid)
  const cpuMs = begin === null || end === null ? null : end - begin
  return {
    requestsPerSecond: hit.requests / hit.seconds,
    p99Ms: hit.p99Ms,
    cpuUsPerRequest: cpuMs === null ? null : (cpuMs * 1000) / hit.requests,
    serverCpuShare: cpuMs === null ? null : cpuMs / 1000 / hit.seconds,
    loadCpuShare: hit.cpuShare,
  }
}

function summaryOf(load: Load, pairs: readonly Pair[]): Throughput {
  const cpuRatios = pairs.flatMap(
    ({ simulator: { cpuUsPerRequest: ours }, plain: { cpuUsPerRequest: theirs } }) =>
      ours === null || theirs === null ? [] : [theirs / ours],
  )
  return {
    load,
    simulator: middleOf(pairs.map((pair) => pair.simulator)),
    plain: middleOf(pairs.map((pair) => pair.plain)),
    ratio: spreadOf(
      pairs.map(({ simulator, plain }) => simulator.requestsPerSecond / plain.requestsPerSecond),
    ),
    cpuRatio: cpuRatios.length === 0 ? null : spreadOf(cpuRatios),
  }
}

function middleOf(runs: readonly Run[]): Run {
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
  const middle = (values: readonly (number | null)[]) =>
    known(values).length === 0 ? null : median(known(values))
  return {
    requestsPerSecond: median(runs.map((run) => run.requestsPerSecond)),
    p99Ms: median(runs.map((run) => run.p99Ms)),
    cpuUsPerRequest: middle(runs.map((run) => run.cpuUsPerRequest)),
    serverCpuShare: middle(runs.map((run) => run.serverCpuShare)),
    loadCpuShare: median(runs.map((run) => run.loadCpuShare)),
  }
}

import { cores } from './cores.ts'
import { count, type Measurements, spread } from './figures.ts'
import type { RequeryTimes } from './million-process.ts'
import type { Table } from './table.ts'
import type { Run, Throughput } from './throughput.ts'

/** What lies behind the figures: the values themselves, which another machine would not repeat. */
export function detailsOf({ throughputs, coldStart, million }: Measurements): Table[] {
  const { fewAlone, few, many } = million.requery
  return [
    [
      ['Load', 'Server', 'Requests a second', 'p99, ms', 'CPU a request, µs', 'Core in use'],
      ...throughputs.flatMap(rowsOf),
    ],
    [["CPU a request, the plain server's as a share of the simulator's", ''], ...throughputs.map(rowOfCpu)],
    [
      ['Cold start', 'Median, ms'],
      ['simulator', coldStart.simulatorMs.toFixed(0)],
      ['plain', coldStart.plainMs.toFixed(0)],
    ],
    [
      ['Transactions on record', 'Requery, median, µs', 'Requery, p99, µs'],
      rowOfRequery(`${few.onRecord}, in a small process`, fewAlone),
      rowOfRequery(`${few.onRecord}, beside the other`, few),
      rowOfRequery(count(many.onRecord), many),
    ],
  ]
}

/** What a reader has to know before he believes the figures. */
export function cautionsOf({ throughputs, million }: Measurements): string[] {
  return [
    `Resident memory grew by ${count(million.rssBytesPerTransaction)} bytes a transaction, room for growth included.`,
    ...(typeof cores === 'string' ? [`Servers and load shared the cores: ${cores}.`] : []),
    ...throughputs.flatMap(cautionOf),
  ]
}

/** The share of a core from which on there is no more to be had of it. */
const BUSY = 0.9

function cautionOf({ load, simulator, plain }: Throughput): string[] {
  return [
    cautionOfRun(`${load.name}, simulator`, simulator),
    cautionOfRun(`${load.name}, plain`, plain),
  ].flat()
}

function cautionOfRun(name: string, { serverCpuShare, loadCpuShare }: Run): string[] {
  if (serverCpuShare === null) return [`${name}: CPU time can be read on Linux only.`]
  if (loadCpuShare > Math.max(BUSY, serverCpuShare)) {
    return [`${name}: the load's core was full before the server's; CPU a request says more.`]
  }
  if (serverCpuShare > BUSY) return []
  return [`${name}: neither core was full, so other processes had them at times; CPU a request says more.`]
}

function rowsOf({ load, simulator, plain }: Throughput): string[][] {
  return [rowOf(load.name, 'simulator', simulator), rowOf('', 'plain', plain)]
}

function rowOf(name: string, server: string, run: Run): string[] {
  const { requestsPerSecond, p99Ms, cpuUsPerRequest, serverCpuShare, loadCpuShare } = run
  const shares = `server ${percent(serverCpuShare)}, load ${percent(loadCpuShare)}`
  return [
    name,
    server,
    count(requestsPerSecond),
    p99Ms.toFixed(1),
    cpuUsPerRequest?.toFixed(1) ?? 'unknown',
    shares,
  ]
}

function rowOfCpu({ load, cpuRatio }: Throughput): string[] {
  return [load.name, cpuRatio === null ? 'unknown' : spread(cpuRatio)]
}

function rowOfRequery(name: string, { medianUs, p99Us }: RequeryTimes): string[] {
  return [name, medianUs.toFixed(1), p99Us.toFixed(1)]
}

function percent(share: number | null): string {
  return share === null ? 'unknown' : `${Math.round(share * 100)} %`
}

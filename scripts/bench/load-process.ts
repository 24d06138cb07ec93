import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import autocannon from 'autocannon'
import { FRESH, isGood, type Load, requestId } from './loads.ts'

/** What the process of its own, which sends the load, is told to send. */
export interface Shot {
  readonly url: string
  readonly load: Load
  readonly connections: number
  readonly seconds: number
}

/** What came of a shot. */
export interface Hit {
  readonly requests: number
  readonly seconds: number
  readonly p99Ms: number
  /** The share of one core that sending took. */
  readonly cpuShare: number
  /** Why the shot counts for nothing; null where every answer was a 200 with the right content. */
  readonly trouble: string | null
}

process.on('message', (shot: Shot) => {
  shoot(shot).then((hit) => process.send?.(hit))
})

async function shoot(shot: Shot): Promise<Hit> {
  const bodies = { last: '' }
  const { result, latencies, seconds, cpuSeconds } = await fire(optionsOf(shot, bodies))
  return {
    requests: result['2xx'],
    seconds,
    p99Ms: latencies.percentile(99) / 1000,
    cpuShare: cpuSeconds / seconds,
    trouble: troubleOf(result, bodies.last),
  }
}

function optionsOf({ url, load, connections, seconds }: Shot, bodies: { last: string }): autocannon.Options {
  const { method, path, headers, body } = load
  return {
    url: url + path,
    method,
    headers: { ...headers },
    connections,
    duration: seconds,
    // autocannon ends at a sample's end, and otherwise samples once a second.
    sampleInt: 50,
    ...(body !== '' && { body }),
    ...(body.includes(FRESH) && { setupClient: freshen(body, (seconds * MOST_A_SECOND) / connections) }),
    verifyBody: (answer) => {
      bodies.last = String(answer)
      return bodies.last.includes('"000"')
    },
  }
}

/** More than a server of `node:http` is known to answer on one core: a body that is sent twice is refused. */
const MOST_A_SECOND = 100_000

let made = 0

/**
 * Gives a connection all its bodies before the clock starts: making each when it is sent costs the load's core more
 * than the request itself.
 */
function freshen(body: string, most: number): (client: autocannon.Client) => void {
  const [before = '', after = ''] = body.split(FRESH)
  const begin = before + requestId(`p${process.pid}n`)
  const freshBody = () => {
    made += 1
    return begin + made + after
  }
  return (client) => client.setRequests(Array.from({ length: most }, () => ({ body: freshBody() })))
}

interface Fired {
  readonly result: autocannon.Result
  /** In microseconds: autocannon itself keeps whole milliseconds only. */
  readonly latencies: RecordableHistogram
  readonly seconds: number
  readonly cpuSeconds: number
}

function fire(options: autocannon.Options): Promise<Fired> {
  const latencies = createHistogram()
  let [begin, cpuBegin] = [performance.now(), process.cpuUsage()]
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error, result) => {
      const cpu = process.cpuUsage(cpuBegin)
      const seconds = (performance.now() - begin) / 1000
      if (error) reject(error)
      else resolve({ result, latencies, seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6 })
    })
    instance.on('start', () => {
      begin = performance.now()
      cpuBegin = process.cpuUsage()
    })
    instance.on('response', (_client, _status, _bytes, ms) => {
      // The first request of a connection waits until the bodies of all the others are made.
      if (ms < performance.now() - begin) latencies.record(Math.max(1, Math.round(ms * 1000)))
    })
  })
}

function troubleOf(result: autocannon.Result, sample: string): string | null {
  if (result.errors > 0) return `${result.errors} connections failed or timed out`
  if (result.non2xx > 0) return `${result.non2xx} answers were no 2xx: ${sample}`
  if (result.statusCodeStats?.['200']?.count !== result['2xx']) return 'some answers were a 2xx, but no 200'
  if (result.mismatches > 0) return `${result.mismatches} answers lacked "000"; the last one: ${sample}`
  if (result['2xx'] === 0) return 'there was no answer'
  return isGood(sample) ? null : `this is not what was asked for: ${sample}`
}

import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { plainContext } from '../test/callers.ts'
import { createManualClock } from './clock.ts'
import { type Fault, strike } from './faults/fault.ts'
import type { Line, Sending } from './faults/line.ts'
import type { AnswerMoment } from './faults/strike.ts'
import { SocketLine } from './lines.ts'
import { type Answer, written } from './wire/answer.ts'

const FIRST = 'the first half,'
const REST = ' and the second.'
const answer = written(200, FIRST + REST)

/** What came over a connection, one character a byte, and how it ended. */
interface Heard {
  bytes: string
  end: 'still open' | 'closed' | 'reset'
}

/** A server that hands each call's line to `take`, and one connection to it. */
async function connection(take: (line: Line, path: string) => unknown) {
  const server = createServer((incoming, outgoing) =>
    take(new SocketLine(incoming, outgoing), incoming.url ?? ''),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  // A caller that leaves its end open.
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const heard: Heard = { bytes: '', end: 'still open' }
  socket.on('data', (chunk) => {
    heard.bytes += chunk.toString('latin1')
  })
  socket.on('end', () => {
    heard.end = 'closed'
  })
  socket.on('error', () => {
    heard.end = 'reset'
  })
  const ended = Promise.race([once(socket, 'end'), once(socket, 'close')]).catch(() => {})
  return {
    heard,
    ask: (...paths: readonly string[]) =>
      socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`).join('')),
    hangUp: () => socket.destroy(),
    ended: async () => {
      await ended
      return heard
    },
    stop: () => {
      socket.destroy()
      server.close()
    },
  }
}

/** Everything after the head. */
function bodyOf({ bytes, end }: Heard): string {
  return `${bytes.slice(bytes.indexOf('\r\n\r\n') + 4)} <${end}>`
}

function bodiesIn(bytes: string): number {
  return bytes.split(FIRST + REST).length - 1
}

function hit(fault: Fault, moment: AnswerMoment, line: Line, sleep = plainContext.sleep) {
  return strike(fault, moment, answer, line, { ...plainContext, sleep })
}

describe('a connection that is cut', () => {
  /** What is heard on a connection on which one fault strikes. */
  async function heardOf(fault: Fault, moment: AnswerMoment): Promise<Heard> {
    const lines: Line[] = []
    const { ask, ended, stop } = await connection((line) => {
      lines.push(line)
      hit(fault, moment, line)
    })
    // The second call is never answered.
    ask('/1', '/2')
    const heard = await ended()
    while (lines.some((line) => !line.isGone)) await new Promise(setImmediate)
    stop()
    return heard
  }

  it.each([
    ['connection-reset-by-peer', { bytes: '', end: 'reset' }],
    ['empty-response', { bytes: '', end: 'closed' }],
    ['random-data-then-close', { bytes: '\xc0'.repeat(64), end: 'closed' }],
  ] as const)('%s sends no head', async (kind, heard) => {
    expect(await heardOf({ kind }, 'after-commit')).toEqual(heard)
  })

  it.each([
    ['connection-reset-by-peer', 'mid-answer', `${FIRST} <reset>`],
    ['empty-response', 'mid-answer', `${FIRST} <closed>`],
    ['random-data-then-close', 'mid-answer', `${FIRST}${'\xc0'.repeat(16)} <closed>`],
    ['malformed-response-chunk', 'after-commit', 'no chunk begins like this\r\n <closed>'],
    ['malformed-response-chunk', 'mid-answer', `f\r\n${FIRST}\r\nno chunk begins like this\r\n <closed>`],
  ] as const)('%s %s sends a head and these bytes', async (kind, moment, body) => {
    expect(bodyOf(await heardOf({ kind }, moment))).toBe(body)
  })
})

describe('a connection that is not cut', () => {
  const proper: readonly (readonly [Fault, AnswerMoment])[] = [
    [{ kind: 'fixed-delay', delayMs: 1 }, 'after-commit'],
    [{ kind: 'fixed-delay', delayMs: 1 }, 'mid-answer'],
    [{ kind: 'chunked-dribble-delay', numberOfChunks: 3, totalMs: 3 }, 'after-commit'],
    [{ kind: 'truncated-json' }, 'after-commit'],
    [{ kind: 'html-502' }, 'mid-answer'],
    [{ kind: 'empty-body' }, 'after-commit'],
    [{ kind: 'duplicated-answer' }, 'after-commit'],
  ]

  it.each(proper)('carries the next call after $0.kind $1', async (fault, moment) => {
    const { heard, ask, stop } = await connection((line, path) =>
      path === '/struck' ? hit(fault, moment, line) : line.send({ ...answer, reason: 'the next' }),
    )
    ask('/struck')
    while (!heard.bytes.includes(fault.kind)) await new Promise(setImmediate)
    ask('/whole')
    while (!heard.bytes.includes('the next')) await new Promise(setImmediate)
    expect(heard.bytes.endsWith(FIRST + REST)).toBe(true)
    expect(heard.end).toBe('still open')
    stop()
  })

  it('isGone is false when the whole answer has gone out', async () => {
    const lines: Line[] = []
    const { heard, ask, stop } = await connection((line) => {
      lines.push(line)
      line.send(answer)
    })
    ask('/1')
    while (heard.bytes === '') await new Promise(setImmediate)
    expect(lines.map((line) => line.isGone)).toEqual([false])
    stop()
    while (lines.some((line) => !line.isGone)) await new Promise(setImmediate)
  })
})

describe('calls that do not wait for the answer to the last one', () => {
  it.each([
    ['connection-reset-by-peer', 'after-commit', ''],
    ['empty-response', 'after-commit', ''],
    ['random-data-then-close', 'after-commit', '\xc0'.repeat(64)],
    ['connection-reset-by-peer', 'mid-answer', FIRST],
    ['empty-response', 'mid-answer', FIRST],
    ['malformed-response-chunk', 'mid-answer', 'no chunk begins like this\r\n'],
  ] as const)('%s %s leaves the answer before it whole', async (kind, moment, tail) => {
    const clock = createManualClock(0)
    const struck = Promise.withResolvers<void>()
    const { ask, ended, stop } = await connection((line, path) => {
      if (path === '/held')
        return hit({ kind: 'fixed-delay', delayMs: 10 }, 'after-commit', line, clock.sleep)
      hit({ kind }, moment, line)
      return struck.resolve()
    })
    ask('/held', '/cut')
    await struck.promise
    await clock.advance(10)
    const { bytes } = await ended()
    expect(bodiesIn(bytes)).toBe(1)
    expect(bytes.endsWith(tail === '' ? FIRST + REST : tail)).toBe(true)
    stop()
  })

  it('each answer goes out in its turn, in pieces or whole', async () => {
    const clock = createManualClock(0)
    let struck = 0
    const { heard, ask, stop } = await connection((line) => {
      struck += 1
      hit({ kind: 'fixed-delay', delayMs: 10 * (3 - struck) }, 'mid-answer', line, clock.sleep)
    })
    ask('/1', '/2')
    while (struck < 2) await new Promise(setImmediate)
    await clock.advance(20)
    while (bodiesIn(heard.bytes) < 2) await new Promise(setImmediate)
    expect(heard.end).toBe('still open')
    stop()
  })
})

describe('the head', () => {
  async function headOf(send: (line: Line) => unknown): Promise<string> {
    const { heard, ask, stop } = await connection(send)
    ask('/1')
    while (!heard.bytes.includes('\r\n\r\n')) await new Promise(setImmediate)
    stop()
    return heard.bytes.replace(/date: .*\r\n/i, '').split('\r\n\r\n')[0] ?? ''
  }

  it('lets pages of every origin read the answer', async () => {
    expect(await headOf((line) => line.send(answer))).toBe(
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\naccess-control-allow-origin: *\r\n' +
        'content-length: 31\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5',
    )
  })

  it('names the fault, and lets pages read its name', async () => {
    expect(await headOf((line) => hit({ kind: 'html-502' }, 'after-commit', line))).toMatch(
      /access-control-expose-headers: .*x-simulator-fault\r\n.*x-simulator-fault: html-502\r\n/s,
    )
  })

  it('of a private answer lets no page of another origin read anything', async () => {
    const hidden: Answer = { ...answer, isPrivate: true, reason: 'why', headers: { allow: 'GET' } }
    const head = await headOf((line) => line.send(hidden))
    expect(head).toContain('x-simulator-reason: why\r\n')
    expect(head).toContain('allow: GET\r\n')
    expect(head).not.toContain('access-control')
  })
})

it('the headers of a call are there one by one, and all of them as they were sent', async () => {
  const asked = Promise.withResolvers<Line>()
  const { ask, stop } = await connection(asked.resolve)
  ask('/1 HTTP/1.1\r\nApi-Key: a\r\nX-Twice: 1\r\nX-Twice: 2\r\nx-old:')
  const line = await asked.promise
  expect(line.header('api-key')).toBe('a')
  expect(line.header('secret-key')).toBe(null)
  expect(line.headers().slice(0, 6)).toEqual(['Api-Key', 'a', 'X-Twice', '1', 'X-Twice', '2'])
  stop()
})

it.each(['connection-reset-by-peer', 'random-data-then-close', 'malformed-response-chunk'] as const)(
  'a caller that hangs up as %s strikes does no harm',
  async (kind) => {
    for (const moment of ['after-commit', 'mid-answer'] as const) {
      const taken = Promise.withResolvers<Line>()
      const { ask, hangUp, stop } = await connection(taken.resolve)
      ask('/1')
      const line = await taken.promise
      hangUp()
      // The server has not heard of it yet.
      expect(await hit({ kind }, moment, line).heard).not.toBe('whole')
      while (!line.isGone) await new Promise(setImmediate)
      stop()
    }
  },
)

const sends: readonly (readonly [string, (line: Line) => unknown])[] = [
  ['send', (line) => line.send(answer)],
  ['close', (line) => line.close()],
  ['reset', (line) => line.reset()],
  ['garbage', (line) => line.garbage(Buffer.from('x'))],
  ['a body that ends', (line) => sendInto(line).end()],
  ['a body that is closed', (line) => sendInto(line).close()],
  ['a body that is reset', (line) => sendInto(line).reset()],
]

function sendInto(line: Line): Sending {
  const sending = line.open(answer, 'chunked')
  sending.write(Buffer.from(FIRST))
  sending.raw(Buffer.from('x'))
  return sending
}

it.each(sends)('%s does no harm when the caller has gone', async (_name, send) => {
  const lines: Line[] = []
  const { ask, hangUp, stop } = await connection((line) => lines.push(line))
  ask('/1', '/2')
  while (lines.length < 2) await new Promise(setImmediate)
  hangUp()
  while (lines.some((line) => !line.isGone)) await new Promise(setImmediate)
  for (const line of lines) send(line)
  await new Promise(setImmediate)
  stop()
})

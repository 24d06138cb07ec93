import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type LookupFunction, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Agent, buildConnector } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import { delivered } from './answers.test-support.ts'
import { clientOf, connectionIsFree, keys, purchase } from './client.test-support.ts'
import { outcomeOfPay } from './outcome-of-pay.ts'
import { response, upstream } from './upstream.test-support.ts'
import type { Vtpass } from './vtpass.ts'

const answer = response(JSON.stringify(delivered)).toString('latin1')
const head = (headers: string) => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${headers}\r\n\r\n`

/** A failure behind the first byte sent, and what is said of it. */
const lost: Record<string, { does: (socket: Socket) => void; why: RegExp }> = {
  silence: { does: () => {}, why: /^no whole answer in time$/ },
  'a head without an end': { does: (socket) => socket.write('HTTP/1.1 200 OK\r\n'), why: /in time$/ },
  'half an answer, then silence': { does: (socket) => socket.write(answer.slice(0, -20)), why: /in time$/ },
  'an answer in drops': { does: drip, why: /^no whole answer in time$/ },
  'a reset before a byte': {
    does: (socket) => socket.resetAndDestroy(),
    why: /^connection (reset|closed) \(/,
  },
  'a reset in the middle of the head': {
    does: (socket) => writeThen(socket, 'HTTP/1.1 200', 'reset'),
    why: /^connection/,
  },
  'a reset in the middle of the body': {
    does: (socket) => writeThen(socket, answer.slice(0, -20), 'reset'),
    why: /\(/,
  },
  'a close without a byte': { does: (socket) => socket.end(), why: /^connection closed \(UND_ERR_SOCKET\)$/ },
  'a close in the middle of the head': {
    does: (socket) => socket.end('HTTP/1.1 200 OK\r\nconte'),
    why: /\(/,
  },
  'a close in the middle of the body': { does: (socket) => socket.end(answer.slice(0, -20)), why: /\(/ },
  'a close in the middle of a chunk': {
    does: (socket) => socket.end(`${head('transfer-encoding: chunked')}400\r\n{"code":"000"`),
    why: /\(/,
  },
  'a chunk that is none': {
    does: (socket) => socket.write(`${head('transfer-encoding: chunked')}xyz\r\n{"code":"000"}\r\n`),
    why: /^answer is no HTTP \(HTTPParserError\)$/,
  },
  'bytes that are no HTTP': {
    does: (socket) => socket.end(Buffer.from('8f3a00ff17c20d0a0d0aeeff', 'hex')),
    why: /^answer is no HTTP \(HTTPParserError\)$/,
  },
  'two lengths': {
    does: (socket) => socket.write(head('content-length: 2\r\ncontent-length: 3')),
    why: /UND_ERR_RES_CONTENT_LENGTH_MISMATCH/,
  },
  'a body of 1.5 MiB': {
    does: (socket) =>
      socket.write(response(JSON.stringify({ ...delivered, padding: 'x'.repeat(1_572_864) }))),
    why: /^answer too large \(UND_ERR_RES_EXCEEDED_MAX_SIZE\)$/,
  },
  'a head of 64 KiB': {
    does: (socket) => socket.write(head(`x-padding: ${'x'.repeat(65_536)}`)),
    why: /\((UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)\)$/,
  },
  'a switch of protocols': {
    does: (socket) => socket.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n'),
    why: /^connection closed/,
  },
}

function writeThen(socket: Socket, text: string, then: 'reset'): void {
  // The bytes leave first: a reset would overtake them.
  socket.write(text, () => setTimeout(() => then === 'reset' && socket.resetAndDestroy(), 20))
}

function drip(socket: Socket): void {
  let at = 0
  const dripping = setInterval(() => {
    at += 1
    socket.write(answer.slice(at - 1, at))
  }, 20)
  socket.on('close', () => clearInterval(dripping))
}

describe.each(Object.entries(lost))('%s', (_, { does, why }) => {
  const timeoutMs = `${why}`.includes('in time') ? 600 : 10_000

  it('is lost: the purchase is in doubt, was sent once, and no key is told', async () => {
    const { baseUrl, received } = await upstream(does)
    const vtpass = clientOf(baseUrl, { timeoutMs })
    const heard = await vtpass.pay(purchase)
    await vtpass.close()

    expect(heard).toEqual({ kind: 'lost', why: expect.stringMatching(why) })
    expect(outcomeOfPay(heard, purchase.request_id).kind).toBe('unknown')
    expect(received).toHaveLength(1)
    expectNoKeyIn(heard)
  })

  it('is lost of whatever else is asked', async () => {
    const { baseUrl, received } = await upstream(does)
    const vtpass = clientOf(baseUrl, { timeoutMs })
    const asks: (keyof Vtpass)[] = ['requery', 'variations', 'services', 'balance']
    const heard = await Promise.all([
      vtpass.requery(purchase.request_id),
      vtpass.variations('mtn-data'),
      vtpass.services('data'),
      vtpass.balance(),
      vtpass.verify({ serviceID: 'gotv', billersCode: '1212121212' }),
    ])

    expect(heard.map(({ kind }) => kind)).toEqual(Array(asks.length + 1).fill('lost'))
    expect(received).toHaveLength(asks.length + 1)
  })

  it('harms nobody who asks afterwards', async () => {
    const { baseUrl } = await upstream((socket, nth) => (nth === 1 ? does(socket) : socket.write(answer)))
    const vtpass = clientOf(baseUrl, { timeoutMs })
    await vtpass.pay(purchase)

    expect(await vtpass.pay(purchase)).toMatchObject({ kind: 'answer', body: delivered })
  })
})

describe('an answer that is compressed, though nobody asked', () => {
  it('is no JSON: the purchase is in doubt', async () => {
    const zipped = gzipSync(JSON.stringify({ code: '016' }))
    const { baseUrl, received } = await upstream((socket) =>
      socket.write(response(zipped, '200 OK', ['content-encoding: gzip'])),
    )
    const heard = await clientOf(baseUrl).pay(purchase)

    expect(heard).toMatchObject({ kind: 'answer', body: expect.any(String) })
    expect(outcomeOfPay(heard, purchase.request_id).kind).toBe('unknown')
    expect(received[0]?.head).toMatch(/^accept-encoding: identity\r\n/m)
  })
})

describe('what never left', () => {
  it('a connection is refused', async () => {
    const heard = await clientOf(`http://127.0.0.1:${await freePort()}/api`).pay(purchase)

    expect(heard).toEqual({ kind: 'not-sent', why: 'connection refused (ECONNREFUSED)' })
    expect(outcomeOfPay(heard, purchase.request_id).kind).toBe('failed')
    expectNoKeyIn(heard)
  })

  it('a name is not found', async () => {
    const notFound = Object.assign(new Error(`of ${keys.secretKey}`), { code: 'ENOTFOUND' })
    const lookup: LookupFunction = (_host, _options, callback) => callback(notFound, [])
    const agent = new Agent({ connect: { lookup } })
    const heard = await clientOf('http://vtpass.test/api', {}, agent).pay(purchase)

    expect(heard).toEqual({ kind: 'not-sent', why: 'host name not found (ENOTFOUND)' })
    expectNoKeyIn(heard)
  })

  it('a key is no header', async () => {
    const { baseUrl, received } = await upstream((socket) => socket.write(answer))
    const heard = await clientOf(baseUrl, { secretKey: `${keys.secretKey}\r\nx: y` }).pay(purchase)

    expect(heard).toMatchObject({ kind: 'not-sent' })
    expect(received).toEqual([])
    expectNoKeyIn(heard)
  })

  it('the other end speaks no TLS', async () => {
    const { baseUrl, received } = await upstream((socket) => socket.write(answer))
    const heard = await clientOf(baseUrl.replace('http:', 'https:'), { connectTimeoutMs: 300 }).pay(purchase)

    expect(heard).toMatchObject({ kind: 'not-sent' })
    expect(received).toEqual([])
  })

  it('nobody accepts the connection', async ({ skip }) => {
    if (process.platform !== 'linux') skip('other systems answer when the backlog is full')
    const port = await portWithoutRoom()
    const heard = await clientOf(`http://127.0.0.1:${port}/api`, { connectTimeoutMs: 300 }).pay(purchase)

    expect(heard).toEqual({ kind: 'not-sent', why: 'no connection in time' })
  })

  it('a connection that comes after its time is not used', async () => {
    const { baseUrl, received, connections } = await upstream((socket) => socket.write(answer))
    const connector = buildConnector({})
    const late: typeof connector = (options, callback) => setTimeout(() => connector(options, callback), 300)
    const vtpass = clientOf(baseUrl, { connectTimeoutMs: 100 }, new Agent({ connect: late }))

    expect(await vtpass.pay(purchase)).toEqual({ kind: 'not-sent', why: 'no connection in time' })
    await vtpass.close()
    expect([connections(), received.length]).toEqual([1, 0])
  })
})

describe('a connection that was kept', () => {
  it('and was closed while it was idle is not used again', async () => {
    const { baseUrl, received, connections } = await upstream((socket, nth) => {
      socket.write(answer)
      if (nth === 1) setTimeout(() => socket.end(), 20)
    })
    const vtpass = clientOf(baseUrl)
    await vtpass.pay(purchase)
    await new Promise((resolve) => setTimeout(resolve, 100))

    expect(await vtpass.pay(purchase)).toMatchObject({ kind: 'answer' })
    expect([received.length, connections()]).toEqual([2, 2])
  })

  it.each(['end', 'resetAndDestroy', 'destroy'] as const)(
    'and is closed when the next purchase arrives (%s) loses that one, which is not sent again',
    async (close) => {
      const { baseUrl, received, connections } = await upstream((socket, nth) => {
        if (nth === 1) socket.write(answer)
        else socket[close]()
      })
      const vtpass = clientOf(baseUrl)
      await vtpass.pay(purchase)
      await connectionIsFree()
      const heard = await vtpass.pay(purchase)
      await vtpass.close()

      expect(heard.kind).toBe('lost')
      expect([received.length, connections()]).toEqual([2, 1])
    },
  )

  it('and has an answer too many on it is not used again', async () => {
    const others = response('{"code":"018","response_description":"LOW WALLET BALANCE"}').toString('latin1')
    const { baseUrl, received, connections } = await upstream((socket, nth) =>
      socket.write(nth === 1 ? answer + others : answer),
    )
    const vtpass = clientOf(baseUrl)
    await vtpass.pay(purchase)
    await connectionIsFree()

    expect(await vtpass.pay(purchase)).toMatchObject({ kind: 'answer', body: delivered })
    expect([received.length, connections()]).toEqual([2, 2])
  })

  it('and breaks under many purchases at once loses each at most once', async () => {
    const { baseUrl, received } = await upstream((socket, nth) => {
      if (nth % 3 === 0) socket.resetAndDestroy()
      else if (nth % 3 === 1) socket.end(answer)
      else socket.write(answer)
    })
    const vtpass = clientOf(baseUrl)
    const ids = Array.from({ length: 300 }, (_, nth) => `${purchase.request_id}${nth}`)
    for (let at = 0; at < ids.length; at += 30) {
      await Promise.all(ids.slice(at, at + 30).map((request_id) => vtpass.pay({ ...purchase, request_id })))
    }
    await vtpass.close()
    const sent = received.map(({ body }) => JSON.parse(body).request_id)

    expect(sent.toSorted()).toEqual(ids.toSorted())
  })
})

function expectNoKeyIn(heard: unknown): void {
  for (const key of Object.values(keys)) expect(JSON.stringify(heard)).not.toContain(key)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Listens with room for one, never accepts, and is full: what else wants to connect hears nothing. */
async function portWithoutRoom(): Promise<number> {
  const script = `
    const server = require('node:net').createServer()
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      require('node:fs').writeSync(1, String(server.address().port) + '\\n')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    })`
  const child: ChildProcess = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [port] = await once(child.stdout ?? child, 'data')
  const fillers = Array.from({ length: 8 }, () => connect(Number(port), '127.0.0.1').on('error', () => {}))
  onTestFinished(() => {
    for (const filler of fillers) filler.destroy()
  })
  await new Promise((resolve) => setTimeout(resolve, 200))
  return Number(port)
}

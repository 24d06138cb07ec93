import { execFile } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import type { LookUp } from './destination.ts'
import type { Heard } from './post.ts'
import { createPost, type PostOptions } from './send.ts'

/** TCP sends nothing to a multicast address, whatever it is asked: these tests use it as their public one. */
const PUBLIC = '224.0.0.1'

const run = promisify(execFile)
const open: Server[] = []

/** Also proves of every test that no connection is left: a server does not close before its connections have. */
afterEach(async () => {
  const closing = open.splice(0).map((server) => once(server.close(), 'close'))
  await Promise.all(closing)
})

async function listen(server: Server): Promise<string> {
  open.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A receiver that is not bound to HTTP: it gets the socket once a request has begun. */
function receiver(answer: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => answer(socket))
  })
  return listen(server)
}

const answering = (text: string) => receiver((socket) => socket.end(text))
const ok = (body: string, headers = '') =>
  `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`

const acknowledgement = '{"response":"success"}'

function send(
  url: string,
  options: Partial<PostOptions> = {},
  body = '{"a":"₦"}',
  timeoutMs = 5000,
  signal = new AbortController().signal,
): Promise<Heard> {
  return createPost({ allowPublic: false, ...options })(url, body, timeoutMs, signal)
}

function lookUpOf(...addresses: string[]): LookUp & { asked: string[] } {
  const asked: string[] = []
  const lookUp = async (hostname: string) => {
    asked.push(hostname)
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return Object.assign(lookUp, { asked })
}

describe('a receiver gets', () => {
  it('a POST of JSON, with its length in bytes, over a connection of its own', async () => {
    const seen: string[] = []
    const server = createHttpServer(async (request, response) => {
      const { method, url, headers } = request
      for await (const chunk of request) seen.push(String(chunk))
      const named = ['content-type', 'content-length', 'user-agent', 'connection'].map(
        (name) => headers[name],
      )
      seen.push(`${method} ${url}`, ...named.map(String))
      response.end(acknowledgement)
    })
    const url = await listen(server)
    expect(await send(`${url}/vtpass?token=1`)).toEqual({ status: 200, body: acknowledgement })
    const expected = ['application/json', '11', 'VTpass-simulator', 'close']
    expect(seen).toEqual(['{"a":"₦"}', 'POST /vtpass?token=1', ...expected])
  })
})

describe('what comes back is told as it came', () => {
  it.each([
    ['an answer', ok('hello'), { status: 200, body: 'hello' }],
    ['an empty answer', ok(''), { status: 200, body: '' }],
    ['an error', 'HTTP/1.1 500 No\r\ncontent-length: 2\r\n\r\nno', { status: 500, body: 'no' }],
    ['an unheard-of status', 'HTTP/1.1 799 Odd\r\n\r\n', { status: 799, body: '' }],
    [
      'an answer that ends with its connection',
      'HTTP/1.0 200 OK\r\n\r\nhello',
      { status: 200, body: 'hello' },
    ],
    [
      'an answer in chunks',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n',
      { status: 200, body: 'hello' },
    ],
    ['an answer after a 102', `HTTP/1.1 102 Wait\r\n\r\n${ok('hello')}`, { status: 200, body: 'hello' }],
  ])('%s', async (_what, answer, heard) => {
    expect(await send(await answering(answer))).toStrictEqual(heard)
  })

  it('an answer that is whole is not waited on, though its connection stays open', async () => {
    const url = await receiver((socket) => socket.write(ok('hello', 'connection: keep-alive\r\n')))
    expect(await send(url)).toStrictEqual({ status: 200, body: 'hello' })
  })

  it('a redirect, which is not followed', async () => {
    let visited = 0
    const elsewhere = await receiver((socket) => {
      visited += 1
      socket.end(ok(acknowledgement))
    })
    const url = await answering(`HTTP/1.1 307 Go\r\nlocation: ${elsewhere}/\r\ncontent-length: 0\r\n\r\n`)
    expect(await send(url)).toStrictEqual({ status: 307, body: '', location: `${elsewhere}/` })
    expect(visited).toBe(0)
  })

  it('as much as 64 KiB of it', async () => {
    const body = 'x'.repeat(65_536)
    expect(await send(await answering(ok(body)))).toStrictEqual({ status: 200, body })
  })

  it('no more than 64 KiB of it', async () => {
    const heard = await send(await answering(ok('x'.repeat(10_000_000))))
    expect(heard).toStrictEqual({
      error: 'the answer is longer than 64 KiB',
      status: 200,
      body: 'x'.repeat(65_536),
    })
  })
})

describe('what goes wrong is told in words', () => {
  it('nobody listens', async () => {
    const url = await answering('')
    await Promise.all(open.splice(0).map((server) => once(server.close(), 'close')))
    expect(await send(url)).toEqual({ error: 'connection refused' })
    const byName = url.replace('127.0.0.1', 'localhost')
    expect(await send(byName)).toEqual({ error: 'connection refused' })
  })

  it('nothing comes within the time', async () => {
    const url = await receiver(() => {})
    expect(await send(url, {}, '{}', 50)).toEqual({ error: 'no answer within 50 ms' })
  })

  it('no time is no answer', async () => {
    const url = await receiver(() => {})
    expect(await send(url, {}, '{}', 0)).toEqual({ error: 'no answer within 0 s' })
  })

  it('a time longer than a timer can be set for is long all the same', async () => {
    const url = await receiver((socket) => setTimeout(() => socket.end(ok('hello')), 20))
    expect(await send(url, {}, '{}', 2 ** 31)).toEqual({ status: 200, body: 'hello' })
  })

  it('the time is for all of the answer, however busily it comes', async () => {
    const url = await receiver((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const drip = setInterval(() => socket.write('x'), 5)
      socket.on('close', () => clearInterval(drip))
    })
    const heard = await send(url, {}, '{}', 50)
    expect(heard).toMatchObject({ error: 'no whole answer within 50 ms', status: 200 })
    expect(heard.body).toMatch(/^x*$/)
  })

  it('the time is for looking the name up, too', async () => {
    const never: LookUp = () => new Promise(() => {})
    const heard = await send('http://receiver.test/', { lookUp: never }, '{}', 50)
    expect(heard).toEqual({ error: 'no answer within 50 ms' })
  })

  const closed = 'the connection closed before there was a whole answer'
  it.each([
    ['a connection that closes without a byte', '', { error: closed }],
    ['half a head', 'HTTP/1.1 200 OK\r\ncontent-le', { error: closed }],
    [
      'half a body',
      `HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n${acknowledgement}`,
      { error: closed, status: 200, body: acknowledgement },
    ],
  ])('%s', async (_what, answer, heard) => {
    expect(await send(await answering(answer))).toEqual(heard)
  })

  it('another protocol, on a connection that stays open', async () => {
    const switching = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'
    const url = await receiver((socket) => socket.write(switching))
    expect(await send(url)).toEqual({ error: 'it answers in another protocol (HTTP 101)' })
  })

  it.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a status that is no number', 'HTTP/1.1 abc OK\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['a chunk without a length', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
  ])('%s', async (_what, answer) => {
    const heard = await send(await answering(answer))
    expect(heard).toMatchObject({ error: expect.stringMatching(/^the answer is no proper HTTP \(.+\)$/) })
  })

  it('https:// where there is no TLS', async () => {
    const url = await answering(ok(acknowledgement))
    expect(await send(url.replace('http:', 'https:'))).toEqual({
      error: 'it speaks no TLS; does the callback URL begin with http://?',
    })
  })

  it('a name that nobody has', async () => {
    const unknown: LookUp = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    expect(await send('http://receiver.test/', { lookUp: unknown })).toEqual({
      error: 'there is no such host',
    })
  })

  it.each(['http://', 'http://[', 'ftp://127.0.0.1/', 'vtpass', ''])('%j as a callback URL', async (url) => {
    expect(await send(url)).toEqual({ error: `"${url}" is no http or https URL` })
  })
})

it('a process that has been answered is not kept alive by the time it would have waited', async () => {
  const url = await answering(ok('hello'))
  const program = `
    const { createPost } = await import(${JSON.stringify(new URL('send.ts', import.meta.url).href)})
    console.log(JSON.stringify(await createPost({ allowPublic: false })('${url}', '{}', 3_600_000, new AbortController().signal)))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program])
  expect(JSON.parse(stdout)).toEqual({ status: 200, body: 'hello' })
})

describe('what is cut off ends at once', () => {
  const cutOff = () => AbortSignal.abort()

  it('before it began', async () => {
    const url = await receiver(() => {})
    expect(await send(url, {}, '{}', 5000, cutOff())).toHaveProperty('error')
  })

  it.each([
    ['before an answer', ''],
    ['in the middle of one', 'HTTP/1.1 200 OK\r\n\r\nhalf'],
  ])('%s', async (_when, answer) => {
    const reset = new AbortController()
    const url = await receiver((socket) => {
      socket.write(answer)
      setTimeout(() => reset.abort(), 20)
    })
    expect(await send(url, {}, '{}', 600_000, reset.signal)).toHaveProperty('error')
  })
})

/** The addresses to which a connection was attempted meanwhile. */
async function attemptedBy(work: () => Promise<unknown>): Promise<string[]> {
  const attempted: string[] = []
  const note = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    socket.on('connectionAttempt', (address: string) => attempted.push(address))
  }
  subscribe('net.client.socket', note)
  try {
    await work()
  } finally {
    unsubscribe('net.client.socket', note)
  }
  return attempted
}

describe('callbacks go to this machine and its private networks only', () => {
  const refusal = (destination: string) => ({
    error: `${destination} is neither a loopback nor a private address; --allow-public-callbacks lets callbacks go there`,
  })

  it.each([
    [`http://${PUBLIC}/`, PUBLIC],
    [`http://0xe0.1/`, PUBLIC],
    [`https://${PUBLIC}/`, PUBLIC],
    [`http://[::ffff:${PUBLIC}]/`, '::ffff:e000:1'],
  ])('%s is refused, and no connection attempted', async (url, named) => {
    const attempted = await attemptedBy(async () => {
      expect(await send(url)).toEqual(refusal(named))
    })
    expect(attempted).toEqual([])
  })

  it('a name of a public address is refused, and no connection attempted', async () => {
    const attempted = await attemptedBy(async () => {
      const heard = await send('http://receiver.test/', { lookUp: lookUpOf(PUBLIC, '224.0.0.2') })
      expect(heard).toEqual(refusal('receiver.test (224.0.0.1, 224.0.0.2)'))
    })
    expect(attempted).toEqual([])
  })

  it('of a name’s addresses the local ones alone are used', async () => {
    const { port } = new URL(await answering(ok('hello')))
    const attempted = await attemptedBy(async () => {
      const lookUp = lookUpOf(PUBLIC, '127.0.0.1')
      expect(await send(`http://receiver.test:${port}/`, { lookUp })).toEqual({ status: 200, body: 'hello' })
    })
    expect(attempted).toEqual(['127.0.0.1'])
  })

  it('the address that was checked is the one that is connected to: a name is looked up once', async () => {
    const { port } = new URL(await answering(ok('hello')))
    const lookUp = lookUpOf('127.0.0.1')
    await send(`http://receiver.test:${port}/`, { lookUp })
    expect(lookUp.asked).toEqual(['receiver.test'])
  })

  it('localhost is this machine', async () => {
    const url = await answering(ok('hello'))
    expect(await send(url.replace('127.0.0.1', 'localhost'))).toEqual({ status: 200, body: 'hello' })
  })

  it('unless public ones are allowed, by address', async () => {
    const attempted = await attemptedBy(() => send(`http://${PUBLIC}/`, { allowPublic: true }, '{}', 50))
    expect(attempted).toEqual([PUBLIC])
  })

  it('unless public ones are allowed, by name', async () => {
    const options = { allowPublic: true, lookUp: lookUpOf(PUBLIC) }
    const attempted = await attemptedBy(() => send('http://receiver.test/', options, '{}', 50))
    expect(attempted).toEqual([PUBLIC])
  })
})

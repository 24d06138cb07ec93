import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { takeContradictions } from '../test/check-every-answer.ts'
import { airtime, clientOf, MARCH_10, requestIdOf } from '../test/client.ts'
import { createManualClock } from './clock.ts'
import { OptionError, type RunningSimulator, type ServerOptions, startSimulator } from './index.ts'

async function withServer(
  use: (simulator: RunningSimulator & ReturnType<typeof clientOf>) => Promise<void>,
  options: ServerOptions = {},
): Promise<void> {
  const simulator = await startSimulator({ port: 0, clock: createManualClock(MARCH_10), ...options })
  const overSocket = { account: simulator.account, fetch: globalThis.fetch }
  try {
    await use({ ...simulator, ...clientOf(overSocket, simulator.baseUrl) })
  } finally {
    await simulator.stop()
  }
}

/** Sends raw bytes and gives everything that comes back until the connection ends. */
async function exchangeBytes(url: string, bytes: string): Promise<string> {
  const socket = await connectTo(url)
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk
  })
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  return heard
}

async function connectTo(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  return socket
}

function rawPay(body: string, headers = ''): string {
  return (
    `POST /api/pay HTTP/1.1\r\nhost: vtpass\r\napi-key: sim-api-key\r\nsecret-key: SK_sim_secret_key\r\n` +
    `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`
  )
}

/** What an answer says, whichever way it was reached. */
async function saidBy(response: Response) {
  const { date: _, ...headers } = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: await response.text() }
}

describe('a path that is written as VTpass writes it is answered past the router, and alike', () => {
  const reading = { 'api-key': 'sim-api-key', 'public-key': 'PK_sim_public_key' }
  const writing = { 'api-key': 'sim-api-key', 'secret-key': 'SK_sim_secret_key' }
  const asks: [string, RequestInit][] = [
    ['service-categories', { headers: reading }],
    ['services?identifier=data', { headers: reading }],
    ['services?identifier=tv%2Dsubscription&x=1', { headers: reading }],
    ['service-variations?serviceID=gotv', { headers: reading }],
    ['service-variations?serviceID=a+b%zz', { headers: reading }],
    ['balance', { headers: reading }],
    ['balance', {}],
    ['balance', { method: 'HEAD', headers: reading }],
    ['balance', { method: 'POST', headers: writing, body: '{}' }],
    ['pay', { method: 'POST', headers: writing, body: '{"serviceID":"mtn"}' }],
    ['pay', { method: 'POST', body: 'x'.repeat(1_048_577) }],
    ['requery', { method: 'POST', headers: writing, body: '{"request_id":"a"}' }],
    ['merchant-verify', { method: 'POST', headers: writing, body: '{"billersCode":"1212121212"}' }],
    ['merchant-verify/smile/email', { method: 'POST', headers: writing, body: '{}' }],
  ]
  it.each(asks)('%s %o', (path, init) =>
    withServer(async ({ url, journal }) => {
      const straight = await saidBy(await fetch(`${url}/api/${path}`, init))
      const routed = await saidBy(await fetch(`${url}/api//${path}`, init))
      expect(straight).toEqual(routed)
      const items = await journal.list()
      const [one, other] = items.map(({ id: _, request, ...entry }) => ({ ...entry, ...request, path: '' }))
      expect(items).toHaveLength(2)
      expect(one).toEqual(other)
    }),
  )

  it.each([
    ['GET', '/api/balance', reading],
    ['GET', '/api//balance', reading],
    ['POST', '/api/requery', writing],
    ['POST', '/api//requery', writing],
  ])('a mistake in %s %s is answered, and told', async (method, path, headers) => {
    let isBroken = false
    const steady = createManualClock(MARCH_10)
    const now = () => {
      if (isBroken) throw new Error('the clock has stopped')
      return steady.now()
    }
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    await withServer(
      async ({ url }) => {
        isBroken = true
        const said = await saidBy(await fetch(url + path, { method, headers }))
        isBroken = false
        // No document has such an answer: whoever tests with us sees that it is no answer of VTpass's.
        expect(takeContradictions()).toEqual([expect.stringContaining('→ 599')])
        expect([said.status, JSON.parse(said.body).code]).toEqual([500, '083'])
        expect(said.headers['x-simulator-reason']).toContain('a mistake in the simulator')
        expect(String(printed.mock.calls[0]?.[0])).toContain('the clock has stopped')
      },
      { clock: { ...steady, now } },
    )
    printed.mockRestore()
  })
})

describe('over a socket', () => {
  it('400000000000 closes the connection without a byte, and the purchase is pending', () =>
    withServer(async ({ url, pay, requery }) => {
      const body = JSON.stringify(airtime('a', '400000000000'))
      expect(await exchangeBytes(url, rawPay(body))).toBe('')
      expect((await requery(requestIdOf('a'))).body.content.transactions.status).toBe('pending')
      await expect(pay({ ...airtime('b', '400000000000'), serviceID: 'glo' })).rejects.toThrow('fetch failed')
    }))

  it('300000000000 sends nothing for 60 s of the simulator’s clock, then the pending answer', async () => {
    const clock = createManualClock(MARCH_10)
    await withServer(
      async ({ url, pay, requery }) => {
        const socket = await connectTo(url)
        const heard: Buffer[] = []
        socket.on('data', (chunk) => heard.push(chunk))
        socket.write(rawPay(JSON.stringify(airtime('a', '300000000000'))))
        while ((await requery(requestIdOf('a'))).body.code === '015') await new Promise(setImmediate)
        expect((await pay(airtime('a'))).body.code).toBe('089')
        await clock.advance(59_999)
        expect((await pay(airtime('a'))).body.code).toBe('089')
        expect(heard).toEqual([])
        await clock.advance(1)
        await once(socket, 'data')
        expect(Buffer.concat(heard).toString()).toContain('TRANSACTION PROCESSING - PENDING')
        expect((await pay(airtime('a'))).body.code).toBe('014')
        socket.destroy()
      },
      { clock },
    )
  })

  it('a client that gives up while its answer is held does not end the purchase', async () => {
    const clock = createManualClock(MARCH_10)
    await withServer(
      async ({ pay, requery, baseUrl }) => {
        const gaveUp = fetch(`${baseUrl}/pay`, {
          method: 'POST',
          headers: {
            'api-key': 'sim-api-key',
            'secret-key': 'SK_sim_secret_key',
            'content-type': 'application/json',
          },
          body: JSON.stringify(airtime('a', '300000000000')),
          signal: AbortSignal.timeout(50),
        })
        await expect(gaveUp).rejects.toThrow()
        while ((await requery(requestIdOf('a'))).body.code === '015') await new Promise(setImmediate)
        expect((await pay(airtime('a'))).body.code).toBe('089')
        await clock.advance(60_000)
        expect((await pay(airtime('a'))).body.code).toBe('014')
      },
      { clock },
    )
  })

  it('a client that gives up while its answer is held has heard nothing, and that is a finding at once', () =>
    withServer(async ({ baseUrl, journal, findings }) => {
      const gaveUp = fetch(`${baseUrl}/pay`, {
        method: 'POST',
        headers: {
          'api-key': 'sim-api-key',
          'secret-key': 'SK_sim_secret_key',
          'content-type': 'application/json',
        },
        body: JSON.stringify(airtime('a', '300000000000')),
        signal: AbortSignal.timeout(50),
      })
      await expect(gaveUp).rejects.toThrow()
      await expect.poll(async () => (await journal.purchases())[0]?.heard).toBe('nothing')
      expect((await findings()).map(({ name }) => name)).toContain('never-requeried')
    }))

  it('random data in the middle of an answer ends the connection, and the next call takes another', () =>
    withServer(async ({ scenarios, pay }) => {
      await scenarios.add({
        occurrence: { first: 1 },
        fault: { kind: 'random-data-then-close', when: 'mid-answer' },
      })
      expect((await pay(airtime('a'))).headers.get('connection')).toBe('close')
      expect((await pay(airtime('b', '08022222222'))).body.code).toBe('016')
    }))

  it('timeoutHold: 0 holds nothing', () =>
    withServer(
      async ({ pay }) => {
        expect((await pay(airtime('a', '300000000000'))).body.content.transactions.status).toBe('pending')
      },
      { account: { timeoutHold: 0 } },
    ))

  it('a body over 1 MiB is refused with 413 while it is still being sent', () =>
    withServer(async ({ url }) => {
      const head = rawPay('').replace('content-length: 0', 'content-length: 5000000')
      expect(await exchangeBytes(url, head)).toMatch(/^HTTP\/1\.1 413 /)
      const chunked = rawPay('').replace('content-length: 0', 'transfer-encoding: chunked')
      const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`
      expect(await exchangeBytes(url, chunked + chunk + chunk)).toMatch(/^HTTP\/1\.1 413 /)
    }))

  it.each(['ü', '€', '😀', 'é"\\'])('a request id with %s comes back whole', (text) =>
    withServer(async ({ pay, requery }) => {
      const id = requestIdOf(text)
      expect((await pay({ ...airtime('a'), request_id: id })).body.requestId).toBe(id)
      expect((await requery(id)).body.requestId).toBe(id)
    }),
  )

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a length that is none', 'POST /api/pay HTTP/1.1\r\nhost: v\r\ncontent-length: x\r\n\r\n'],
    ['no host', 'GET /api/balance HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['a path that is none', 'GET /api/\\..\\balance HTTP/1.1\r\nhost: v\r\nconnection: close\r\n\r\n'],
  ])('%s is a bad request, and the simulator goes on', (_name, bytes) =>
    withServer(async ({ url, balance }) => {
      expect(await exchangeBytes(url, bytes)).toMatch(/^HTTP\/1\.1 400 /)
      expect(await balance()).toBe(1_000_000)
    }),
  )

  it('a client that hangs up in the middle of its request does no harm', () =>
    withServer(async ({ url, balance }) => {
      const socket = await connectTo(url)
      socket.write(rawPay('{"request_id":').replace('content-length: 14', 'content-length: 200'))
      socket.destroy()
      await once(socket, 'close')
      expect(await balance()).toBe(1_000_000)
    }))

  it('one connection carries many exchanges', () =>
    withServer(async ({ url }) => {
      const get =
        'GET /api/balance HTTP/1.1\r\nhost: v\r\napi-key: sim-api-key\r\npublic-key: PK_sim_public_key\r\n'
      const heard = await exchangeBytes(url, `${get}\r\n${get}\r\n${get}connection: close\r\n\r\n`)
      expect(heard.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
    }))

  it('the globals of the process that holds it stay as they were', async () => {
    const before = [globalThis.Request, globalThis.Response]
    await withServer(async () => {})
    expect([globalThis.Request, globalThis.Response]).toEqual(before)
  })
})

describe('startSimulator', () => {
  it('says in one line that a port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const started = startSimulator({ port })
    await expect(started).rejects.toThrow(OptionError)
    await expect(started).rejects.toThrow(`port ${port} is in use`)
    other.close()
  })

  it('says that a host is not known, or not of this machine', async () => {
    await expect(startSimulator({ port: 0, host: '192.0.2.1' })).rejects.toThrow('no address of this machine')
  })

  it('two run side by side, and neither sees the other’s purchases', () =>
    withServer(async ({ pay }) => {
      await pay(airtime('a'))
      await withServer(async ({ requery }) => {
        expect((await requery(requestIdOf('a'))).body.code).toBe('015')
      })
    }))

  it('stop ends at once, with an answer held and a connection idle', async () => {
    const simulator = await startSimulator({ port: 0, clock: createManualClock(MARCH_10) })
    const { pay, requery } = clientOf(
      { account: simulator.account, fetch: globalThis.fetch },
      simulator.baseUrl,
    )
    const held = pay(airtime('a', '300000000000')).catch((error: Error) => error.message)
    while ((await requery(requestIdOf('a'))).body.code === '015') await new Promise(setImmediate)
    const idle = await connectTo(simulator.url)
    const closed = once(idle, 'close')
    await simulator.stop()
    await closed
    expect(await held).toBe('fetch failed')
    await expect(requery('a')).rejects.toThrow('fetch failed')
  })

  it('its reference is Swagger UI, which loads nothing from another host', () =>
    withServer(async ({ url }) => {
      const page = await (await fetch(`${url}/_simulator/docs`)).text()
      const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '')
      expect(sources.filter((source) => !source.startsWith('data:'))).toEqual([
        '/_simulator/docs/swagger-ui.css',
        '/_simulator/docs',
        '/_simulator/docs?of=control',
        '/_simulator/docs/swagger-ui-bundle.js',
        '/_simulator/docs/start.js',
      ])
      expect(page).toContain("default-src 'self'")
      for (const source of [
        ...sources.slice(1),
        '/_simulator/docs/vtpass.json',
        '/_simulator/docs/control.json',
      ]) {
        expect((await fetch(url + source)).status).toBe(200)
      }
      expect((await fetch(`${url}/_simulator/docs/package.json`)).status).toBe(404)
    }))

  it('health tells that it is ready', () =>
    withServer(async ({ url }) => {
      expect(await (await fetch(`${url}/_simulator/health`)).json()).toMatchObject({ status: 'ok' })
    }))
})

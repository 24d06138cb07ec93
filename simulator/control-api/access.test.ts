import { request } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Line } from '../faults/line.ts'
import { connectSimulator, createSimulator, type ServerOptions, startSimulator } from '../index.ts'
import { refuseCaller } from './access.ts'

/** What a caller at an address, with these headers, is told; null is nothing: it is let in. */
function told(callerIp: string, headers: Record<string, string>, token: string | null = null): string | null {
  const line: Pick<Line, 'callerIp' | 'header'> = { callerIp, header: (name) => headers[name] ?? null }
  return refuseCaller(line, token)?.message ?? null
}

describe('without a token', () => {
  it.each([
    ['127.0.0.1', 'localhost:4040'],
    ['127.0.0.1', '127.0.0.1:4040'],
    ['127.8.8.8', '127.8.8.8'],
    ['::1', '[::1]:4040'],
    ['127.0.0.1', 'vtpass.localhost'],
  ])('%s that calls for %s is let in', (callerIp, host) => {
    expect(told(callerIp, { host })).toBeNull()
  })

  it.each([
    ['192.168.1.5', 'localhost:4040', '192.168.1.5 is not answered here'],
    ['10.0.0.1', '10.0.0.2:4040', '--control-token TOKEN'],
    ['127.0.0.1', 'evil.example', 'calls for evil.example are not answered here'],
    ['127.0.0.1', 'localhost.evil.example:4040', 'are not answered here'],
    ['2001:db8::1', 'localhost', '2001:db8::1 is not answered here'],
    ['', 'localhost', ' is not answered here'],
  ])('"%s" that calls for %s is not', (callerIp, host, says) => {
    expect(told(callerIp, { host })).toContain(says)
  })
})

describe('a page in a browser', () => {
  const host = 'localhost:4040'
  it('of the simulator’s own reference is let in', () => {
    expect(told('127.0.0.1', { host, origin: 'http://localhost:4040' })).toBeNull()
  })

  it.each(['http://evil.example', 'http://localhost:3000', 'null', 'https://localhost'])(
    'of %s is not',
    (origin) => {
      expect(told('127.0.0.1', { host, origin })).toContain('may not use the control API')
      expect(
        told('127.0.0.1', { host, origin, authorization: 'Bearer secret-token' }, 'secret-token'),
      ).toContain('may not')
    },
  )
})

describe('with a token', () => {
  const authorization = 'Bearer secret-token'
  it('whoever sends it is let in, from wherever it calls', () => {
    expect(told('192.168.1.5', { host: 'vtpass:4040', authorization }, 'secret-token')).toBeNull()
    expect(told('127.0.0.1', { authorization: 'bearer secret-token' }, 'secret-token')).toBeNull()
  })

  it.each([
    undefined,
    'Bearer wrong',
    'Bearer',
    'Basic secret-token',
    'secret-token',
    'Bearer secret-token-and-more',
  ])('%s is not', (sent) => {
    const headers = sent === undefined ? {} : { authorization: sent }
    expect(told('127.0.0.1', { host: 'localhost', ...headers }, 'secret-token')).toContain('Bearer TOKEN')
  })
})

async function start(options: ServerOptions = {}) {
  const simulator = await startSimulator({ port: 0, ...options })
  onTestFinished(() => simulator.stop())
  return simulator
}

/** Sends a header that `fetch` would not. */
function statusFor(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('over a socket', () => {
  it('a name that a stranger gave to this machine opens nothing but health', async () => {
    const { url } = await start()
    const headers = { host: 'evil.example' }
    expect(await statusFor(`${url}/_simulator/clock`, headers)).toBe(403)
    expect(await statusFor(`${url}/_simulator/health`, headers)).toBe(200)
    expect(await statusFor(`${url}/_simulator/clock`, {})).toBe(200)
  })

  it('the token is asked for, and its lack is answered with the scheme', async () => {
    const { url, clock } = await start({ controlToken: 'secret-token' })
    const answer = await fetch(`${url}/_simulator/clock`)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    await expect(connectSimulator(url)).rejects.toThrow('Bearer TOKEN')
    const connected = await connectSimulator(url, { token: 'secret-token' })
    expect((await connected.clock.advance('1h')).mode).toBe('real')
    expect((await clock.get()).mode).toBe('real')
  })

  it('no answer of it may be read by a page, and VTpass’s may', async () => {
    const { url } = await start()
    const origins = ['/_simulator/health', '/_simulator/clock', '/_simulator/nothing', '/api/balance'].map(
      async (path) => (await fetch(url + path)).headers.get('access-control-allow-origin'),
    )
    expect(await Promise.all(origins)).toEqual([null, null, null, '*'])
  })
})

it('a simulator in this process answers its own process', async () => {
  expect((await createSimulator().clock.get()).mode).toBe('real')
  expect((await createSimulator({ controlToken: 'secret-token' }).clock.get()).mode).toBe('real')
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { checkThatItAnswers, remoteTarget } from './target.ts'
import { Vtpass } from './vtpass.ts'

const keys = { apiKey: 'a', publicKey: 'b', secretKey: 'c' }

describe('a purchase costs money there, so a pact is not verified at', () => {
  it.each([
    'https://vtpass.com/api',
    'https://www.vtpass.com/api',
    'https://api-service.vtpass.com/api',
    'https://VTPASS.com./api',
    'https://sandboxes.vtpass.com/api',
    'https://user:sandbox@vtpass.com/sandbox/api',
  ])('%s', (baseUrl) => {
    expect(() => remoteTarget(baseUrl, keys)).toThrow(/is live: .*cost money there$/)
  })
})

it.each(['https://sandbox.vtpass.com/api', 'http://127.0.0.1:4040/api', 'https://notvtpass.com/api/'])(
  '%s is a target',
  (baseUrl) => {
    expect(remoteTarget(baseUrl, keys)).toMatchObject({
      baseUrl: baseUrl.replace(/\/$/, ''),
      spacingMs: 31_000,
    })
  },
)

it.each(['', 'sandbox.vtpass.com/api', 'file:///api'])('"%s" is no URL of HTTP', (baseUrl) => {
  expect(() => remoteTarget(baseUrl, keys)).toThrow(/is no URL of HTTP$/)
})

it('a key that is missing is named', () => {
  expect(() => remoteTarget('https://sandbox.vtpass.com/api', { ...keys, secretKey: '' })).toThrow(
    /secretKey is missing$/,
  )
})

it('a target that takes a connection and says nothing is given up', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const target = remoteTarget(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, keys)

  await expect(checkThatItAnswers(target, 100)).rejects.toThrow(/^nobody answers at .*timeout/)
})

describe('purchases at another VTpass', () => {
  const inLagos = () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const pauses: number[] = []
    const pause = async (ms: number) => {
      pauses.push(ms)
      vi.setSystemTime(Date.now() + ms)
    }
    return { vtpass: new Vtpass(remoteTarget('https://sandbox.vtpass.com/api', keys), pause), pauses }
  }

  it('for one recipient are spaced, so that none is a likely duplicate', async () => {
    const { vtpass, pauses } = inLagos()
    await vtpass.space('08011111111', false)
    vi.setSystemTime(Date.now() + 10_000)
    await vtpass.space('08011111111', false)
    await vtpass.space('08011111111', false)

    expect(pauses).toEqual([21_000, 31_000])
  })

  it('for another recipient, or after the window, are not', async () => {
    const { vtpass, pauses } = inLagos()
    await vtpass.space('08011111111', false)
    await vtpass.space('201000000000', false)
    vi.setSystemTime(Date.now() + 31_000)
    await vtpass.space('08011111111', false)

    expect(pauses).toEqual([])
  })

  it('that are to be a likely duplicate do not wait', async () => {
    const { vtpass, pauses } = inLagos()
    await vtpass.space('08011111111', false)
    await vtpass.space('08011111111', true)

    expect(pauses).toEqual([])
  })
})

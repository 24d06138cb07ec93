import { describe, expect, it } from 'vitest'
import { airtime, clientOf, MARCH_10 } from '../../test/client.ts'
import { createManualClock } from '../clock.ts'
import { createSimulator } from '../index.ts'

const start = (base?: string) => clientOf(createSimulator({ clock: createManualClock(MARCH_10) }), base)

it.each(['balance/', '/balance', '//balance//', 'balance/?', 'balance?x=1'])(
  'GET /api/%s is the balance',
  async (path) => {
    expect((await start().get(path)).body).toEqual({ code: 1, contents: { balance: 1_000_000 } })
  },
)

it.each([
  'http://vtpass//api',
  'http://vtpass/api/',
  'https://sandbox.vtpass.com/api',
  'http://localhost:1/api',
])('a purchase under %s is one', async (base) => {
  expect((await start(base).pay(airtime('a'))).body.code).toBe('000')
})

it.each(['', 'nothing', 'pay/nothing', 'merchant-verify/smile', 'Pay', '../etc/passwd', '%'])(
  '/api/%s does not exist',
  async (path) => {
    const answer = await start().get(path)
    expect(answer.status).toBe(404)
    expect(answer.text).toBe('{"message":"NOT FOUND"}')
  },
)

it.each([
  ['GET', 'pay', 'POST'],
  ['DELETE', 'pay', 'POST'],
  ['POST', 'balance', 'GET'],
  ['PUT', 'service-variations/', 'GET'],
])('%s /api/%s is answered with the method that is allowed: %s', async (method, path, allowed) => {
  const answer = await start().send(path, { method })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe(allowed)
})

it('HEAD is a GET without its body', async () => {
  const answer = await start().send('service-variations?serviceID=gotv', { method: 'HEAD' })
  expect(answer.status).toBe(200)
  expect(answer.text).toBe('')
})

describe('a browser', () => {
  it('is told before a purchase that it may make one', async () => {
    const headers = {
      origin: 'http://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'api-key,secret-key,content-type',
    }
    const answer = await start().send('pay', { method: 'OPTIONS', headers })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST')
    expect(answer.headers.get('access-control-allow-headers')).toBe('api-key,secret-key,content-type')
  })

  it('may read every answer, refusals and their reasons too', async () => {
    const { pay, get, send } = start()
    for (const answer of [
      await pay(airtime('a')),
      await pay({}),
      await get('balance'),
      await send('balance', {}),
      await get('x'),
    ]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      const hasReason = answer.headers.has('x-simulator-reason')
      expect(answer.headers.has('access-control-expose-headers')).toBe(hasReason)
    }
  })
})

it('the root leads to the reference', async () => {
  const answer = await start('http://vtpass').send('', {})
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe('/_simulator/docs')
})

import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { ControlError, connectSimulator, NoSimulatorError } from './index.ts'
import { account } from './samples.test-support.ts'

type Answer = (path: string, request: Request) => Response

/** A network that notes what is sent over it, and answers it all. */
function networkOf(answer: Answer) {
  const asked: string[] = []
  const authorizations: (string | null)[] = []
  const fetch = async (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init)
    asked.push([request.method, request.url, await request.clone().text()].join(' ').trim())
    authorizations.push(request.headers.get('authorization'))
    return answer(new URL(request.url).pathname, request)
  }
  return { fetch, asked, authorizations }
}

/** A simulator that wants this token, or none. */
function simulatorOf(token: string | null = null) {
  const problem = { type: 'about:blank', title: 'Unauthorized', status: 401, detail: 'send the token' }
  return networkOf((path, { headers }) => {
    if (path.endsWith('/_simulator/health')) return Response.json({ status: 'ok', version: '0.1.0' })
    const isWelcome = token === null || headers.get('authorization') === `Bearer ${token}`
    return isWelcome ? Response.json({ ...account, id: 'default' }) : Response.json(problem, { status: 401 })
  })
}

it('a simulator is found by its address, and gives its default account', async () => {
  const simulator = await connectSimulator('http://127.0.0.1:4040', simulatorOf())

  expect(simulator).toMatchObject({ url: 'http://127.0.0.1:4040', baseUrl: 'http://127.0.0.1:4040/api' })
  expect(simulator.account).toEqual({
    apiKey: 'shop-api-key',
    publicKey: 'PK_shop',
    secretKey: 'SK_shop',
    email: 'shop@vtpass.com',
    password: 'secret',
  })
})

it.each(['/', '/api', '/api/', '//'])('an address that ends in %s is the same simulator’s', async (end) => {
  const { fetch, asked } = simulatorOf()
  const simulator = await connectSimulator(`http://127.0.0.1:4040${end}`, { fetch })

  expect(simulator).toMatchObject({ url: 'http://127.0.0.1:4040', baseUrl: 'http://127.0.0.1:4040/api' })
  expect(asked).toEqual([
    'GET http://127.0.0.1:4040/_simulator/health',
    'GET http://127.0.0.1:4040/_simulator/accounts/default',
  ])
})

it('a simulator behind a path is asked under that path', async () => {
  const { fetch: network, asked } = simulatorOf()
  const { fetch, baseUrl } = await connectSimulator('http://ci/simulator/api', { fetch: network })
  await fetch(`${baseUrl}/balance`)
  await fetch('http://vtpass/api/balance')

  expect(asked).toEqual([
    'GET http://ci/simulator/_simulator/health',
    'GET http://ci/simulator/_simulator/accounts/default',
    'GET http://ci/simulator/api/balance',
    'GET http://ci/simulator/api/balance',
  ])
})

it('its fetch asks the simulator, whatever host an address names', async () => {
  const { fetch: network, asked } = simulatorOf()
  const { fetch } = await connectSimulator('http://127.0.0.1:4040', { fetch: network })
  await fetch('http://vtpass/api/services?identifier=data')
  await fetch(new URL('https://vtpass.com/api/balance'))
  await fetch(new Request('http://vtpass/api/pay', { method: 'POST', body: 'amount=100' }))
  await fetch('http://127.0.0.1:4040/api/requery', { method: 'POST', body: 'request_id=1' })

  expect(asked.slice(2)).toEqual([
    'GET http://127.0.0.1:4040/api/services?identifier=data',
    'GET http://127.0.0.1:4040/api/balance',
    'POST http://127.0.0.1:4040/api/pay amount=100',
    'POST http://127.0.0.1:4040/api/requery request_id=1',
  ])
})

it('stop asks nothing of the simulator, which others may use', async () => {
  const { fetch, asked } = simulatorOf()
  const simulator = await connectSimulator('http://127.0.0.1:4040', { fetch })
  await simulator.stop()

  expect(asked).toHaveLength(2)
  expect(await simulator.health()).toEqual({ status: 'ok', version: '0.1.0' })
})

it('the token is sent once a simulator has answered', async () => {
  const { fetch, authorizations } = simulatorOf('open-sesame')
  await connectSimulator('http://127.0.0.1:4040', { token: 'open-sesame', fetch })

  expect(authorizations).toEqual([null, 'Bearer open-sesame'])
})

it('a simulator that wants a token says so', async () => {
  const connecting = connectSimulator('http://127.0.0.1:4040', simulatorOf('open-sesame'))

  await expect(connecting).rejects.toThrow(ControlError)
  await expect(connecting).rejects.toThrow('send the token')
})

it('where nobody answers, the error says where it was tried and how to start a simulator', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  server.close()
  await once(server, 'close')
  const connecting = connectSimulator(url)

  await expect(connecting).rejects.toThrow(NoSimulatorError)
  await expect(connecting).rejects.toThrow(`nobody answers at ${url}; npx vtpass-simulator starts one`)
})

it.each([
  ['a page', new Response('<h1>Welcome</h1>')],
  ['other JSON', Response.json({ status: 'up', version: '7' })],
  ['a text', Response.json('ok')],
  ['nothing', new Response(null)],
])('where %s is answered, the error says that it is no simulator', async (_name, answer) => {
  const { fetch, authorizations } = networkOf(() => answer)
  const connecting = connectSimulator('http://127.0.0.1:4040', { token: 'open-sesame', fetch })

  await expect(connecting).rejects.toThrow(NoSimulatorError)
  await expect(connecting).rejects.toThrow(
    'what answers at http://127.0.0.1:4040 is no simulator: /_simulator/health gave HTTP 200; npx vtpass-simulator starts one',
  )
  expect(authorizations).toEqual([null])
})

it.each(['127.0.0.1:4040', 'localhost:4040', ''])('"%s" is no address', async (url) => {
  await expect(connectSimulator(url)).rejects.toThrow(
    `"${url}" is no address: http://127.0.0.1:4040 is one; npx vtpass-simulator starts one`,
  )
})

it('a server that takes the call and says nothing is given up', async () => {
  const timeouts: unknown[] = []
  const fetch = (_input: unknown, init?: RequestInit) => {
    timeouts.push(init?.signal)
    return Promise.reject(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))
  }

  await expect(connectSimulator('http://10.0.0.1', { fetch })).rejects.toThrow(
    'nobody answers at http://10.0.0.1',
  )
  expect(timeouts).toEqual([expect.any(AbortSignal)])
})

import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '../../simulator/index.ts'
import { balance, ownPact, pactOf } from './pact.test-support.ts'
import { remoteTarget } from './target.ts'
import { troublesIn, verifyAside } from './verifier.test-support.ts'
import { verifyPact } from './verify.ts'

async function simulator(duplicateWindow = '30s') {
  const running = await startSimulator({ port: 0 })
  onTestFinished(() => running.stop())
  const keys = await running.accounts.create({ duplicateWindow })
  return { ...running, keys, target: { simulator: running.url } }
}

const wrongBalance = { ...balance, response: { status: 200, body: { code: 2 } } }

it('what does not hold is broken, with what was expected', async () => {
  const { target } = await simulator()

  expect(
    await verifyAside({ pact: pactOf([balance, { ...wrongBalance, description: 'another' }]), target }),
  ).toEqual([
    { description: 'the balance', outcome: 'holds', reasons: [] },
    {
      description: 'another',
      outcome: 'broken',
      reasons: ['$.code: Expected 1 (Integer) to be equal to 2 (Integer)'],
    },
  ])
})

it('two interactions of one description are two, in their order', async () => {
  const { target } = await simulator()
  const results = await verifyAside({ pact: pactOf([wrongBalance, balance]), target })

  expect(results.map(({ outcome }) => outcome)).toEqual(['broken', 'holds'])
})

it.each(['a customer with money', 'toString'])(
  'a state that nobody defines, "%s", fails before anything is asked',
  async (providerState) => {
    const { target, accounts } = await simulator()
    const before = (await accounts.list()).length
    const pact = pactOf([balance, { ...balance, providerState }])

    await expect(verifyAside({ pact, target })).rejects.toThrow(
      `names states that nobody defines:\n  ${providerState}\nThere are:\n  a request id that was never used\n`,
    )
    expect(await accounts.list()).toHaveLength(before)
  },
)

it('a state that throws breaks its interaction, which would hold, and no other', async () => {
  const { target } = await simulator()
  const pact = pactOf([{ ...balance, providerState: 'a state that throws' }, balance])
  const results = await verifyAside({ pact, target, throwing: ['a state that throws'] })

  expect(results).toEqual([
    {
      description: 'the balance',
      outcome: 'broken',
      reasons: ['the state "a state that throws" cannot be arranged: thrown on purpose'],
    },
    { description: 'the balance', outcome: 'holds', reasons: [] },
  ])
})

it('nothing is bought where a state throws', async () => {
  const { baseUrl, keys } = await simulator()
  const request = {
    method: 'POST',
    path: '/api/pay',
    headers: { 'content-type': 'application/json' },
    body: { request_id: 'x', serviceID: 'mtn', amount: 100, phone: '08011111111' },
  }
  const states = [{ name: 'a request id that was never used' }, { name: 'a state that throws' }]
  const pact = pactOf([{ description: 'airtime', providerStates: states, request, response: {} }], '3.0.0')
  await verifyAside({ pact, target: { baseUrl, keys }, throwing: ['a state that throws'] })

  expect(await keys.transactions.list()).toEqual([])
})

it('a simulator can arrange every state: what it cannot is broken, and left out at another VTpass alone', async () => {
  const { target, baseUrl, keys } = await simulator()
  const pact = pactOf([{ ...balance, providerState: 'beyond it' }, balance])
  const outcomes = async (at: typeof target | { baseUrl: string; keys: typeof keys }) => {
    const results = await verifyAside({ pact, target: at, impossible: ['beyond it'] })
    return results.map(({ outcome }) => outcome)
  }

  expect(await outcomes(target)).toEqual(['broken', 'holds'])
  expect(await outcomes({ baseUrl, keys })).toEqual(['left-out', 'holds'])
})

it('a purchase that does not come out as its state says breaks the interaction', async () => {
  const running = await startSimulator({ port: 0, products: { mtn: 'suspended' } })
  onTestFinished(() => running.stop())
  const pact = pactOf([{ ...balance, providerState: 'a delivered purchase' }])
  const results = await verifyAside({ pact, target: { simulator: running.url } })

  expect(results[0]?.outcome).toBe('broken')
  expect(results[0]?.reasons[0]).toMatch(/mtn for 08011111111 should be delivered; VTpass says .*"034"/)
})

it('where nobody answers, that is said at once', async () => {
  const server = createServer().listen(0)
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((resolve) => server.close(resolve))
  const target = remoteTarget(`http://127.0.0.1:${port}/api`, { apiKey: 'a', publicKey: 'b', secretKey: 'c' })

  await expect(verifyPact(ownPact, target)).rejects.toThrow(/^nobody answers at http:.*ECONNREFUSED/)
})

it('a connection that is closed without an answer breaks the interaction, and the next one is verified', async () => {
  const { target } = await simulator()
  const silent = {
    description: 'silence',
    providerState: 'a request id that was never used',
    request: {
      method: 'POST',
      path: '/api/pay',
      headers: { 'content-type': 'application/json' },
      body: { request_id: 'x', serviceID: 'mtn', amount: 100, phone: '400000000000' },
    },
    response: { status: 200 },
  }
  const results = await verifyAside({ pact: pactOf([silent, balance]), target })

  expect(results.map(({ outcome }) => outcome)).toEqual(['broken', 'holds'])
})

it('another VTpass keeps to the pact too, but for what cannot be arranged there', async () => {
  const { baseUrl, keys } = await simulator('0s')
  const target = { baseUrl: `${baseUrl}/`, keys, spacingMs: 0 }
  const results = await verifyAside({ pact: ownPact, target })
  const { 'a likely duplicate': _, ...others } = troublesIn(results)

  expect(others).toEqual({
    'a purchase whose wallet is too low': [
      'left-out',
      expect.stringMatching(
        /cannot be arranged: the wallet holds ₦\d[\d.]*, and MTN airtime costs at most ₦200000$/,
      ),
    ],
  })
  expect((await keys.transactions.list()).length).toBeGreaterThan(10)
})

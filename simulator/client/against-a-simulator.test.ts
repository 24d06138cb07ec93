import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSimulator, startSimulator } from '../index.ts'
import {
  ControlError,
  type ControlledAccount,
  connectSimulator,
  type JournalEntry,
  type SimulatorControl,
} from './index.ts'

interface Target {
  readonly simulator: SimulatorControl
  readonly fetch: (input: string, init?: RequestInit) => Promise<Response>
  readonly stop: () => Promise<void>
}

/** The same object, whether the simulator is in this process or at the other end of a socket. */
const targets: Record<string, () => Promise<Target>> = {
  createSimulator: async () => {
    const simulator = createSimulator()
    return { simulator, fetch: simulator.fetch, stop: async () => {} }
  },
  connectSimulator: async () => {
    const running = await startSimulator({ port: 0, controlToken: 'open-sesame' })
    const simulator = await connectSimulator(running.baseUrl, { token: 'open-sesame' })
    return { simulator, fetch: simulator.fetch, stop: () => running.stop() }
  },
}

describe.each(Object.entries(targets))('with %s', (_name, start) => {
  let target: Target
  let simulator: SimulatorControl
  let shop: ControlledAccount
  beforeAll(async () => {
    target = await start()
    simulator = target.simulator
  })
  beforeEach(async () => {
    shop = await simulator.accounts.create({ wallet: 500, duplicateWindow: 0 })
    await shop.clock.freeze('2026-01-05T09:00:00Z')
  })
  afterAll(() => target.stop())

  async function call(path: string, fields: object): Promise<void> {
    const answer = await target.fetch(`http://vtpass/api/${path}`, {
      method: 'POST',
      headers: { 'api-key': shop.apiKey, 'secret-key': shop.secretKey, 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    })
    await answer.text()
  }

  /** Buys ₦100 of airtime and gives its request id. */
  async function buy(name: string): Promise<string> {
    const requestId = `202601051000${name}`
    await call('pay', { request_id: requestId, serviceID: 'mtn', amount: 100, phone: '08011111111' })
    return requestId
  }

  it('a purchase is on record, and in the wallet', async () => {
    const requestId = await buy('a')

    expect(await shop.transactions.list({ status: 'delivered' })).toEqual([
      await shop.transactions.get(requestId),
    ])
    expect(await shop.transactions.list({ status: 'pending' })).toEqual([])
    expect(await shop.read()).toMatchObject({ openingBalance: 500, wallet: 403.5 })
  })

  it('a rule decides, and time settles', async () => {
    const rule = await shop.scenarios.add({ occurrence: { first: 1 }, fate: 'pending-then-failed' })
    const requestId = await buy('a')
    expect(await shop.transactions.get(requestId)).toMatchObject({ status: 'pending' })
    expect(await shop.clock.advance('1m')).toMatchObject({ now: '2026-01-05T09:01:00.000Z', mode: 'frozen' })

    expect(await shop.transactions.get(requestId)).toMatchObject({ status: 'failed', charged: 0 })
    expect(await shop.scenarios.get(rule.id)).toMatchObject({ matched: 1, decided: 1 })
    await shop.scenarios.remove(rule.id)
    expect(await shop.scenarios.list()).toEqual([])
  })

  it('a pending purchase is settled by hand', async () => {
    await shop.scenarios.add({ fate: 'pending' })
    const requestId = await buy('a')

    expect(await shop.transactions.settle(requestId, 'delivered')).toMatchObject({ status: 'delivered' })
  })

  it('the journal tells purchases and requeries apart, and forgets', async () => {
    const requestId = await buy('a')
    await call('requery', { request_id: requestId })
    const endpoints = (entries: readonly JournalEntry[]) => entries.map(({ endpoint }) => endpoint)

    expect(endpoints(await shop.journal.list())).toEqual(['pay', 'requery'])
    expect(endpoints(await shop.journal.purchases({ requestId }))).toEqual(['pay'])
    expect(endpoints(await shop.journal.requeries())).toEqual(['requery'])
    expect(await shop.journal.count({ code: '000' })).toBe(2)
    await shop.journal.clear()
    expect(await shop.journal.count()).toBe(0)
  })

  it('the journal is followed, from its first entry on and as it goes on', async () => {
    const first = await buy('a')
    const abort = new AbortController()
    const heard: unknown[] = []
    for await (const { order } of shop.journal.events({ after: 0, signal: abort.signal })) {
      heard.push(order?.requestId)
      if (heard.length === 1) await buy('b')
      else abort.abort()
    }

    expect(heard).toEqual([first, '202601051000b'])
  })

  it('a product is suspended for this account alone', async () => {
    await shop.products.change('mtn', { state: 'suspended' })

    expect(await shop.products.get('mtn')).toMatchObject({ state: 'suspended' })
    expect(await simulator.products.get('mtn')).toMatchObject({ state: 'active' })
    expect((await shop.products.list()).length).toBeGreaterThan(10)
  })

  it('a list of more than a page is whole', async () => {
    for (let count = 0; count < 1_001; count += 1)
      await call('requery', { request_id: `202601051000${count}` })

    const ids = (await shop.journal.requeries()).map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 1_001 }, (_, index) => index + 1))
  })

  it('an account tells what was exercised and what went wrong', async () => {
    await buy('a')

    expect((await shop.coverage()).serviceIDs.exercised).toEqual({ mtn: 1 })
    expect((await shop.findings()).map(({ name }) => name)).not.toContain('bought-again-while-in-doubt')
  })

  it('an account goes back to its start, and away', async () => {
    await buy('a')
    await shop.reset()
    expect(await shop.transactions.list()).toEqual([])
    await shop.delete()

    await expect(simulator.accounts.get(shop.id)).rejects.toThrow(ControlError)
  })

  it('a refusal says what to change', async () => {
    await expect(shop.transactions.get('202601051000nothing')).rejects.toThrow('202601051000nothing')
    await expect(shop.clock.advance('soon')).rejects.toMatchObject({ status: 400, name: 'ControlError' })
  })

  it('the simulator goes back to its start', async () => {
    await simulator.reset()

    expect((await simulator.accounts.list()).map(({ id }) => id)).toEqual(['default'])
    expect(await simulator.webhooks.list()).toEqual([])
  })
})

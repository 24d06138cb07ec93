import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { airtime, clientOf, MARCH_10, requestIdOf } from '../../test/client.ts'
import { contradictionsOf } from '../../test/contract.ts'
import { type ControlledAccount, createSimulator, type NewAccount, type Simulator } from '../index.ts'

/** A fresh account whose clock stands at MARCH_10, and a merchant that calls as it. */
async function start(settings: NewAccount = {}, simulator: Simulator = createSimulator()) {
  const account = await simulator.accounts.create(settings)
  await account.clock.freeze(MARCH_10)
  return { simulator, account, ...clientOf({ account, fetch: simulator.fetch }) }
}

/** A receiver of webhooks on this machine, which answers what it is told to. */
async function receiver(answer: (count: number) => string = () => '{"response":"success"}') {
  const got: string[] = []
  const server = createServer((incoming, outgoing) => {
    let body = ''
    incoming.on('data', (chunk) => {
      body += chunk
    })
    incoming.on('end', () => {
      got.push(body)
      outgoing.end(answer(got.length))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/vtpass`, got }
}

describe('accounts', () => {
  it('are worlds of their own, with keys of their own', async () => {
    const simulator = createSimulator()
    const one = await start({ wallet: 500 }, simulator)
    const other = await start({ wallet: 700 }, simulator)
    await one.pay(airtime('a'))
    expect([await one.balance(), await other.balance()]).toEqual([403.5, 700])
    expect((await other.requery(requestIdOf('a'))).body.code).toBe('015')
    expect(await other.account.journal.count({ endpoint: 'pay' })).toBe(0)
  })

  it('take their settings at creation and later', async () => {
    const { account, pay } = await start({ state: 'locked' })
    expect((await pay(airtime('a'))).body.code).toBe('021')
    const changed = await account.change({
      state: 'active',
      whitelistedProducts: ['gotv'],
      duplicateWindow: '1h',
    })
    expect(changed).toMatchObject({ state: 'active', whitelistedProducts: ['gotv'], duplicateWindow: '1h' })
    expect((await pay(airtime('a'))).body.code).toBe('028')
    await account.change({ whitelistedProducts: null })
    expect((await pay(airtime('a'))).body.code).toBe('000')
  })

  it('may be given money, which changes nothing of what is held or spent', async () => {
    const { account, pay, balance } = await start({ wallet: 100 })
    await pay(airtime('a', '201000000000'))
    expect(await account.change({ wallet: 50 })).toMatchObject({ wallet: 50, openingBalance: 146.5 })
    await account.transactions.settle(requestIdOf('a'), 'failed')
    expect(await balance()).toBe(146.5)
  })

  it('may be named, and are counted otherwise', async () => {
    const { accounts } = createSimulator()
    expect((await accounts.create({ id: 'shop' })).apiKey).toBe('sim-api-key-shop')
    expect((await accounts.create()).id).toBe('account-1')
    expect((await accounts.list()).map(({ id }) => id)).toEqual(['default', 'shop', 'account-1'])
    await expect(accounts.create({ id: 'shop' })).rejects.toThrow('there is an account "shop" already')
  })

  it('that are deleted are known no more', async () => {
    const { simulator, account, pay } = await start()
    await account.delete()
    expect((await pay(airtime('a'))).body.code).toBe('087')
    await expect(account.read()).rejects.toThrow(`there is no account "${account.id}"`)
    await expect((await simulator.accounts.get('default')).delete()).rejects.toThrow('cannot be deleted')
  })

  it('draw what they invent from the seed and their id', async () => {
    const transactionIdOf = async (id: string) => {
      const { pay } = await start({ id })
      return (await pay(airtime('a'))).body.content.transactions.transactionId as string
    }
    expect(await transactionIdOf('one')).toBe(await transactionIdOf('one'))
    expect(await transactionIdOf('one')).not.toBe(await transactionIdOf('two'))
  })
})

describe('reset', () => {
  it('of an account is as it was created, the seed too', async () => {
    const { account, pay, balance } = await start({ wallet: 500 })
    const first = await pay(airtime('a'))
    await account.scenarios.add({ fate: 'failed' })
    await account.change({ state: 'locked' })
    await account.products.change('gotv', { state: 'suspended' })
    await account.reset()
    expect((await account.clock.get()).mode).toBe('real')
    expect(await account.read()).toMatchObject({ state: 'active', wallet: 500 })
    expect(await account.scenarios.list()).toEqual([])
    expect(await account.journal.count()).toBe(0)
    expect(await account.transactions.list()).toEqual([])
    expect((await account.products.get('gotv')).state).toBe('active')
    await account.clock.freeze(MARCH_10)
    expect((await pay(airtime('a'))).text).toBe(first.text)
    expect(await balance()).toBe(403.5)
  })

  it('of the simulator leaves the default account alone, as it was started', async () => {
    const simulator = createSimulator({ account: { wallet: 700 } })
    const { pay } = await start({}, simulator)
    await simulator.scenarios.add({ fate: 'failed' })
    await simulator.reset()
    expect((await pay(airtime('a'))).body.code).toBe('087')
    expect(await simulator.scenarios.list()).toEqual([])
    expect((await simulator.accounts.create()).id).toBe('account-1')
    expect((await simulator.accounts.list()).map(({ wallet }) => wallet)).toEqual([700, 700])
  })

  it('cuts off an answer that is being held', async () => {
    const { account, pay } = await start()
    const held = pay(airtime('a', '300000000000'))
    await expect.poll(() => account.journal.count({ endpoint: 'pay' })).toBe(1)
    await account.reset()
    await expect(held).rejects.toThrow('fetch failed')
  })
})

describe('transactions', () => {
  it('are listed as VTpass has them, filtered and paged', async () => {
    const { account, pay } = await start()
    await pay(airtime('a'))
    await pay(airtime('b', '201000000000'))
    await pay(airtime('c'))
    expect(await account.transactions.list({ status: 'pending' })).toEqual([
      {
        requestId: requestIdOf('b'),
        status: 'pending',
        code: '000',
        transactionId: expect.stringMatching(/^1741598056\d{16}$/),
        serviceID: 'mtn',
        variationCode: null,
        recipient: '201000000000',
        quantity: 1,
        unitPrice: 100,
        amount: 100,
        commission: 3.5,
        fee: 0,
        total: 96.5,
        charged: 96.5,
        createdAt: '2025-03-10T09:14:16.000Z',
      },
    ])
    const statuses = (await account.transactions.list()).map(({ status }) => status)
    expect(statuses).toEqual(['delivered', 'pending', 'refused'])
    expect(await account.transactions.list({ recipient: '08011111111' })).toHaveLength(1)
  })

  it.each([
    ['201000000000', 'delivered', '000'],
    ['201000000000', 'failed', '016'],
    ['08011111111', 'reversed', '040'],
  ] as const)('of %s may become %s', async (phone, status, code) => {
    const { account, pay, requery } = await start()
    await pay(airtime('a', phone))
    expect(await account.transactions.settle(requestIdOf('a'), status)).toMatchObject({ status, code })
    expect((await requery(requestIdOf('a'))).body.code).toBe(code)
  })

  it('that are delivered cannot fail, and those that failed stay so', async () => {
    const { account, pay } = await start()
    await pay(airtime('a'))
    await expect(account.transactions.settle(requestIdOf('a'), 'failed')).rejects.toThrow(
      'it is delivered; only what is pending can become failed',
    )
    await expect(account.transactions.settle('nothing', 'failed')).rejects.toThrow(
      'no purchase has the request_id',
    )
  })
})

describe('products', () => {
  it.each([
    ['suspended', '034'],
    ['inactive', '035'],
    ['unreachable', '030'],
    ['active', '000'],
  ] as const)('that are %s answer %s', async (state, code) => {
    const { account, pay } = await start()
    await account.products.change('mtn', { state })
    expect((await pay(airtime('a'))).body.code).toBe(code)
  })

  it('may have other plans, of this account alone, and whoever asks is told', async () => {
    const { url, got } = await receiver()
    const { simulator, account, get } = await start({ callbackUrl: url })
    const plan = {
      variation_code: 'gotv-lite',
      name: 'GOtv Lite',
      variation_amount: '450.00',
      fixedPrice: 'Yes',
    }
    await account.products.change('gotv', { variations: [{ ...plan, fixedPrice: 'Yes' }] })
    expect((await get('service-variations?serviceID=gotv')).body.content.variations).toEqual([plan])
    expect(JSON.parse(got[0] ?? '')).toMatchObject({ type: 'variations-update', serviceID: 'gotv' })
    expect(contradictionsOf('vtpass#/components/schemas/VariationsUpdate', JSON.parse(got[0] ?? ''))).toEqual(
      [],
    )
    expect((await simulator.products.get('gotv')).variations.length).toBeGreaterThan(1)
  })
})

describe('the clock', () => {
  it('is one for everything in the world', async () => {
    const { url, got } = await receiver()
    const { account, pay, requery } = await start({ callbackUrl: url })
    await account.scenarios.add({ match: { requestId: requestIdOf('a') }, fate: 'pending-then-delivered' })
    await pay(airtime('a'))
    expect((await pay(airtime('b'))).body.code).toBe('019')
    await account.clock.advance('59s')
    expect((await requery(requestIdOf('a'))).body.content.transactions.status).toBe('pending')
    expect(await account.clock.advance('1s')).toMatchObject({ now: '2025-03-10T09:15:16.000Z', next: null })
    expect((await requery(requestIdOf('a'))).body.content.transactions.status).toBe('delivered')
    expect(got).toHaveLength(1)
    expect((await pay(airtime('c'))).body.code).toBe('000')
    await account.clock.set('2025-03-12T09:00:00Z')
    expect((await pay({ ...airtime('d'), request_id: '202503101014d' })).body.code).toBe('085')
  })

  it('lets a slow answer come when it is moved far enough', async () => {
    const { account, pay } = await start()
    let isAnswered = false
    const slow = pay(airtime('a'), { 'x-simulator-scenario': 'slow' }).then((heard) => {
      isAnswered = true
      return heard
    })
    await expect.poll(async () => (await account.clock.get()).next).toBe('2025-03-10T09:14:26.000Z')
    expect((await pay(airtime('a'))).body.code).toBe('089')
    await account.clock.advance('9s')
    expect(isAnswered).toBe(false)
    await account.clock.advance('1s')
    expect((await slow).body.code).toBe('000')
  })

  it('of one account moves no other', async () => {
    const { simulator, account } = await start()
    const other = await simulator.accounts.create()
    await other.clock.freeze('2031-01-01T00:00:00Z')
    expect((await account.clock.get()).now).toBe('2025-03-10T09:14:16.000Z')
  })

  it('says with what a request id has to begin', async () => {
    const { account } = await start()
    expect((await account.clock.set('2025-03-10T23:30:00Z')).lagos).toBe('202503110030')
  })
})

describe('scenarios', () => {
  const statusesOf = async (rule: Parameters<ControlledAccount['scenarios']['add']>[0], count: number) => {
    const { account, pay } = await start({ duplicateWindow: 0 })
    await account.scenarios.add(rule)
    const codes: string[] = []
    for (let n = 0; n < count; n += 1) {
      codes.push((await pay(airtime(String(n)))).body.content.transactions.status.slice(0, 1))
    }
    const [{ matched, decided } = { matched: 0, decided: 0 }] = await account.scenarios.list()
    return `${codes.join('')} ${matched} ${decided}`
  }

  it.each([
    [{ fate: 'failed' }, 'ffff 4 4'],
    [{ fate: 'failed', occurrence: { first: 2 } }, 'ffdd 4 2'],
    [{ fate: 'failed', occurrence: { nth: 3 } }, 'ddfd 4 1'],
    [{ fate: 'failed', occurrence: { every: 2 } }, 'dfdf 4 2'],
    [{ fate: 'failed', occurrence: { share: 0 } }, 'dddd 4 0'],
    [{ fate: 'failed', occurrence: { share: 1 } }, 'ffff 4 4'],
    [{ fate: 'failed', match: { serviceID: 'glo' } }, 'dddd 0 0'],
    [{ fate: 'failed', match: { requestId: requestIdOf('1') } }, 'dfdd 1 1'],
    [{ fate: 'failed', match: { recipient: '08011111111' } }, 'ffff 4 4'],
    [{ fate: 'failed', match: { amount: { from: 100, to: 100 } } }, 'ffff 4 4'],
    [{ fate: 'failed', match: { amount: { from: 100.01 } } }, 'dddd 0 0'],
    [{ fate: 'failed', match: { endpoint: 'pay' } }, 'ffff 4 4'],
    [{ fate: { status: 'failed' } }, 'ffff 4 4'],
    [{ fate: { code: '016' } }, 'ffff 4 4'],
  ] as const)('%j: %s', async (rule, expected) => {
    expect(await statusesOf(rule, 4)).toBe(expected)
  })

  it('of a share strike as often, and the same calls each time', async () => {
    const first = await statusesOf({ fate: 'failed', occurrence: { share: 0.3 } }, 200)
    expect(first).toBe(await statusesOf({ fate: 'failed', occurrence: { share: 0.3 } }, 200))
    const struck = Number(first.split(' ').at(-1))
    expect(struck).toBeGreaterThan(35)
    expect(struck).toBeLessThan(85)
  })

  it('end by themselves after a time of the simulator’s clock', async () => {
    const { account, pay } = await start({ duplicateWindow: 0 })
    await account.scenarios.add({ fate: 'failed', occurrence: { for: '30s' } })
    expect((await pay(airtime('a'))).body.code).toBe('016')
    await account.clock.advance('30s')
    expect((await pay(airtime('b'))).body.code).toBe('000')
  })

  it('are asked in their order, and the first whose turn it is decides', async () => {
    const { account, pay } = await start({ duplicateWindow: 0 })
    await account.scenarios.add({ fate: 'failed', occurrence: { first: 1 } })
    await account.scenarios.add({ fate: 'pending' })
    expect((await pay(airtime('a'))).body.content.transactions.status).toBe('failed')
    expect((await pay(airtime('b'))).body.content.transactions.status).toBe('pending')
    const header = { 'x-simulator-scenario': 'delivered' }
    expect((await pay(airtime('c'), header)).body.content.transactions.status).toBe('delivered')
    await account.scenarios.remove('rule-2')
    expect((await pay(airtime('d'))).body.content.transactions.status).toBe('delivered')
    await account.scenarios.clear()
    expect(await account.scenarios.list()).toEqual([])
  })

  it('of a requery find its purchase by what was bought', async () => {
    const { account, pay, requery } = await start()
    const match = { endpoint: 'requery', serviceID: 'mtn', recipient: '08011111111' } as const
    await account.scenarios.add({ match, fate: 'code-015', occurrence: { first: 1 } })
    await pay(airtime('a'))
    expect((await requery(requestIdOf('a'))).body.code).toBe('015')
    expect((await requery(requestIdOf('a'))).body.code).toBe('000')
  })

  it('may change what is heard of any call, and leave what happens to the recipient', async () => {
    const { account, pay, get, requery } = await start()
    await account.scenarios.add({ match: { endpoint: 'balance' }, fault: { kind: 'html-503' } })
    await account.scenarios.add({ fault: { kind: 'empty-response' } })
    expect((await get('balance')).status).toBe(503)
    await expect(pay(airtime('a', '201000000000'))).rejects.toThrow('fetch failed')
    expect((await requery(requestIdOf('a'))).body.content.transactions.status).toBe('pending')
  })

  it('may settle a purchase to what it is not yet', async () => {
    const { account, pay, requery } = await start()
    await account.scenarios.add({ fate: { status: 'pending', settlesTo: 'failed', settlesAfter: '5m' } })
    await pay(airtime('a'))
    await account.clock.advance('5m')
    expect((await requery(requestIdOf('a'))).body.code).toBe('016')
  })

  it('of the timeout hold an answer as long as the account says', async () => {
    const { account, pay } = await start({ timeoutHold: '5m' })
    const held = pay(airtime('a'), { 'x-simulator-scenario': 'timeout' })
    await expect.poll(async () => (await account.clock.get()).next).toBe('2025-03-10T09:19:16.000Z')
    await account.clock.advance('5m')
    expect((await held).body.content.transactions.status).toBe('pending')
  })
})

describe('a late request', () => {
  it('makes its order after its caller has given up and been told that there is none', async () => {
    const { account, pay, requery, balance } = await start()
    await account.scenarios.add({ fault: { kind: 'fixed-delay', delay: '45s', when: 'before-commit' } })
    const late = pay(airtime('a'))
    await expect.poll(async () => (await account.clock.get()).next).not.toBeNull()
    expect((await requery(requestIdOf('a'))).body.code).toBe('015')
    await account.clock.advance('45s')
    expect((await late).body.code).toBe('000')
    expect((await requery(requestIdOf('a'))).body.code).toBe('000')
    expect(await balance()).toBe(999_903.5)
  })
})

describe('the journal', () => {
  it('keeps each answer as it was said, whatever has become of the purchase since', async () => {
    const { account, pay, requery } = await start({ wallet: 1_000 })
    const pending = { ...airtime('a'), phone: '201000000000' }
    const failed = { ...airtime('b'), phone: '08033333333' }
    const heard = [await pay(pending), await requery(requestIdOf('a')), await pay(failed)]
    await account.transactions.settle(requestIdOf('a'), 'delivered')
    heard.push(await requery(requestIdOf('a')))
    await account.transactions.settle(requestIdOf('a'), 'reversed')
    const kept = (await account.journal.list()).map(({ answer }) => answer)
    expect(kept.map((answer) => answer?.body)).toEqual(heard.map(({ text }) => text))
    expect(kept.map((answer) => answer?.status)).toEqual([200, 200, 200, 200])
    expect(kept.map((answer) => answer?.contentType)).toEqual(Array(4).fill('application/json'))
    expect(kept.map((answer) => answer?.reason === null)).toEqual([true, true, false, true])
  })

  it('has every exchange, with what decided it, and no key', async () => {
    const { account, pay } = await start()
    await account.scenarios.add({ fate: 'pending', fault: { kind: 'html-502' } })
    await pay({ ...airtime('a'), note: account.secretKey })
    const [entry] = await account.journal.purchases({ requestId: requestIdOf('a') })
    expect(entry).toMatchObject({
      id: 1,
      at: '2025-03-10T09:14:16.000Z',
      endpoint: 'pay',
      request: { method: 'POST', path: '/api/pay', headers: { 'api-key': '[redacted]' } },
      order: { requestId: requestIdOf('a'), serviceID: 'mtn', recipient: '08011111111', amount: '100' },
      answer: { status: 200, body: expect.stringContaining('"status":"pending"') },
      code: '000',
      status: 'pending',
      heard: 'garbled',
      scenario: 'pending',
      rule: 'rule-1',
      fault: { kind: 'html-502', when: 'after-commit' },
    })
    expect(JSON.stringify(entry)).not.toContain(account.secretKey)
    expect(JSON.stringify(entry)).not.toContain(account.apiKey)
  })

  it('redacts keys and passwords wherever they were sent', async () => {
    const { simulator, account } = await start()
    const { apiKey, secretKey, publicKey, email, password } = account
    const basic = Buffer.from(`${email}:${password}`).toString('base64')
    await simulator.fetch(`http://vtpass/api/balance?api-key=${apiKey}&secret_key=${secretKey}`, {
      headers: { 'api-key': apiKey, 'public-key': publicKey, cookie: 'a=b' },
    })
    await simulator.fetch('http://vtpass/api/pay', {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...airtime('a'), billersCode: secretKey }),
    })
    const text = JSON.stringify(await account.journal.list())
    for (const secret of [apiKey, secretKey, publicKey, basic, 'a=b']) expect(text).not.toContain(secret)
    expect(await account.journal.count()).toBe(2)
  })

  it('is filtered by endpoint, request id, recipient and code', async () => {
    const { account, pay, requery, get } = await start()
    await pay(airtime('a'))
    await pay(airtime('b', '08022222222'))
    await requery(requestIdOf('a'))
    await get('balance')
    const count = account.journal.count
    expect(await count()).toBe(4)
    expect(await count({ endpoint: 'pay' })).toBe(2)
    expect(await count({ requestId: requestIdOf('a') })).toBe(2)
    expect(await count({ recipient: '08011111111' })).toBe(2)
    expect(await count({ code: '016' })).toBe(1)
    await account.journal.clear()
    expect(await count()).toBe(0)
  })

  it('is bounded, and says what it has dropped', async () => {
    const { simulator, account, get } = await start({ journalSize: 3 })
    for (let n = 0; n < 5; n += 1) await get('balance')
    const answer = await simulator.fetch(`http://vtpass/_simulator/accounts/${account.id}/journal`)
    const { items, total, dropped } = await answer.json()
    expect([items.map(({ id }: { id: number }) => id), total, dropped]).toEqual([[3, 4, 5], 3, 2])
  })

  it('has what was refused for its keys, in the account that the api-key names, and paths that do not exist', async () => {
    const { account, pay, get } = await start()
    await pay(airtime('a'), { 'secret-key': 'wrong' })
    await get('nothing')
    const entries = await account.journal.list()
    expect(entries.map(({ endpoint, code, answer }) => [endpoint, code, answer?.status])).toEqual([
      ['pay', '087', 401],
      [null, null, 404],
    ])
  })

  it('shows an answer that is being held as waiting', async () => {
    const { account, pay } = await start()
    const held = pay(airtime('a', '300000000000'))
    await expect.poll(async () => (await account.journal.list())[0]?.heard).toBe('waiting')
    await account.clock.advance('1m')
    await held
    expect((await account.journal.list())[0]?.heard).toBe('whole')
  })

  it('may be followed as it grows', async () => {
    const { account, get } = await start()
    const ended = new AbortController()
    const seen: number[] = []
    await get('balance')
    for await (const entry of account.journal.events({ after: 0, signal: ended.signal })) {
      expect(contradictionsOf('control#/components/schemas/JournalEntry', entry)).toEqual([])
      seen.push(entry.id)
      if (entry.id === 3) ended.abort()
      else get('balance')
    }
    expect(seen).toEqual([1, 2, 3])
  })
})

describe('webhooks', () => {
  it('tell of a settlement, until the receiver acknowledges, on the account’s clock', async () => {
    const { url, got } = await receiver((count) => (count < 3 ? 'OK' : '{"response":"success"}'))
    const { account, pay } = await start({ callbackUrl: url })
    await pay(airtime('a', '201000000000'))
    await account.transactions.settle(requestIdOf('a'), 'delivered')
    expect(got).toHaveLength(1)
    expect(
      contradictionsOf('vtpass#/components/schemas/TransactionUpdate', JSON.parse(got[0] ?? '')),
    ).toEqual([])
    await account.clock.advance('1h')
    expect(got).toHaveLength(3)
    const [delivery] = await account.webhooks.list({ requestId: requestIdOf('a') })
    expect(delivery).toMatchObject({ state: 'acknowledged', nextAttemptAt: null })
    expect(delivery?.attempts.map(({ at, isAcknowledged }) => [at, isAcknowledged])).toEqual([
      ['2025-03-10T09:14:16.000Z', false],
      ['2025-03-10T09:14:17.000Z', false],
      ['2025-03-10T09:14:22.000Z', true],
    ])
  })

  it('are attempted five times, and may be sent again by hand', async () => {
    const { url, got } = await receiver(() => '{"received":true}')
    const { account, pay } = await start({ callbackUrl: url })
    await pay(airtime('a'))
    await account.transactions.settle(requestIdOf('a'), 'reversed')
    await account.clock.advance('1d')
    expect(got).toHaveLength(5)
    const delivery = await account.webhooks.redeliver('webhook-1')
    expect([got.length, delivery.state, delivery.attempts.length]).toEqual([6, 'given-up', 6])
  })

  it('let the receiver ask back before it acknowledges', async () => {
    const { simulator, account, pay, requery } = await start()
    let asked = ''
    const server = createServer(async (_incoming, outgoing) => {
      asked = (await requery(requestIdOf('a'))).body.code
      outgoing.end('{"response":"success"}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.close()
    })
    await account.change({ callbackUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
    await pay(airtime('a', '201000000000'))
    await account.transactions.settle(requestIdOf('a'), 'delivered')
    expect(asked).toBe('000')
    expect((await account.webhooks.list())[0]?.state).toBe('acknowledged')
    expect(await simulator.webhooks.list()).toEqual([])
  })
})

describe('reports', () => {
  it('tell what the run has exercised, as JSON and as text', async () => {
    const { simulator, account, pay } = await start()
    await pay(airtime('a'))
    const { percentage, products } = await account.coverage()
    expect(percentage).toBeGreaterThan(0)
    expect(products.map(({ serviceID }) => serviceID)).toEqual(['mtn'])
    const text = await simulator.fetch(`http://vtpass/_simulator/accounts/${account.id}/coverage?format=text`)
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await text.text()).toContain('mtn')
  })

  it('name the money bug, as JSON, text and JUnit', async () => {
    const { simulator, account, pay } = await start({ duplicateWindow: 0 })
    await expect(pay(airtime('a'), { 'x-simulator-scenario': 'delivered-but-unheard' })).rejects.toThrow()
    await pay(airtime('b'))
    const [finding] = await account.findings()
    expect(finding).toMatchObject({ name: 'bought-again-while-in-doubt', grade: 'critical' })
    const report = async (format: string) => {
      const answer = await simulator.fetch(
        `http://vtpass/_simulator/accounts/${account.id}/findings?format=${format}`,
      )
      return `${answer.headers.get('content-type')} ${await answer.text()}`
    }
    expect(await report('text')).toMatch(/^text\/plain; charset=utf-8 .*bought-again-while-in-doubt/s)
    expect(await report('junit')).toMatch(/^application\/xml; charset=utf-8 <\?xml.*<failure/s)
  })
})

describe('coverage', () => {
  const outcomeOf = async (account: ControlledAccount, outcome: string) =>
    (await account.coverage()).products[0]?.outcomes.find((each) => each.outcome.includes(outcome))?.count

  it('counts what a webhook has told', async () => {
    const { url } = await receiver()
    const { account, pay } = await start({ callbackUrl: url })
    await pay(airtime('a', '201000000000'))
    const before = (await account.coverage()).percentage
    await account.transactions.settle(requestIdOf('a'), 'delivered')
    expect((await account.coverage()).percentage).toBeGreaterThan(before)
    expect(await outcomeOf(account, 'webhook')).toBe(1)
  })

  it('has no status of an answer that holds no transaction', async () => {
    const { account, pay } = await start()
    await pay(airtime('a'), { 'x-simulator-scenario': 'code-044' })
    expect((await account.journal.list())[0]).toMatchObject({ code: '044', status: null })
    expect(Object.keys((await account.coverage()).statuses.exercised)).toEqual([])
  })
})

describe('what goes on when an account goes', () => {
  it('its followers are told that nothing more will come', async () => {
    const { account, get } = await start()
    await get('balance')
    const seen: number[] = []
    const following = (async () => {
      for await (const { id } of account.journal.events({ after: 0 })) seen.push(id)
    })()
    await expect.poll(() => seen).toEqual([1])
    await account.delete()
    await following
    expect(seen).toEqual([1])
  })

  it('a move of the clock that was waiting for its turn is not made after a reset', async () => {
    let answer = () => {}
    const simulator = createSimulator({
      post: () =>
        new Promise((resolve) => {
          answer = () => resolve({ status: 200, body: '{"response":"success"}' })
        }),
    })
    const { account, pay } = await start({ callbackUrl: 'http://127.0.0.1:9/' }, simulator)
    await pay(airtime('a', '201000000000'))
    const settling = account.transactions.settle(requestIdOf('a'), 'delivered').catch(() => {})
    const waiting = account.clock.advance('10m')
    await new Promise((resolve) => setImmediate(resolve))
    await account.reset()
    answer()
    await Promise.all([settling, waiting])
    expect(Math.abs(Date.parse((await account.clock.get()).now) - Date.now())).toBeLessThan(60_000)
  })

  it('one that is refused is not counted', async () => {
    const { accounts } = createSimulator()
    await expect(accounts.create({ wallet: 1.005 })).rejects.toThrow('at most two decimals')
    await expect(accounts.create({ webhookTimeout: 0 })).rejects.toThrow('it must be longer')
    expect((await accounts.create()).id).toBe('account-1')
  })
})

describe('findings', () => {
  it('know what was cleared from the journal', async () => {
    const { account, pay, requery } = await start()
    await expect(pay(airtime('a'), { 'x-simulator-scenario': 'delivered-but-unheard' })).rejects.toThrow()
    await account.journal.clear()
    expect(await account.journal.count()).toBe(0)
    expect((await account.findings()).map(({ name }) => name)).toContain('never-requeried')
    await requery(requestIdOf('a'))
    expect((await account.findings()).map(({ name }) => name)).not.toContain('never-requeried')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradictions } from '../../test/contract.ts'
import { Deliveries, type WebhookSettings } from './deliveries.ts'
import type { Webhook } from './delivery.ts'
import { describeDelivery } from './describe.ts'
import type { Heard } from './post.ts'

const acknowledged: Heard = { status: 200, body: '{"response":"success"}' }
const refused: Heard = { error: 'connection refused' }
const start = Date.parse('2025-03-10T09:00:00Z')
const url = 'http://127.0.0.1:3000/vtpass'

const defaults: WebhookSettings = {
  callbackUrl: url,
  webhookDelaysMs: [1000, 5000, 25_000, 125_000],
  webhookTimeoutMs: 10_000,
  journalSize: 100,
}

/** An account's clock that stands still, with its agenda. */
class FakeAgenda {
  now = start
  #entries: { at: number; run: () => Promise<void> }[] = []

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  schedule(at: number, run: () => Promise<void>): void {
    this.#entries.push({ at, run })
    this.#entries.sort((one, other) => one.at - other.at)
  }

  async advance(ms: number): Promise<void> {
    const end = this.now + ms
    for (let next = this.#entries[0]; next !== undefined && next.at <= end; next = this.#entries[0]) {
      this.#entries.shift()
      this.now = Math.max(this.now, next.at)
      await next.run()
    }
    this.now = Math.max(this.now, end)
  }
}

interface Arrival {
  readonly afterMs: number
  readonly url: string
  readonly body: string
  readonly timeoutMs: number
}

/** An account with a receiver that answers each call in turn, and after the last answer always with that one. */
function setUp(
  answers: readonly (Heard | Promise<Heard>)[] = [refused],
  changes: Partial<WebhookSettings> = {},
) {
  const agenda = new FakeAgenda()
  const arrivals: Arrival[] = []
  const signals: AbortSignal[] = []
  let settings = { ...defaults, ...changes }
  const deliveries = new Deliveries({
    settings: () => settings,
    now: () => agenda.now,
    schedule: (at, run) => agenda.schedule(at, run),
    post: async (to, body, timeoutMs, signal) => {
      signals.push(signal)
      const answer = answers[Math.min(arrivals.length, answers.length - 1)] ?? refused
      arrivals.push({ afterMs: agenda.now - start, url: to, body, timeoutMs })
      return answer
    },
  })
  const set = (change: Partial<WebhookSettings>) => {
    settings = { ...settings, ...change }
  }
  const times = () => arrivals.map(({ afterMs }) => afterMs)
  return { agenda, arrivals, deliveries, set, signals, times }
}

function webhook(name = 'a'): Webhook {
  return { type: 'transaction-update', requestId: name, serviceID: 'mtn', body: { name } }
}

/** An answer that comes when the test says so. */
function awaited() {
  return Promise.withResolvers<Heard>()
}

describe('the schedule', () => {
  it('makes the first attempt at once, and not before the agenda’s turn', async () => {
    const { agenda, arrivals, deliveries } = setUp([acknowledged])
    deliveries.add(webhook())
    expect(arrivals).toEqual([])
    await agenda.advance(0)
    expect(arrivals).toEqual([{ afterMs: 0, url, body: '{"name":"a"}', timeoutMs: 10_000 }])
  })

  it('makes five attempts, with 1, 5, 25 and 125 seconds between them, and gives up', async () => {
    const { agenda, deliveries, times } = setUp()
    deliveries.add(webhook())
    await agenda.advance(156_000)
    expect(times()).toEqual([0, 1000, 6000, 31_000, 156_000])
    expect(deliveries.get('webhook-1')).toMatchObject({ state: 'given-up', nextAttemptAt: null })
    await agenda.advance(1_000_000_000)
    expect(times()).toHaveLength(5)
  })

  it.each([
    [[], [0]],
    [[0], [0, 0]],
    [
      [3, 2, 1],
      [0, 3, 5, 6],
    ],
  ])('has the account’s delays %j: as many attempts, and the first', async (webhookDelaysMs, expected) => {
    const { agenda, deliveries, times } = setUp([refused], { webhookDelaysMs })
    deliveries.add(webhook())
    await agenda.advance(1000)
    expect(times()).toEqual(expected)
  })

  it('is due until then, and says when next', async () => {
    const { agenda, deliveries } = setUp()
    deliveries.add(webhook())
    expect(deliveries.get('webhook-1')).toMatchObject({ state: 'due', nextAttemptAt: start })
    await agenda.advance(1000)
    expect(deliveries.get('webhook-1')).toMatchObject({ state: 'due', nextAttemptAt: start + 6000 })
  })

  it('ends with an acknowledgement', async () => {
    const { agenda, deliveries, times } = setUp([refused, acknowledged])
    deliveries.add(webhook())
    await agenda.advance(1_000_000)
    expect(times()).toEqual([0, 1000])
    expect(deliveries.get('webhook-1')).toMatchObject({ state: 'acknowledged', nextAttemptAt: null })
  })

  it('goes on after an answer that is no acknowledgement', async () => {
    const { agenda, deliveries, times } = setUp([{ status: 200, body: '{"received":true}' }, acknowledged])
    deliveries.add(webhook())
    await agenda.advance(1000)
    expect(times()).toEqual([0, 1000])
  })

  it('counts a delay from the end of an attempt', async () => {
    const slow = awaited()
    const { agenda, deliveries, times } = setUp([slow.promise, acknowledged])
    deliveries.add(webhook())
    const advanced = agenda.advance(0)
    agenda.now += 10_000
    slow.resolve(refused)
    await advanced
    await agenda.advance(1000)
    expect(times()).toEqual([0, 11_000])
  })

  it('sends several webhooks in the order in which they fall due, and of one moment the older first', async () => {
    const { agenda, arrivals, deliveries } = setUp([refused], { webhookDelaysMs: [4000, 4000] })
    deliveries.add(webhook('a'))
    deliveries.add(webhook('b'))
    await agenda.advance(2000)
    deliveries.add(webhook('c'))
    await agenda.advance(60_000)
    const names = arrivals.map(({ body }) => JSON.parse(body).name)
    expect(names.join('')).toBe('abcabcabc')
  })
})

describe('the callback URL', () => {
  it('where there is none, nothing is noted', async () => {
    const { agenda, deliveries, set } = setUp([acknowledged], { callbackUrl: null })
    deliveries.add(webhook())
    set({ callbackUrl: url })
    await agenda.advance(1_000_000)
    expect(deliveries.list()).toEqual([])
  })

  it('is the account’s at the moment of each attempt', async () => {
    const { agenda, arrivals, deliveries, set } = setUp()
    deliveries.add(webhook())
    await agenda.advance(0)
    set({ callbackUrl: 'http://127.0.0.1:4000/' })
    await agenda.advance(1000)
    expect(arrivals.map((arrival) => arrival.url)).toEqual([url, 'http://127.0.0.1:4000/'])
  })

  it('where it is gone by then, the attempt is recorded, and used up', async () => {
    const { agenda, deliveries, set, times } = setUp([acknowledged])
    deliveries.add(webhook())
    set({ callbackUrl: null })
    await agenda.advance(0)
    const gone = {
      at: start,
      url: '',
      status: null,
      body: null,
      error: 'the account has no callback URL any more',
    }
    expect(deliveries.get('webhook-1')).toMatchObject({ state: 'due', attempts: [gone] })
    set({ callbackUrl: url })
    await agenda.advance(1000)
    expect(times()).toEqual([1000])
  })
})

describe('a redelivery', () => {
  it('is made at once, and what is due stays due', async () => {
    const { agenda, deliveries, times } = setUp()
    deliveries.add(webhook())
    await agenda.advance(500)
    expect(await deliveries.redeliver('webhook-1')).toMatchObject({
      state: 'due',
      nextAttemptAt: start + 1000,
    })
    await agenda.advance(1_000_000)
    expect(times()).toEqual([0, 500, 1000, 6000, 31_000, 156_000])
  })

  it('that is acknowledged ends the schedule', async () => {
    const { agenda, deliveries, times } = setUp([refused, acknowledged])
    deliveries.add(webhook())
    await agenda.advance(500)
    expect(await deliveries.redeliver('webhook-1')).toMatchObject({
      state: 'acknowledged',
      nextAttemptAt: null,
    })
    await agenda.advance(1_000_000)
    expect(times()).toEqual([0, 500])
  })

  it('that is acknowledged while an attempt is under way ends the schedule too', async () => {
    const slow = awaited()
    const { agenda, deliveries, times } = setUp([slow.promise, acknowledged])
    deliveries.add(webhook())
    const advanced = agenda.advance(0)
    await deliveries.redeliver('webhook-1')
    slow.resolve(refused)
    await advanced
    await agenda.advance(1_000_000)
    expect(times()).toEqual([0, 0])
    expect(deliveries.get('webhook-1')).toMatchObject({ state: 'acknowledged', nextAttemptAt: null })
  })

  it('of what was given up may be acknowledged yet', async () => {
    const { agenda, deliveries } = setUp([refused, refused, acknowledged], { webhookDelaysMs: [] })
    deliveries.add(webhook())
    await agenda.advance(0)
    expect(await deliveries.redeliver('webhook-1')).toMatchObject({ state: 'given-up' })
    expect(await deliveries.redeliver('webhook-1')).toMatchObject({ state: 'acknowledged' })
  })

  it('of what was acknowledged takes nothing back', async () => {
    const { agenda, deliveries } = setUp([acknowledged, refused])
    deliveries.add(webhook())
    await agenda.advance(0)
    const delivery = await deliveries.redeliver('webhook-1')
    expect(delivery).toMatchObject({ state: 'acknowledged', nextAttemptAt: null })
    expect(deliveries.get('webhook-1')?.attempts).toHaveLength(2)
  })

  it('needs a callback URL', async () => {
    const { deliveries, set, times } = setUp()
    deliveries.add(webhook())
    set({ callbackUrl: null })
    expect(await deliveries.redeliver('webhook-1')).toBe('no-callback-url')
    expect(times()).toEqual([])
  })

  it('needs a delivery', async () => {
    expect(await setUp().deliveries.redeliver('webhook-1')).toBeUndefined()
  })
})

describe('after a reset', () => {
  it('nothing that was scheduled is sent, even under the same id', async () => {
    const { agenda, arrivals, deliveries } = setUp()
    deliveries.add(webhook('old'))
    deliveries.reset()
    expect(deliveries.list()).toEqual([])
    deliveries.add(webhook('new'))
    await agenda.advance(156_000)
    expect(arrivals.map(({ body }) => body)).toEqual(Array(5).fill('{"name":"new"}'))
  })

  it('ids count from one again', () => {
    const { deliveries } = setUp()
    deliveries.add(webhook())
    deliveries.reset()
    deliveries.add(webhook())
    expect(deliveries.list().map(({ id }) => id)).toEqual(['webhook-1'])
  })

  it('what was under way is cut off, and what comes later is not', async () => {
    const { agenda, deliveries, signals } = setUp()
    deliveries.add(webhook())
    await agenda.advance(0)
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
    deliveries.reset()
    deliveries.add(webhook())
    await agenda.advance(0)
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  })

  it('an attempt that was under way records nothing, and no other falls due', async () => {
    const slow = awaited()
    const { agenda, deliveries } = setUp([slow.promise])
    deliveries.add(webhook())
    const advanced = agenda.advance(0)
    deliveries.reset()
    slow.resolve(refused)
    await advanced
    expect(deliveries.list()).toEqual([])
    expect(agenda.isEmpty).toBe(true)
  })

  it('a redelivery that was under way has no delivery any more', async () => {
    const slow = awaited()
    const { deliveries } = setUp([slow.promise])
    deliveries.add(webhook())
    const redelivered = deliveries.redeliver('webhook-1')
    deliveries.reset()
    deliveries.add(webhook())
    slow.resolve(acknowledged)
    expect(await redelivered).toBeUndefined()
    expect(deliveries.get('webhook-1')).toMatchObject({ attempts: [], state: 'due' })
  })
})

describe('of the deliveries, no more are kept than the journal’s size', () => {
  const ids = ({ deliveries }: ReturnType<typeof setUp>) => deliveries.list().map(({ id }) => id)

  it('oldest first', async () => {
    const world = setUp([acknowledged], { journalSize: 2 })
    for (const name of 'abc') {
      world.deliveries.add(webhook(name))
      await world.agenda.advance(0)
    }
    expect(ids(world)).toEqual(['webhook-2', 'webhook-3'])
  })

  it('what is not due makes room first', async () => {
    const world = setUp([refused, acknowledged, refused], { journalSize: 2 })
    for (const name of 'abc') {
      world.deliveries.add(webhook(name))
      await world.agenda.advance(0)
    }
    expect(ids(world)).toEqual(['webhook-1', 'webhook-3'])
  })

  it('what is due and had to make room is sent all the same', async () => {
    const world = setUp([refused], { journalSize: 1 })
    world.deliveries.add(webhook('a'))
    world.deliveries.add(webhook('b'))
    expect(ids(world)).toEqual(['webhook-2'])
    await world.agenda.advance(156_000)
    expect(world.arrivals.filter(({ body }) => body === '{"name":"a"}')).toHaveLength(5)
  })

  it('a size that shrank holds from the next one on', () => {
    const world = setUp()
    for (const name of 'abc') world.deliveries.add(webhook(name))
    world.set({ journalSize: 2 })
    world.deliveries.add(webhook('d'))
    expect(ids(world)).toEqual(['webhook-3', 'webhook-4'])
  })
})

describe('a delivery is described as the contract has it', () => {
  it('with its attempts', async () => {
    const answers: Heard[] = [
      { error: 'no answer within 10 s' },
      { status: 200, body: 'x'.repeat(2001) },
      acknowledged,
    ]
    const { agenda, deliveries } = setUp(answers)
    deliveries.add(webhook())
    await agenda.advance(6000)
    const described = deliveries.list().map(describeDelivery)
    const attempt = { url, status: null, body: null, isAcknowledged: false }
    const shown = `${'x'.repeat(200)}…`
    expect(described).toEqual([
      {
        id: 'webhook-1',
        type: 'transaction-update',
        requestId: 'a',
        serviceID: 'mtn',
        body: { name: 'a' },
        createdAt: '2025-03-10T09:00:00.000Z',
        state: 'acknowledged',
        attempts: [
          { ...attempt, at: '2025-03-10T09:00:00.000Z', error: 'no answer within 10 s' },
          {
            ...attempt,
            at: '2025-03-10T09:00:01.000Z',
            status: 200,
            body: 'x'.repeat(2000),
            error: `the body is ${shown}; it must be {"response":"success"}`,
          },
          { ...attempt, at: '2025-03-10T09:00:06.000Z', ...acknowledged, error: null, isAcknowledged: true },
        ],
        nextAttemptAt: null,
      },
    ])
  })

  it('whatever its state', async () => {
    const { agenda, deliveries } = setUp([acknowledged, refused])
    deliveries.add(webhook())
    await agenda.advance(0)
    deliveries.add({ type: 'variations-update', requestId: null, serviceID: 'gotv', body: {} })
    await agenda.advance(0)
    for (const delivery of deliveries.list()) {
      const body = JSON.stringify(describeDelivery(delivery))
      const path = '/_simulator/webhooks/{webhookId}'
      const seen = { method: 'GET', path, status: 200, contentType: 'application/json', body }
      expect(contradictions(seen)).toEqual([])
    }
    const next = deliveries.list().map((delivery) => describeDelivery(delivery).nextAttemptAt)
    expect(next).toEqual([null, '2025-03-10T09:00:01.000Z'])
  })
})

/** What goes on in an account: a webhook, time that goes by, a redelivery of the nth webhook. */
type Step = { readonly add: true } | { readonly passMs: number } | { readonly redeliver: number }

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.constant({ add: true }),
    fc.record({ passMs: fc.constantFrom(0, 500, 1000, 5000, 30_000, 200_000) }),
    fc.record({ redeliver: fc.integer({ min: 1, max: 6 }) }),
  ),
  { maxLength: 30 },
)
const receivers = fc.array(fc.boolean(), { maxLength: 20 })

interface Sent {
  readonly id: string
  readonly at: number
  readonly by: 'schedule' | 'redelivery'
  readonly isAcknowledged: boolean
}

/** Runs the steps, and then everything that is due. */
async function sentBy(run: readonly Step[], receiver: readonly boolean[]): Promise<readonly Sent[]> {
  const agenda = new FakeAgenda()
  const sent: Sent[] = []
  let by: Sent['by'] = 'schedule'
  let added = 0
  const deliveries = new Deliveries({
    settings: () => defaults,
    now: () => agenda.now,
    schedule: (at, work) => agenda.schedule(at, work),
    post: async (_url, body) => {
      const isAcknowledged = receiver[sent.length] ?? false
      sent.push({ id: `webhook-${JSON.parse(body).name}`, at: agenda.now, by, isAcknowledged })
      return isAcknowledged ? acknowledged : refused
    },
  })
  for (const step of run) {
    if ('add' in step) deliveries.add(webhook(String(++added)))
    else if ('passMs' in step) await agenda.advance(step.passMs)
    else {
      by = 'redelivery'
      await deliveries.redeliver(`webhook-${step.redeliver}`)
      by = 'schedule'
    }
  }
  await agenda.advance(1_000_000)
  return sent
}

const sinceFirst = [0, 1000, 6000, 31_000, 156_000]

it('every webhook is sent in order, at most five times, and never after it was acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(steps, receivers, async (run, receiver) => {
      const sent = await sentBy(run, receiver)
      const times = sent.map(({ at }) => at)
      expect(times).toEqual(times.toSorted((one, other) => one - other))
      for (const attempts of Map.groupBy(sent, ({ id }) => id).values()) {
        const scheduled = attempts.filter(({ by }) => by === 'schedule')
        const first = scheduled[0]?.at ?? 0
        const expected = sinceFirst.slice(0, scheduled.length)
        expect(scheduled.map(({ at }) => at - first)).toEqual(expected)
        const end = attempts.findIndex(({ isAcknowledged }) => isAcknowledged)
        const after = end === -1 ? [] : attempts.slice(end + 1)
        expect(after.filter(({ by }) => by === 'schedule')).toEqual([])
        if (end === -1) expect(scheduled).toHaveLength(5)
      }
    }),
    { numRuns: 500 },
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clientOf, MARCH_10, requestIdOf } from '../test/client.ts'
import { contradictionsOf } from '../test/contract.ts'
import { createSimulator, type Simulator } from './index.ts'

type Status = 'pending' | 'delivered' | 'failed' | 'reversed'
type SettledStatus = Exclude<Status, 'pending'>

/** What the model knows of a purchase; its cost is reckoned apart from the engine, in millionths of a naira. */
interface Bought {
  status: Status
  readonly cost: bigint
  /** What becomes of it by itself, and when. */
  due: { readonly to: SettledStatus; readonly at: number } | null
}

interface Model {
  now: number
  readonly bought: Map<string, Bought>
  /** What has been settled so far, in order: each is a webhook. */
  readonly settled: string[]
  redelivered: number
}

/** An attempt at a webhook, as its receiver saw it. */
interface Seen {
  readonly at: number
  readonly what: string
}

interface Real {
  readonly simulator: Simulator
  readonly seen: Seen[]
}

type Command = fc.AsyncCommand<Model, Real>

const OPENING = 1_000_000_000_000n
const from: Record<SettledStatus, Status> = { delivered: 'pending', failed: 'pending', reversed: 'delivered' }

function command(name: string, run: Command['run']): Command {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real)
      await checkWorld(model, real)
    },
    toString: () => name,
  }
}

async function checkWorld(model: Model, { simulator, seen }: Real): Promise<void> {
  const standing = [...model.bought.values()].filter(({ status }) =>
    ['pending', 'delivered'].includes(status),
  )
  const charged = standing.reduce((sum, { cost }) => sum + cost, 0n)
  const { wallet } = await (await simulator.accounts.get('default')).read()
  expect(BigInt(Math.round(wallet * 1e6))).toBe(OPENING - charged)
  const transactions = await simulator.transactions.list()
  expect(new Map(transactions.map(({ requestId, status }) => [requestId, status]))).toEqual(
    new Map([...model.bought].map(([requestId, { status }]) => [requestId, status])),
  )
  checkAttempts(model, seen)
}

/** Every webhook is sent in the order in which it fell due, each at most five times, and no time goes back. */
function checkAttempts(model: Model, seen: readonly Seen[]): void {
  const firsts = [...new Set(seen.map(({ what }) => what))]
  expect(firsts).toEqual(model.settled)
  for (const what of firsts) {
    const attempts = seen.filter((attempt) => attempt.what === what)
    expect(attempts.length).toBeLessThanOrEqual(5 + model.redelivered)
  }
  const moments = seen.map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted((a, b) => a - b))
}

/** Lets time go by in the model: what falls due happens in its order. */
function passTime(model: Model, ms: number): void {
  const end = model.now + ms
  const dueBy = () =>
    [...model.bought].filter(([, { due }]) => due !== null && due.at <= end).toSorted((a, b) => at(a) - at(b))
  const at = ([, { due }]: [string, Bought]) => due?.at ?? 0
  for (let [next] = dueBy(); next !== undefined; [next] = dueBy()) {
    const [requestId, bought] = next
    const { due } = bought
    bought.due = null
    if (due !== null && bought.status === from[due.to]) settleModel(model, requestId, bought, due.to)
  }
  model.now = end
}

function settleModel(model: Model, requestId: string, bought: Bought, status: SettledStatus): void {
  bought.status = status
  model.settled.push(`${requestId} ${status}`)
}

interface Buying {
  readonly name: string
  readonly kobo: number
  readonly status: Status
  readonly settles: { readonly to: SettledStatus; readonly afterSeconds: number } | null
}

const buy = ({ name, kobo, status, settles }: Buying): Command =>
  command(
    `buy ${name} for ${kobo} kobo: ${status}, ${JSON.stringify(settles)}`,
    async (model, { simulator }) => {
      const requestId = requestIdOf(name)
      const fits = settles !== null && from[settles.to] === status
      const later = fits ? { settlesTo: settles.to, settlesAfter: `${settles.afterSeconds}s` } : {}
      await simulator.scenarios.clear()
      await simulator.scenarios.add({ match: { requestId }, fate: { status, ...later } })
      const fields = { request_id: requestId, serviceID: 'mtn', amount: (kobo / 100).toFixed(2), phone: '1' }
      const { body } = await clientOf(simulator).pay(fields)
      if (model.bought.has(requestId)) {
        expect(body.code).toBe('014')
        return
      }
      const due = fits ? { to: settles.to, at: model.now + settles.afterSeconds * 1000 } : null
      model.bought.set(requestId, { status, cost: BigInt(kobo) * (10_000n - 350n), due })
      await simulator.clock.advance(0)
      passTime(model, 0)
    },
  )

const settle = (name: string, status: SettledStatus): Command =>
  command(`settle ${name} as ${status}`, async (model, { simulator }) => {
    const requestId = requestIdOf(name)
    const bought = model.bought.get(requestId)
    const asked = simulator.transactions.settle(requestId, status)
    if (bought === undefined || bought.status !== from[status]) {
      await expect(asked).rejects.toThrow(/it is|no purchase/)
      return
    }
    expect((await asked).status).toBe(status)
    settleModel(model, requestId, bought, status)
  })

const advance = (ms: number): Command =>
  command(`${ms} ms go by`, async (model, { simulator }) => {
    await simulator.clock.advance(`${ms}ms`)
    passTime(model, ms)
  })

const redeliver = (which: number): Command =>
  command(`redeliver ${which}`, async (model, { simulator }) => {
    const deliveries = await simulator.webhooks.list()
    const chosen = deliveries[which % Math.max(deliveries.length, 1)]
    if (chosen === undefined) return
    model.redelivered += 1
    await simulator.webhooks.redeliver(chosen.id)
  })

const names = fc.integer({ min: 0, max: 15 }).map((n) => `n${n}`)
const settledStatuses = fc.constantFrom<SettledStatus>('delivered', 'failed', 'reversed')
const buying: fc.Arbitrary<Buying> = fc.record({
  name: names,
  kobo: fc.integer({ min: 10_000, max: 500_000 }),
  status: fc.constantFrom<Status>('pending', 'pending', 'delivered', 'failed', 'reversed'),
  settles: fc.option(fc.record({ to: settledStatuses, afterSeconds: fc.integer({ min: 0, max: 120 }) })),
})

const commands = fc.commands(
  [
    buying.map(buy),
    buying.map(buy),
    fc.tuple(names, settledStatuses).map(([name, status]) => settle(name, status)),
    fc.integer({ min: 0, max: 200_000 }).map(advance),
    fc.nat(20).map(redeliver),
  ],
  { size: 'medium' },
)

it('the wallet balances after each step, and webhooks go out in order and at most five times', async () => {
  await fc.assert(
    fc.asyncProperty(commands, fc.array(fc.boolean(), { minLength: 1 }), async (run, acknowledges) => {
      const seen: Seen[] = []
      const start = Date.parse(MARCH_10)
      const simulator: Simulator = createSimulator({
        account: { duplicateWindow: 0, callbackUrl: 'http://127.0.0.1:9/' },
        post: async (_url, body) => {
          const update = JSON.parse(body)
          expect(contradictionsOf('vtpass#/components/schemas/TransactionUpdate', update)).toEqual([])
          const { requestId, content } = update.data
          const { now } = await simulator.clock.get()
          seen.push({ at: Date.parse(now), what: `${requestId} ${content.transactions.status}` })
          const isAcknowledged = acknowledges[seen.length % acknowledges.length] === true
          return isAcknowledged
            ? { status: 200, body: '{"response":"success"}' }
            : { status: 200, body: 'OK' }
        },
      })
      await simulator.clock.freeze(MARCH_10)
      const model: Model = { now: start, bought: new Map(), settled: [], redelivered: 0 }
      await fc.asyncModelRun(() => ({ model, real: { simulator, seen } }), run)
    }),
    { numRuns: 120 },
  )
}, 60_000)

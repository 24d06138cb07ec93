import { randomInt, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { type Bought, type Buying, buy } from '../purchases/buy.ts'
import { lookSettings } from '../purchases/decide-look.ts'
import { look } from '../purchases/look.ts'
import type { Shop } from '../purchases/shop.ts'
import { putWebhook } from '../storage/customer-webhook.ts'
import type { Purchase } from '../storage/purchase.ts'
import { at, customerWith } from '../storage/purchases.test-support.ts'
import { readPurchase } from '../storage/reads.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { receiveWebhook } from '../storage/waiting.ts'
import type { Heard } from '../vtpass/heard.ts'
import {
  type Expected,
  everySequence,
  expectedOf,
  type Sequence,
  type Word,
} from './permutations.test-support.ts'
import { answerOf, LOST, orderBody } from './wire.ts'

const { database } = useDatabase({ connections: 12 })

const PRICE = 50_000
const PAID_CASHBACK = 20_000
const EARNS = 1_000
/** Side by side, on connections of their own. */
const AT_ONCE = 12

const says = (word: Word, reference: string): Heard =>
  answerOf(orderBody({ reference, status: word, cost: 48_000, total: 47_520, transactionId: '17' }))

it('every order of pending, delivered, failed and reversed, by every way, with repetitions, ends as it must', {
  timeout: 180_000,
}, async () => {
  const sequences = everySequence()
  expect(sequences).toHaveLength(24 * 48 * 5)
  const wrong: string[] = []
  let next = 0
  const some = async () => {
    for (let sequence = sequences[next]; sequence !== undefined; sequence = sequences[next]) {
      next += 1
      wrong.push(...(await wrongIn(sequence)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  expect(wrong.slice(0, 5)).toEqual([])
})

async function wrongIn(sequence: Sequence): Promise<string[]> {
  const name = sequence.map(({ way, word }) => `${way} ${word}`).join(', ')
  const { customer, purchase, moved } = await tellAll(sequence)
  const expected = textOf(shapeOf(expectedOf(sequence)))
  const is = textOf(await readShape(customer, purchase))
  return [
    ...moved.map((what) => `${name}: ${what}`),
    ...(is === expected ? [] : [`${name}: ${is}, not ${expected}`]),
  ]
}

/** Brings a customer's purchase every word in its order, and notes what a webhook moved. */
async function tellAll(sequence: Sequence) {
  const customer = await customerWith(database(), { main: kobo(100_000), cashback: kobo(PAID_CASHBACK) })
  await putWebhook(database(), customer, {
    url: 'https://shop.example/hook',
    secret: 'whsec_c2VjcmV0',
  })
  let seconds = 10
  let word: Word = 'pending'
  const id = randomUUID()
  const answer = Promise.withResolvers<Heard>()
  const sent = Promise.withResolvers<string>()
  const shop: Shop = {
    database: database(),
    vtpass: {
      pay: ({ request_id }) => {
        sent.resolve(request_id)
        return answer.promise
      },
      requery: async (reference) => says(word, reference),
    },
    now: () => at(seconds),
    fraction: () => 0.5,
    randomBelow: (limit) => randomInt(limit),
    newId: () => id,
    settings: { ...lookSettings, leaseMs: 60_000 },
  }
  const buying = buyingOf(customer)
  const bought = buy(shop, buying)
  const reference = await sent.promise
  const hasAnswer = sequence.some(({ way }) => way === 'pay')
  if (!hasAnswer) answer.resolve(LOST)
  let purchase = hasAnswer ? await known(id) : purchaseIn(await bought)
  let isAnswered = false
  const moved: string[] = []
  for (const saying of sequence) {
    seconds += 1
    word = saying.word
    if (saying.way === 'requery') purchase = await look(shop, purchase)
    else if (saying.way === 'webhook') {
      const body = JSON.stringify({ type: 'transaction-update', data: says(word, reference) })
      await receiveWebhook(database(), { reference, body, at: at(seconds) })
      const after = await known(id)
      if (money(after) !== money(purchase))
        moved.push(`a webhook moved ${money(purchase)} to ${money(after)}`)
    } else if (isAnswered) {
      const again = await buy({ ...shop, newId: () => randomUUID() }, buying)
      if (again.kind !== 'replay') moved.push(`the same request again is ${again.kind}`)
    } else {
      isAnswered = true
      answer.resolve(says(word, reference))
      purchase = purchaseIn(await bought)
    }
  }
  return { customer, purchase: await known(id), moved }
}

const money = ({ state, lateLoss, earned, charged }: Purchase) => `${state} ${lateLoss} ${earned} ${charged}`

async function known(id: string): Promise<Purchase> {
  const purchase = await readPurchase(database(), id)
  if (purchase === null) throw new Error(`there is no purchase ${id}`)
  return purchase
}

function purchaseIn(bought: Bought): Purchase {
  if ('purchase' in bought) return bought.purchase
  throw new Error(`it is ${bought.kind}`)
}

function buyingOf(customer: string): Buying {
  return {
    customer,
    requestId: 'order-1',
    fingerprint: 'mtn-data mtn-1gb 08011111111',
    order: {
      kind: 'data',
      serviceID: 'mtn-data',
      variation: 'mtn-1gb',
      title: 'MTN 1GB',
      recipient: '08011111111',
      phone: '08012345678',
      subscription: null,
    },
    cost: kobo(48_000),
    price: kobo(PRICE),
    earns: kobo(EARNS),
    useCashback: true,
    asks: {
      serviceID: 'mtn-data',
      phone: '08012345678',
      billersCode: '08011111111',
      variation_code: 'mtn-1gb',
    },
  }
}

/** What can be seen of a purchase from outside; amounts in kobo. */
interface Shape {
  readonly state: string
  readonly main: number
  readonly cashback: number
  readonly lateLoss: number
  readonly told: readonly string[]
  readonly alerts: readonly string[]
}

const textOf = (shape: Shape) => JSON.stringify(shape)

function shapeOf({ state, isLost, told, alerts }: Expected): Shape {
  const isRefunded = state === 'failed' || state === 'reversed'
  return {
    state,
    main: 100_000 - (isRefunded ? 0 : PRICE - PAID_CASHBACK),
    cashback: (isRefunded ? PAID_CASHBACK : 0) + (state === 'delivered' ? EARNS : 0),
    lateLoss: isLost ? 47_520 : 0,
    told,
    alerts: [...alerts].sort(),
  }
}

async function readShape(customer: string, { id, state, lateLoss }: Purchase): Promise<Shape> {
  const [row] = await database().query<Omit<Shape, 'state' | 'lateLoss'>>(
    `select (select balance from wallet where customer = $1 and kind = 'main') as main,
            (select balance from wallet where customer = $1 and kind = 'cashback') as cashback,
            array(select event from outbox where purchase = $2 order by id) as told,
            array(select kind from alert where purchase = $2 order by kind) as alerts`,
    [customer, id],
  )
  if (row === undefined) throw new Error('a query without from has a row')
  const { main, cashback, told, alerts } = row
  return { state, main, cashback, lateLoss, told, alerts }
}

it('a delivery that the POST reports after its refund is asked about at once', async () => {
  const { purchase } = await tellAll([
    { way: 'requery', word: 'failed' },
    { way: 'pay', word: 'delivered' },
  ])
  expect([purchase.state, purchase.lateLoss, purchase.wakeAt]).toEqual(['failed', 0, at(12)])
})

import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { run } from '../test/command.ts'
import { readConfig } from './config.ts'
import { kobo } from './pricing/kobo.ts'
import { startReseller } from './server.ts'
import {
  callerOf,
  countingVtpass,
  countingWebhook,
  environmentOf,
  tally,
} from './several-processes.test-support.ts'
import { putWebhook } from './storage/customer-webhook.ts'
import { balancesOf, customerWith } from './storage/purchases.test-support.ts'
import { readPurchases } from './storage/reads.ts'
import { useDatabase } from './storage/use-database.test-support.ts'

const { database, url } = useDatabase()

/** So many resellers on the one database, each with its own pool, worker and port. */
async function resellers(count: number, environment: Record<string, string>) {
  const reported: string[] = []
  const config = { ...readConfig(environment), databaseUrl: url() }
  const report = (error: unknown, where: string) => void reported.push(`${where}: ${error}`)
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const start = () => startReseller(config, report, undefined, now)
  const started = await Promise.all(Array.from({ length: count }, start))
  onTestFinished(async () => {
    await Promise.all(started.map((reseller) => reseller.stop()))
  })
  const advance = (seconds: number) => {
    aheadMs += seconds * 1000
  }
  return { started, reported, advance, at: (index: number) => started[index % count]?.url ?? '' }
}

/** A customer with money for so many purchases, and a webhook. */
async function customerFor(purchases: number) {
  const webhook = await countingWebhook()
  const id = await customerWith(database(), { main: kobo(purchases * 10_000) })
  await putWebhook(database(), id, { url: webhook.url, secret: 'whsec_c2VjcmV0' })
  const purchased = () => readPurchases(database(), { customer: id, before: null, limit: 1_000 })
  return { id, came: webhook.came, purchased, ...(await callerOf(id)) }
}

const once = (count: number) => Array.from({ length: count }, () => 1)

it('of 200 purchases over three processes with money for 20, exactly 20 are sold, and each is told of once', async () => {
  const vtpass = await countingVtpass()
  const { at, reported } = await resellers(3, environmentOf(vtpass))
  const { id, buy, came, purchased } = await customerFor(20)
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => buy(at(index), `order-${index}`)),
  )
  expect(tally(answers.map(({ status, body }) => `${status} ${body.message}`))).toEqual({
    '200 Data purchase successful': 20,
    '400 Insufficient wallet balance': 180,
  })
  expect(await balancesOf(database(), id)).toEqual([0, 0, 0])
  expect([...vtpass.paid.values()]).toEqual(once(20))
  const bought = await purchased()
  await expect.poll(() => came.size, { timeout: 10_000 }).toBe(20)
  expect(Object.fromEntries(came)).toEqual(
    Object.fromEntries(bought.map((purchase) => [`msg_${purchase.id}_delivered`, 1])),
  )
  expect(reported).toEqual([])
})

it('of 100 twins of one request over three processes, one holds and one is sent', async () => {
  const vtpass = await countingVtpass()
  const { at } = await resellers(3, environmentOf(vtpass))
  const { id, buy, purchased } = await customerFor(20)
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => buy(at(index), 'order-1')))
  const { '200 Data purchase successful': sold = 0, ...others } = tally(
    answers.map(({ status, body }) => `${status} ${body.message}`),
  )
  expect(sold).toBeGreaterThanOrEqual(1)
  expect(Object.keys(others)).toEqual(sold === 100 ? [] : ['400 Transaction is still processing'])
  expect([...vtpass.paid.values()]).toEqual([1])
  expect(await purchased()).toHaveLength(1)
  expect(await balancesOf(database(), id)).toEqual([190_000, 0, 0])
})

it('has one worker at a time look at a purchase, and looks at all of them', async () => {
  const vtpass = await countingVtpass()
  vtpass.pay = 'pending'
  vtpass.slowMs = 20
  const { at, advance } = await resellers(3, environmentOf(vtpass))
  const { id, buy, came } = await customerFor(90)
  await Promise.all(Array.from({ length: 90 }, (_, index) => buy(at(index), `order-${index}`)))
  expect(await balancesOf(database(), id)).toEqual([0, 0, 900_000])
  advance(10)
  await expect.poll(() => balancesOf(database(), id), { timeout: 20_000 }).toEqual([0, 0, 0])
  expect([[...vtpass.paid.values()], [...vtpass.requeried.values()]]).toEqual([once(90), once(90)])
  expect(vtpass.askedTwiceAtOnce).toEqual([])
  await expect.poll(() => [...came.values()], { timeout: 10_000 }).toEqual(once(90))
}, 40_000)

it('counts a customer’s requests to all processes together', async () => {
  const vtpass = await countingVtpass()
  const { at } = await resellers(3, environmentOf(vtpass, { RATE_LIMIT_PER_USER: '30' }))
  const { wallet } = await customerFor(1)
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => wallet(at(index))))
  expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 30, 429: 30 })
})

it('loses nothing and does nothing twice when one of them stops in the midst', async () => {
  const vtpass = await countingVtpass()
  vtpass.slowMs = 60
  const { started, at, reported } = await resellers(3, environmentOf(vtpass))
  const { id, buy, came, purchased } = await customerFor(200)
  let cut = 0
  /** Ten purchases in a row at one process; whoever gets no answer asks another one, under the same name. */
  const shopAt = async (lane: number) => {
    const messages: string[] = []
    for (let each = 0; each < 10; each += 1) {
      const requestId = `order-${lane}-${each}`
      const answer = await buy(at(lane), requestId).catch(() => null)
      if (answer === null) cut += 1
      messages.push((answer ?? (await buy(started[1]?.url ?? '', requestId))).body.message)
    }
    return messages
  }
  const shopping = Promise.all(Array.from({ length: 12 }, (_, lane) => shopAt(lane)))
  await expect.poll(() => vtpass.paid.size).toBeGreaterThan(30)
  await started[0]?.stop()
  expect(tally((await shopping).flat())).toEqual({ 'Data purchase successful': 120 })
  expect(cut).toBeGreaterThan(0)
  expect(await balancesOf(database(), id)).toEqual([800_000, 0, 0])
  expect([...vtpass.paid.values()]).toEqual(once(120))
  expect(await purchased()).toHaveLength(120)
  await expect.poll(() => came.size, { timeout: 10_000 }).toBe(120)
  expect([...came.values()]).toEqual(once(120))
  expect(reported).toEqual([])
})

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

/** A reseller in a process of its own, as it is run in earnest. */
async function child(environment: Record<string, string>) {
  const command = run(process.execPath, [main], { env: { ...environment, DATABASE_URL: url() } })
  const [, address = ''] = await command.printed(/^reseller at +(\S+)$/m)
  return { command, url: address }
}

it('is the same in processes of the system, one of which is asked to end', async () => {
  const vtpass = await countingVtpass()
  vtpass.slowMs = 20
  const environment = environmentOf(vtpass, { LOG_LEVEL: 'error' })
  const [one, two] = await Promise.all([child(environment), child(environment)])
  if (one === undefined || two === undefined) expect.fail('they did not start')
  const { id, buy, came } = await customerFor(20)
  const bought = Array.from({ length: 60 }, async (_, index) => {
    const requestId = `order-${index}`
    const answer = await buy(index % 2 === 0 ? one.url : two.url, requestId).catch(() => null)
    return answer ?? buy(two.url, requestId)
  })
  await expect.poll(() => vtpass.paid.size, { interval: 5 }).toBeGreaterThan(0)
  one.command.process.kill('SIGTERM')
  const answers = await Promise.all(bought)
  expect(tally(answers.map(({ status, body }) => `${status} ${body.message}`))).toEqual({
    '200 Data purchase successful': 20,
    '400 Insufficient wallet balance': 40,
  })
  expect(await one.command.ended).toMatchObject({ code: 0, stderr: '' })
  expect(await balancesOf(database(), id)).toEqual([0, 0, 0])
  expect([...vtpass.paid.values()]).toEqual(once(20))
  await expect.poll(() => [...came.values()], { timeout: 10_000 }).toEqual(once(20))
  two.command.process.kill('SIGTERM')
  expect(await two.command.ended).toMatchObject({ code: 0, stderr: '' })
}, 60_000)

import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Command, greetingOf, runOutsideOfTests } from '../../test/command.ts'
import { CODES } from './answers.test-support.ts'
import { readBalance } from './balance.ts'
import { createCatalogue } from './catalogue.ts'
import { createVtpass } from './client.ts'
import { outcomeOfPay } from './outcome-of-pay.ts'
import { outcomeOfRequery } from './outcome-of-requery.ts'
import { newReference } from './reference.ts'
import { readVerification } from './verification.ts'
import type { PayFields } from './vtpass.ts'
import { readWebhook } from './webhook-body.ts'

/** The simulator, in a process of its own: we meet over HTTP. */
let command: Command
let baseUrl: string

beforeAll(async () => {
  const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))
  command = runOutsideOfTests(process.execPath, [main, 'start', '--port', '0'])
  ;({ baseUrl } = await greetingOf(command))
})
afterAll(() => command.process.kill('SIGKILL'))

/** A world of its own, and a client of it. */
async function account(settings: object = {}, timeoutMs = 5_000) {
  const origin = new URL(baseUrl).origin
  const ask = async (path: string, body: object) => {
    const answer = await fetch(`${origin}/_simulator/accounts${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { id, apiKey, publicKey, secretKey } = await ask('', settings)
  const vtpass = createVtpass({ baseUrl, apiKey, publicKey, secretKey, timeoutMs })
  onTestFinished(() => vtpass.close())
  return { ...vtpass, control: (path: string, body: object) => ask(`/${id}/${path}`, body) }
}

function airtime(): PayFields {
  return {
    request_id: newReference(Date.now(), randomInt),
    serviceID: 'mtn',
    amount: 100,
    phone: '08012345678',
  }
}

/** What pay, the first requery, and one after two minutes come to. */
interface Expected {
  readonly pay: string
  readonly requery: string
  readonly later?: string
}

const scenarios: Record<string, Expected> = {
  delivered: { pay: 'delivered', requery: 'delivered' },
  failed: { pay: 'failed', requery: 'failed' },
  pending: { pay: 'unknown', requery: 'nothing-learnt' },
  'pending-then-delivered': { pay: 'unknown', requery: 'nothing-learnt', later: 'delivered' },
  'pending-then-failed': { pay: 'unknown', requery: 'nothing-learnt', later: 'failed' },
  'delivered-then-reversed': { pay: 'delivered', requery: 'delivered', later: 'reversed' },
  'delivered-but-unheard': { pay: 'unknown', requery: 'delivered' },
  'failed-but-unheard': { pay: 'unknown', requery: 'failed' },
  'never-arrived': { pay: 'unknown', requery: 'no-order' },
  slow: { pay: 'unknown', requery: 'delivered' },
  timeout: { pay: 'unknown', requery: 'nothing-learnt' },
  'unexpected-083': { pay: 'unknown', requery: 'no-order' },
  'unexpected-099': { pay: 'unknown', requery: 'nothing-learnt' },
  'unexpected-code': { pay: 'unknown', requery: 'delivered' },
  'unexpected-status': { pay: 'unknown', requery: 'delivered' },
  'unexpected-html': { pay: 'unknown', requery: 'delivered' },
  'unexpected-empty': { pay: 'unknown', requery: 'delivered' },
  'unexpected-truncated': { pay: 'unknown', requery: 'delivered' },
  'unexpected-text': { pay: 'unknown', requery: 'delivered' },
  'unexpected-content-type': { pay: 'delivered', requery: 'delivered' },
}

const refused: Expected = { pay: 'failed', requery: 'no-order' }
const codes: Record<string, Expected> = {
  '000': { pay: 'delivered', requery: 'delivered' },
  '001': { pay: 'unknown', requery: 'delivered' },
  '014': { pay: 'unknown', requery: 'no-order' },
  '015': { pay: 'unknown', requery: 'no-order' },
  '016': { pay: 'failed', requery: 'failed' },
  '019': { pay: 'failed', requery: 'nothing-learnt' },
  '040': { pay: 'failed', requery: 'reversed' },
  '044': { pay: 'unknown', requery: 'nothing-learnt' },
  '083': { pay: 'unknown', requery: 'no-order' },
  '089': { pay: 'unknown', requery: 'no-order' },
  '091': { pay: 'failed', requery: 'failed' },
  '099': { pay: 'unknown', requery: 'nothing-learnt' },
}
const everyScenario = [
  ...Object.entries(scenarios),
  ...CODES.map((code) => [`code-${code}`, codes[code] ?? refused] as const),
]

it('these are all the scenarios that the control API names', () => {
  const contract = readFileSync(new URL('../../openapi/control.yaml', import.meta.url), 'utf8')
  const [, pattern = ''] = /pattern: (\^\(delivered\|failed\|.*)\n/.exec(contract) ?? []
  const alternatives = pattern.slice(2, -2).replace(/unexpected-\((.*?)\)/, (_, kinds: string) =>
    kinds
      .split('|')
      .map((kind) => `unexpected-${kind}`)
      .join('|'),
  )
  expect(alternatives.split('|').toSorted()).toEqual([...Object.keys(scenarios), 'code-\\d{3}'].toSorted())
})

describe.each(everyScenario)('%s', (fate, expected) => {
  it(`is ${expected.pay} to pay and ${expected.requery} to requery`, async () => {
    const { pay, requery, control } = await account({}, 400)
    const fields = airtime()
    await control('scenarios', { match: { requestId: fields.request_id }, fate })
    const paid = outcomeOfPay(await pay(fields), fields.request_id)
    const asked = outcomeOfRequery(await requery(fields.request_id), fields.request_id)

    expect([paid.kind, asked.kind]).toEqual([expected.pay, expected.requery])
    if (expected.later === undefined) return
    await control('clock', { advance: '2m' })
    expect(outcomeOfRequery(await requery(fields.request_id), fields.request_id).kind).toBe(expected.later)
  })
})

describe.each(CODES.filter((code) => code !== '000'))('a requery that is answered %s', (code) => {
  it.each(['delivered', 'pending'])('of a purchase that is %s', async (fate) => {
    const { pay, requery, control } = await account()
    const fields = airtime()
    await control('scenarios', { fate })
    await pay(fields)
    await control('scenarios', { match: { endpoint: 'requery' }, fate: `code-${code}` })
    const { kind } = outcomeOfRequery(await requery(fields.request_id), fields.request_id)

    expect(kind).toBe(finals[code] ?? 'nothing-learnt')
  })
})

/** The codes of which a requery is an end. */
const finals: Record<string, string> = {
  '015': 'no-order',
  '016': 'failed',
  '040': 'reversed',
  '091': 'failed',
}

it('a slow answer is heard by who waits for it', async () => {
  const { pay, control } = await account()
  const fields = airtime()
  await control('scenarios', { fate: 'slow' })
  const paid = pay(fields)
  const outcome = paid.then((heard) => outcomeOfPay(heard, fields.request_id).kind)
  let isHeard = false
  paid.then(() => {
    isHeard = true
  })
  while (!isHeard) await control('clock', { advance: '1s' })

  expect(await outcome).toBe('delivered')
})

describe('every product', () => {
  it.each([
    'mtn-data',
    'airtel-data',
    'glo-data',
    'etisalat-data',
    'smile-direct',
    'spectranet',
    'glo-sme-data',
    'gotv',
  ])('%s is bought, and its receipt agrees with VTpass’s wallet', async (serviceID) => {
    const vtpass = await account()
    const found = await createCatalogue(vtpass, { now: Date.now }).variations(serviceID)
    const plan = found.kind === 'known' ? found.value.variations.find(({ cost }) => cost > 0) : undefined
    const recipient = /^(gotv|spectranet)$/.test(serviceID) ? '1212121212' : '08011111111'
    const before = readBalance(await vtpass.balance()) ?? 0
    const fields = {
      request_id: newReference(Date.now(), randomInt),
      serviceID,
      billersCode: recipient,
      variation_code: plan?.variation_code ?? '',
      phone: recipient,
      ...(serviceID === 'gotv' ? { subscription_type: 'change' as const } : {}),
      ...(serviceID === 'spectranet' ? { quantity: 1 } : {}),
    }
    const paid = outcomeOfPay(await vtpass.pay(fields), fields.request_id)
    const asked = outcomeOfRequery(await vtpass.requery(fields.request_id), fields.request_id)
    const spent = before - (readBalance(await vtpass.balance()) ?? 0)

    expect(paid).toMatchObject({
      kind: 'delivered',
      receipt: { transactionId: expect.stringMatching(/^\d{26}$/) },
    })
    expect(asked.kind).toBe('delivered')
    const totals = [paid, asked].map((each) => each.kind === 'delivered' && each.receipt.totalAmount)
    expect(totals[0]).toBe(totals[1])
    expect(Math.abs(spent - Number(totals[0]))).toBeLessThanOrEqual(1)
  })
})

it('the data services are those of the data API document', async () => {
  const found = await createCatalogue(await account(), { now: Date.now }).services('data')
  const ids = found.kind === 'known' ? found.value.map(({ serviceID }) => serviceID) : []

  expect(ids.toSorted()).toEqual(
    [
      'mtn-data',
      'airtel-data',
      'glo-data',
      'etisalat-data',
      'smile-direct',
      'spectranet',
      'glo-sme-data',
    ].toSorted(),
  )
})

it('what does not exist is refused in VTpass’s words', async () => {
  const catalogue = createCatalogue(await account(), { now: Date.now })

  expect(await catalogue.variations('no-such')).toEqual({ kind: 'refused', said: 'Service is Not Valid' })
  expect(await catalogue.services('no-such')).toEqual({ kind: 'refused', said: 'Category Does not Exist' })
})

it('a good smartcard is verified, and a bad one refused', async () => {
  const { verify } = await account({ verifyDetail: true })
  const good = readVerification(await verify({ serviceID: 'gotv', billersCode: '1212121212' }))
  const bad = readVerification(await verify({ serviceID: 'gotv', billersCode: '9999999999' }))

  expect(good).toMatchObject({ kind: 'verified', renewalAmount: expect.any(Number) })
  expect(bad.kind).toBe('refused')
})

it('keys that VTpass does not know fail a purchase, and teach nothing of one', async () => {
  const { control: _, ...unused } = await account()
  await unused.close()
  const keys = { apiKey: 'not-a-key-of-ours', publicKey: 'PK_not_a_key', secretKey: 'SK_not_a_key' }
  const vtpass = createVtpass({ baseUrl, ...keys })
  onTestFinished(() => vtpass.close())
  const fields = airtime()

  expect(outcomeOfPay(await vtpass.pay(fields), fields.request_id)).toMatchObject({
    kind: 'failed',
    alert: 'credentials',
    said: 'INVALID CREDENTIALS',
  })
  expect(outcomeOfRequery(await vtpass.requery(fields.request_id), fields.request_id)).toMatchObject({
    kind: 'nothing-learnt',
    alert: 'credentials',
  })
})

it('the same reference is in doubt the second time, and its requery tells of the first', async () => {
  const { pay, requery } = await account({ duplicateWindow: '0s' })
  const fields = { ...airtime(), phone: '08011111111' }
  await pay(fields)

  expect(outcomeOfPay(await pay(fields), fields.request_id)).toMatchObject({ kind: 'unknown', code: '014' })
  expect(outcomeOfRequery(await requery(fields.request_id), fields.request_id).kind).toBe('delivered')
})

it.each([
  ['pending-then-delivered', 'delivered'],
  ['pending-then-failed', 'failed'],
  ['delivered-then-reversed', 'reversed'],
])('the webhook of %s names the purchase to ask about', async (fate, later) => {
  const bodies: unknown[] = []
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push(JSON.parse(Buffer.concat(chunks).toString()))
    response.end('{"response":"success"}')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    receiver.close()
  })
  await once(receiver, 'listening')
  const callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhook`
  const { pay, requery, control } = await account({ callbackUrl })
  const fields = airtime()
  await control('scenarios', { fate })
  await pay(fields)
  await control('clock', { advance: '2m' })

  expect(bodies.map(readWebhook)).toEqual([{ kind: 'transaction-update', requestId: fields.request_id }])
  expect(outcomeOfRequery(await requery(fields.request_id), fields.request_id).kind).toBe(later)
})

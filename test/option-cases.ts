import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { type Account, createSimulator } from '../simulator/index.ts'
import { clientOf } from './client.ts'
import { airtimeOfToday, type Greeting, requestIdOfToday } from './command.ts'

/** An option of the command, by what a caller notices of it. */
export interface OptionCase {
  readonly option: string
  readonly variable: string
  /** null is a switch. */
  readonly value: string | null
  /** What the variable says where the option says `value`. */
  readonly other: string
  readonly seen: (client: Client, greeting: Greeting) => Promise<unknown>
  readonly expected: unknown
}

type Client = ReturnType<typeof clientOf>

/** Every option but --port and --quiet, whose effect is not in an answer; `folder` is for files. */
export function optionCases(folder: string): readonly OptionCase[] {
  return [
    {
      option: '--host',
      variable: 'HOST',
      value: 'localhost',
      other: '127.0.0.1',
      seen: async (_client, { url }) => new URL(url).hostname,
      expected: 'localhost',
    },
    {
      option: '--seed',
      variable: 'SIMULATOR_SEED',
      value: '7',
      other: '8',
      seen: inventedDigits,
      expected: SEED_7,
    },
    {
      option: '--wallet',
      variable: 'SIMULATOR_WALLET',
      value: '5.25',
      other: '6',
      seen: (client) => client.balance(),
      expected: 5.25,
    },
    {
      option: '--duplicate-window',
      variable: 'SIMULATOR_DUPLICATE_WINDOW',
      value: '0',
      other: '1h',
      seen: async (client) => {
        await client.pay(airtimeOfToday('a'))
        return (await client.pay(airtimeOfToday('b'))).body.code
      },
      expected: '000',
    },
    {
      option: '--settle-pending-after',
      variable: 'SIMULATOR_SETTLE_PENDING_AFTER',
      value: '1ms',
      other: '0',
      seen: statusOnceSettled,
      expected: 'delivered',
    },
    {
      option: '--timeout-hold',
      variable: 'SIMULATOR_TIMEOUT_HOLD',
      value: '0',
      other: '1h',
      seen: async (client) => (await client.pay(airtimeOfToday('a', '300000000000'))).status,
      expected: 200,
    },
    {
      option: '--strict',
      variable: 'SIMULATOR_STRICT',
      value: null,
      other: '0',
      seen: async (client, { account: { apiKey, secretKey } }) =>
        (await client.send('balance', { headers: { 'api-key': apiKey, 'secret-key': secretKey } })).body.code,
      expected: '087',
    },
    {
      option: '--callback-url',
      variable: 'SIMULATOR_CALLBACK_URL',
      value: 'http://127.0.0.1:9/vtpass',
      other: 'http://127.0.0.1:10/vtpass',
      seen: async (_client, greeting) => (await defaultAccount(greeting)).callbackUrl,
      expected: 'http://127.0.0.1:9/vtpass',
    },
    {
      option: '--allow-public-callbacks',
      variable: 'SIMULATOR_ALLOW_PUBLIC_CALLBACKS',
      value: null,
      other: '0',
      seen: whyPublicCallbackFails,
      expected: expect.not.stringContaining('--allow-public-callbacks'),
    },
    {
      option: '--control-token',
      variable: 'SIMULATOR_CONTROL_TOKEN',
      value: 'long-enough',
      other: 'something-else',
      seen: async (_client, { fetch, url }) => {
        const headers = { authorization: 'Bearer long-enough' }
        const [free, bare, sent] = await Promise.all([
          fetch(`${url}/_simulator/health`),
          fetch(`${url}/_simulator/clock`),
          fetch(`${url}/_simulator/clock`, { headers }),
        ])
        return [free.status, bare.status, sent.status]
      },
      expected: [200, 401, 200],
    },
    {
      option: '--journal-size',
      variable: 'SIMULATOR_JOURNAL_SIZE',
      value: '2',
      other: '3',
      seen: async (_client, greeting) => (await defaultAccount(greeting)).journalSize,
      expected: 2,
    },
    {
      option: '--catalogue',
      variable: 'SIMULATOR_CATALOGUE',
      value: catalogueIn(folder),
      other: '/there/is/no/such/directory',
      seen: async (client) => JSON.stringify((await client.get('services?identifier=airtime')).body),
      expected: expect.stringContaining('"serviceID":"rafiki"'),
    },
  ]
}

async function defaultAccount({ fetch, url }: Greeting): Promise<Account> {
  return (await fetch(`${url}/_simulator/accounts/default`)).json()
}

/** A multicast address is no private one, and TCP sends nothing to it. */
async function whyPublicCallbackFails(client: Client, { fetch, url }: Greeting): Promise<string> {
  const send = (method: string, path: string, body: object) =>
    fetch(`${url}/_simulator/${path}`, { method, body: JSON.stringify(body) })
  await send('PATCH', 'accounts/default', { callbackUrl: 'http://224.0.0.1:9/' })
  await client.pay(airtimeOfToday('public', '201000000000'))
  await send('POST', `transactions/${requestIdOfToday('public')}/settle`, { status: 'delivered' })
  const { items } = await (await fetch(`${url}/_simulator/webhooks`)).json()
  return items[0].attempts[0].error
}

const SEED_7 = await inventedDigits(clientOf(createSimulator({ seed: 7 })))

/** The part of a transactionId that is no time. */
async function inventedDigits(client: Client): Promise<string> {
  const { body } = await client.pay(airtimeOfToday('a'))
  return body.content.transactions.transactionId.slice(10)
}

async function statusOnceSettled(client: Client): Promise<string> {
  await client.pay(airtimeOfToday('a', '201000000000'))
  return vi.waitFor(async () => {
    const { status } = (await client.requery(requestIdOfToday('a'))).body.content.transactions
    expect(status).not.toBe('pending')
    return status
  })
}

/** A directory with MTN's airtime under a name of our own. */
function catalogueIn(folder: string): string {
  const mtn = readFileSync(new URL('../simulator/catalogue/products/mtn.json', import.meta.url), 'utf8')
  const directory = join(folder, 'catalogue')
  mkdirSync(directory)
  writeFileSync(join(directory, 'rafiki.json'), mtn.replace('"serviceID": "mtn"', '"serviceID": "rafiki"'))
  return directory
}

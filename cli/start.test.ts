import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { clientOf } from '../test/client.ts'
import { airtimeOfToday, greetingOf, requestIdOfToday, vtpassSimulator } from '../test/command.ts'
import { optionCases } from '../test/option-cases.ts'

const isWindows = process.platform === 'win32'
const folder = mkdtempSync(join(tmpdir(), 'vtpass-simulator-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function start(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const command = vtpassSimulator(['--port', '0', ...args], { env })
  const greeting = await greetingOf(command)
  return { command, greeting, client: clientOf(greeting, greeting.baseUrl) }
}

it('start prints the address, the credentials and a purchase to try, on one screen', async () => {
  const { text, url, baseUrl, account } = (await start()).greeting

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(baseUrl).toBe(`${url}/api`)
  expect(account).toEqual({
    apiKey: 'sim-api-key',
    publicKey: 'PK_sim_public_key',
    secretKey: 'SK_sim_secret_key',
    email: 'sandbox@vtpass.com',
    password: 'sandbox',
  })
  expect(text.split('\n').length).toBeLessThanOrEqual(24)
  expect(
    text
      .replace(curlIn(text), '')
      .split('\n')
      .filter((line) => line.length > 100),
  ).toEqual([])
})

it('the printed credentials are let in', async () => {
  const { greeting, client } = await start()
  const { email, password } = greeting.account
  const authorization = `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`

  expect(await client.balance()).toBe(1_000_000)
  expect((await client.send('balance', { headers: { authorization } })).status).toBe(200)
})

it('writes no program of its own while it runs: whoever does is slower at everything from then on', async () => {
  const { client, greeting } = await start([], { NODE_OPTIONS: '--disallow-code-generation-from-strings' })
  const post = (path: string, body: object) =>
    fetch(`${greeting.url}/_simulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect((await post('scenarios', { match: { serviceID: 'mtn' }, fate: 'pending' })).status).toBe(201)
  expect((await post('scenarios', { fate: 'unknown' })).status).toBe(400)
  expect((await post('accounts', { wallet: 5 })).status).toBe(201)
  expect((await post('clock', { mode: 'frozen' })).status).toBe(200)
  expect((await client.pay(airtimeOfToday('a'))).body.content.transactions.status).toBe('pending')
  expect((await fetch(`${greeting.url}/_simulator/journal?endpoint=pay&limit=1`)).status).toBe(200)
})

it('the printed curl line buys airtime in a shell', async ({ skip }) => {
  if (isWindows) skip('the line is for a POSIX shell')
  if (spawnSync('curl', ['--version']).error !== undefined) skip('there is no curl here')
  const { greeting, client } = await start()
  const env = { ...process.env, no_proxy: '*' }
  const shell = spawnSync('sh', ['-c', curlIn(greeting.text)], { encoding: 'utf8', env })

  expect(JSON.parse(shell.stdout)).toMatchObject({ code: '000', amount: 100 })
  expect(await client.balance()).toBe(999_903.5)
})

/** The curl line as it stands there, which goes over two. */
function curlIn(text: string): string {
  return /curl .*\\\n.*/.exec(text)?.[0] ?? 'there is no curl line'
}

describe.each([
  { how: '--quiet', args: ['--quiet'], env: {} },
  { how: 'SIMULATOR_QUIET=1', args: [], env: { SIMULATOR_QUIET: '1' } },
  { how: '--quiet over SIMULATOR_QUIET=0', args: ['--quiet'], env: { SIMULATOR_QUIET: '0' } },
])('$how', ({ args, env }) => {
  it('prints nothing', async ({ skip }) => {
    if (isWindows) skip('there are no signals on Windows')
    const port = await freePort()
    const command = vtpassSimulator([...args, '--port', String(port)], { env })
    await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/_simulator/health`), 5_000)
    command.process.kill('SIGTERM')

    expect(await command.ended).toEqual({ code: 0, signal: null, stdout: '', stderr: '' })
  })
})

it('--port 0 picks a free port for each', async () => {
  const [one, other] = await Promise.all([start(), start()])

  expect(one.greeting.url).not.toBe(other.greeting.url)
  expect(await one.client.balance()).toBe(1_000_000)
  expect(await other.client.balance()).toBe(1_000_000)
})

it('a port in use is told in one line', async () => {
  const taken = await takenPort()

  expect(await vtpassSimulator(['--port', String(taken)]).ended).toEqual({
    code: 2,
    signal: null,
    stdout: '',
    stderr: `vtpass-simulator: port ${taken} is in use; stop what runs there, or take another: --port 0 picks a free one\n`,
  })
})

it('PORT sets the port', async () => {
  const taken = await takenPort()

  expect((await vtpassSimulator([], { env: { PORT: String(taken) } }).ended).stderr).toContain(
    `port ${taken}`,
  )
})

it('--port wins over PORT', async () => {
  const taken = await takenPort()

  expect((await start([], { PORT: String(taken) })).greeting.url).not.toMatch(new RegExp(`:${taken}$`))
})

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

/** For where nothing is printed that would tell which port was picked. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const cases = optionCases(folder)

describe.each(cases)('$option', ({ option, variable, value, other, seen, expected }) => {
  it(`is also ${variable}`, async () => {
    const { client, greeting } = await start([], { [variable]: value ?? '1' })

    expect(await seen(client, greeting)).toEqual(expected)
  })

  it(`wins over ${variable}`, async () => {
    const given = value === null ? [option] : [option, value]
    const { client, greeting } = await start(given, { [variable]: other })

    expect(await seen(client, greeting)).toEqual(expected)
  })
})

it('options and variables add up', async () => {
  const { client } = await start(['--wallet', '500'], { SIMULATOR_TIMEOUT_HOLD: '0' })

  expect(await client.balance()).toBe(500)
  expect((await client.pay(airtimeOfToday('a', '300000000000'))).status).toBe(200)
})

it.each(['--help', '-h', 'help', 'exec --help', '--port 0 --help'])(
  '%s prints every option with its variable',
  async (line) => {
    const { code, stdout, stderr } = await vtpassSimulator(line.split(' ')).ended
    const rows = stdout.match(/^ {2}--[a-z-]+ .*$/gm) ?? []
    const shown = rows.map((row) => `${/--\S+/.exec(row)?.[0]} ${/\[(\w+)\]$/.exec(row)?.[1] ?? ''}`.trim())

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(shown.sort()).toEqual(
      [
        ...cases.map(({ option, variable }) => `${option} ${variable}`),
        '--port PORT',
        '--quiet SIMULATOR_QUIET',
        '--coverage-threshold',
        '--fail-on-findings',
        '--ignore-finding',
        '--version',
        '--help',
      ].sort(),
    )
  },
)

it('--version prints the version of the package', async () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

  expect(await vtpassSimulator(['--version']).ended).toEqual({
    code: 0,
    signal: null,
    stdout: `${manifest.version}\n`,
    stderr: '',
  })
})

const notADuration = 'it must be like 30s or 10m, or whole seconds; 0 is off'
const notANumber = 'it must be a whole number from 0 to'

/** What cannot be used, and how it is told. */
const mistakes: readonly (readonly [line: string, told: string])[] = [
  ['--port 99999', `--port is "99999"; ${notANumber} 65535`],
  ['PORT=http', `PORT is "http"; ${notANumber} 65535`],
  ['--port', "Option '--port <value>' argument missing; --help shows the options"],
  ['--port -1', '--port is "-1"; it must be a whole number from 0 to 65535'],
  ['--host 203.0.113.1', '203.0.113.1 is no address of this machine; --host 127.0.0.1 always is'],
  ['--host=', 'the host is empty; --host 127.0.0.1 is what nobody else can reach'],
  ['--seed x', `--seed is "x"; ${notANumber} 9007199254740991`],
  ['SIMULATOR_SEED=1.5', `SIMULATOR_SEED is "1.5"; ${notANumber} 9007199254740991`],
  ['--wallet ten', '--wallet is "ten"; it must be naira, with at most two decimals'],
  ['SIMULATOR_WALLET=0.001', 'SIMULATOR_WALLET is "0.001"; it must be naira, with at most two decimals'],
  ['--duplicate-window soon', `--duplicate-window is "soon"; ${notADuration}`],
  ['SIMULATOR_DUPLICATE_WINDOW=soon', `SIMULATOR_DUPLICATE_WINDOW is "soon"; ${notADuration}`],
  ['--settle-pending-after soon', `--settle-pending-after is "soon"; ${notADuration}`],
  ['SIMULATOR_SETTLE_PENDING_AFTER=soon', `SIMULATOR_SETTLE_PENDING_AFTER is "soon"; ${notADuration}`],
  ['--timeout-hold 1.5s', `--timeout-hold is "1.5s"; ${notADuration}`],
  ['SIMULATOR_TIMEOUT_HOLD=1y', `SIMULATOR_TIMEOUT_HOLD is "1y"; ${notADuration}`],
  ['--strict=1', "Option '--strict' does not take an argument; --help shows the options"],
  ['SIMULATOR_STRICT=perhaps', 'SIMULATOR_STRICT is "perhaps"; it must be 1 or 0'],
  ['SIMULATOR_QUIET=perhaps', 'SIMULATOR_QUIET is "perhaps"; it must be 1 or 0'],
  [
    '--catalogue nowhere',
    "the catalogue directory nowhere cannot be read: ENOENT: no such file or directory, scandir 'nowhere'",
  ],
  ['--colour blue', "Unknown option '--colour'; --help shows the options"],
  ['start now', "Unexpected argument 'now'; --help shows the options"],
  ['begin', 'there is no command "begin"; there are start, exec, check and verify-pact'],
  ['exec --colour blue -- true', "Unknown option '--colour'; --help shows the options"],
]

it.each(mistakes)('%s is told in one line', async (line, told) => {
  const words = line.split(' ')
  const args = words.filter((word) => !/^[A-Z]/.test(word))
  const env = Object.fromEntries(words.filter((word) => /^[A-Z]/.test(word)).map((word) => word.split('=')))

  expect(await vtpassSimulator(args, { env, cwd: folder }).ended).toEqual({
    code: 2,
    signal: null,
    stdout: '',
    stderr: `vtpass-simulator: ${told}\n`,
  })
})

it.for(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it at once, while an answer is held and connections are idle',
  async (signal, { skip }) => {
    if (isWindows) skip('there are no signals on Windows')
    const { command, greeting, client } = await start()
    const idle = await open(greeting.url)
    const held = await open(greeting.url)
    held.socket.write(paymentToHold(greeting.account))
    await vi.waitFor(async () => {
      const { body } = await client.requery(requestIdOfToday('held'))
      expect(body.content?.transactions?.status).toBe('pending')
    })
    command.process.kill(signal)

    expect(await command.ended).toMatchObject({ code: 0, signal: null, stderr: '' })
    expect(await held.heard).toBe('')
    expect(await idle.heard).toBe('')
  },
)

function paymentToHold({ apiKey, secretKey }: { apiKey: string; secretKey: string }): string {
  const body = JSON.stringify(airtimeOfToday('held', '300000000000'))
  return [
    'POST /api/pay HTTP/1.1',
    'host: vtpass',
    `api-key: ${apiKey}`,
    `secret-key: ${secretKey}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    '',
    body,
  ].join('\r\n')
}

/** A connection, and all that was heard over it when it has ended. */
async function open(url: string): Promise<{ socket: Socket; heard: Promise<string> }> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).setEncoding('utf8')
  onTestFinished(() => void socket.destroy())
  let text = ''
  socket.on('data', (part) => {
    text += part
  })
  const heard = new Promise<string>((resolve) =>
    socket.on('error', () => {}).once('close', () => resolve(text)),
  )
  await new Promise((resolve) => socket.once('connect', resolve))
  return { socket, heard }
}

it('nobody else can reach it', async ({ skip }) => {
  const others = otherAddresses()
  if (others.length === 0) skip('this machine has no address but 127.0.0.1')
  const { port } = new URL((await start()).greeting.url)

  expect(await Promise.all(others.map((address) => connecting(Number(port), address)))).toEqual(
    others.map((address) => `${address} ECONNREFUSED`),
  )
})

it('--host 0.0.0.0 lets others reach it', async ({ skip }) => {
  const others = otherAddresses().filter((address) => !address.includes(':'))
  if (others.length === 0) skip('this machine has no IPv4 address but 127.0.0.1')
  const { url } = (await start(['--host', '0.0.0.0'])).greeting
  const { hostname, port } = new URL(url)

  expect(hostname).toBe('127.0.0.1')
  expect(await Promise.all(others.map((address) => connecting(Number(port), address)))).toEqual(
    others.map((address) => `${address} connected`),
  )
})

/** The addresses of this machine but the one that is listened on; a link's own need its name, and are left out. */
function otherAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses)
  return all.map(({ address }) => address).filter((address) => !/^(127\.0\.0\.1|fe80:.*)$/.test(address))
}

function connecting(port: number, address: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, address)
    socket.once('connect', () => resolve(`${address} connected`))
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(`${address} ${code}`))
    socket.once('connect', () => socket.destroy())
  })
}

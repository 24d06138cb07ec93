import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type Command, type Surroundings, vtpassSimulator } from '../test/command.ts'

const isWindows = process.platform === 'win32'
const folder = mkdtempSync(join(tmpdir(), 'vtpass-simulator-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** exec, with a command that runs this JavaScript. */
function exec(script: string, surroundings: Surroundings = {}, options: readonly string[] = []): Command {
  return vtpassSimulator(['exec', ...options, '--', process.execPath, '-e', script], surroundings)
}

/** Runs until it is ended; ends with its input too, so that no test leaves it behind. */
const stay = 'process.stdin.resume()'
const printEnvironment = 'console.log(JSON.stringify(process.env))'
const printBalance = `
  fetch(process.env.VTPASS_BASE_URL + '/balance', {
    headers: { 'api-key': process.env.VTPASS_API_KEY, 'public-key': process.env.VTPASS_PUBLIC_KEY },
  }).then((answer) => answer.json()).then(({ contents }) => console.log(contents.balance))
`

it('the command is told where the simulator is, and its keys', async () => {
  const { stdout } = await exec(printEnvironment).ended

  expect(JSON.parse(stdout)).toMatchObject({
    VTPASS_BASE_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api$/),
    VTPASS_API_KEY: 'sim-api-key',
    VTPASS_PUBLIC_KEY: 'PK_sim_public_key',
    VTPASS_SECRET_KEY: 'SK_sim_secret_key',
  })
})

it('PORT and HOST are neither used nor handed on; the rest of the environment is handed on', async () => {
  const env = { PORT: '1', HOST: '203.0.113.1', VTPASS_BASE_URL: 'https://vtpass.com/api', OTHER: 'stays' }
  const { code, stdout } = await exec(printEnvironment, { env }).ended
  const { PORT, HOST, OTHER, VTPASS_BASE_URL } = JSON.parse(stdout)

  expect({ code, PORT, HOST, OTHER }).toEqual({ code: 0, PORT: undefined, HOST: undefined, OTHER: 'stays' })
  expect(VTPASS_BASE_URL).toMatch(/^http:\/\/127\.0\.0\.1:(?!1\/)\d+\/api$/)
})

it('the command reaches the simulator, which is gone when it has ended', async () => {
  const { stdout } = await exec(`console.log(process.env.VTPASS_BASE_URL);${printBalance}`).ended
  const [baseUrl, balance] = stdout.split('\n')

  expect(balance).toBe('1000000')
  await expect(fetch(`${baseUrl}/balance`)).rejects.toThrow('fetch failed')
})

it('options before -- set the simulator', async () => {
  expect((await exec(printBalance, {}, ['--wallet', '5']).ended).stdout).toBe('5\n')
})

it('variables set the simulator', async () => {
  expect((await exec(printBalance, { env: { SIMULATOR_WALLET: '6' } }).ended).stdout).toBe('6\n')
})

it('two at once have simulators of their own', async () => {
  const script = `console.log(process.env.VTPASS_BASE_URL); ${stay}`
  const [one, other] = [exec(script), exec(script)]
  const [[oneUrl], [otherUrl]] = await Promise.all([one.printed(/http.*/), other.printed(/http.*/)])
  one.process.stdin?.end()
  other.process.stdin?.end()

  expect(oneUrl).not.toBe(otherUrl)
  expect([(await one.ended).code, (await other.ended).code]).toEqual([0, 0])
})

it('the command has our input, and nothing but what it prints is printed', async () => {
  const script = `process.stdin.pipe(process.stdout); console.error('a warning')`

  expect(await exec(script, { input: 'said to it' }).ended).toEqual({
    code: 0,
    signal: null,
    stdout: 'said to it',
    stderr: 'a warning\n',
  })
})

it('arguments arrive unharmed', async () => {
  const args = [
    'two  words',
    'say "hello"',
    "it's",
    '$HOME `id` * ~ %PATH% !x',
    'a; b && c | d > e',
    '\\ \\\\ \\"',
    '',
    'Adébáyọ̀',
    '--help',
    '--port',
    '--',
  ]
  const script = 'console.log(JSON.stringify(process.argv.slice(1)))'
  const { stdout } = await vtpassSimulator(['exec', '--', process.execPath, '-e', script, '--', ...args])
    .ended

  expect(JSON.parse(stdout)).toEqual(args)
})

it('options after -- are the command’s', async () => {
  const { stdout } = await vtpassSimulator(['exec', '--', 'node', '--version']).ended

  expect(stdout).toMatch(/^v\d+\.\d+\.\d+\n$/)
})

it.each([0, 3, 255])('a command that ends with %i ends it with the same', async (code) => {
  expect(await exec(`process.exitCode = ${code}`).ended).toMatchObject({ code, signal: null, stderr: '' })
})

it.for(['SIGTERM', 'SIGKILL', 'SIGHUP'] as const)(
  'a command that ends by %s ends it by the same',
  async (signal, { skip }) => {
    if (isWindows) skip('there are no signals on Windows')
    const { ended } = exec(`process.kill(process.pid, '${signal}'); ${stay}`)

    expect(await ended).toEqual({ code: null, signal, stdout: '', stderr: '' })
  },
)

it('a command that ends by a signal which Node ignores ends it with the code that a shell would give', async ({
  skip,
}) => {
  if (isWindows) skip('there are no signals on Windows')
  const { ended } = vtpassSimulator(['exec', '--', 'sh', '-c', 'kill -PIPE $$'])

  expect(await ended).toEqual({ code: 128 + 13, signal: null, stdout: '', stderr: '' })
})

describe.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s to exec', (signal) => {
  it('is sent on, and it ends as the command then does', async ({ skip }) => {
    if (isWindows) skip('there are no signals on Windows')
    const command = exec(`
      process.on('${signal}', () => { console.log('heard ${signal}'); process.exit(7) })
      ${stay}
      console.log('ready')
    `)
    await command.printed(/ready/)
    command.process.kill(signal)

    expect(await command.ended).toEqual({
      code: 7,
      signal: null,
      stdout: `ready\nheard ${signal}\n`,
      stderr: '',
    })
  })

  it('ends a command that does not listen, and so itself', async ({ skip }) => {
    if (isWindows) skip('there are no signals on Windows')
    const command = exec(`${stay}; console.log('ready')`)
    await command.printed(/ready/)
    command.process.kill(signal)

    expect(await command.ended).toEqual({ code: null, signal, stdout: 'ready\n', stderr: '' })
  })
})

it('an answer that is still held does not keep it', async () => {
  const script = `
    const { VTPASS_BASE_URL: baseUrl, VTPASS_API_KEY: apiKey, VTPASS_SECRET_KEY: secretKey } = process.env
    const minute = new Date(Date.now() + 3_600_000).toISOString().replace(/\\D/g, '').slice(0, 12)
    const post = (path, body) => fetch(baseUrl + path, {
      method: 'POST',
      headers: { 'api-key': apiKey, 'secret-key': secretKey, 'content-type': 'application/json' },
      body: JSON.stringify({ request_id: minute + 'held', ...body }),
    })
    post('/pay', { serviceID: 'mtn', amount: 100, phone: '300000000000' })
    const look = async () => {
      const { content } = await (await post('/requery', {})).json()
      if (content?.transactions === undefined) return look()
      console.log(content.transactions.status)
      process.exit(0)
    }
    look()
  `

  expect(await exec(script).ended).toEqual({ code: 0, signal: null, stdout: 'pending\n', stderr: '' })
})

it('a command that does not exist ends it with 127 and one line', async () => {
  expect(await vtpassSimulator(['exec', '--', 'no-such-command', 'x']).ended).toEqual({
    code: 127,
    signal: null,
    stdout: '',
    stderr: 'vtpass-simulator: there is no command "no-such-command"\n',
  })
})

it('a command that is no program ends it with 126 and one line', async ({ skip }) => {
  if (isWindows) skip('Windows runs a file by its name')
  const path = join(folder, 'notes.txt')
  writeFileSync(path, 'no program')

  expect(await vtpassSimulator(['exec', '--', path]).ended).toEqual({
    code: 126,
    signal: null,
    stdout: '',
    stderr: `vtpass-simulator: "${path}" is no program, or one that may not be run\n`,
  })
})

it.each(['exec', 'exec --', 'exec -- ', 'exec --wallet 5', 'exec --wallet 5 --'])(
  '"%s" without a command ends with 2 and one line',
  async (line) => {
    expect(await vtpassSimulator(line.split(' ')).ended).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: 'vtpass-simulator: exec needs a command: vtpass-simulator exec -- npm test\n',
    })
  },
)

describe('--fail-on-findings', () => {
  /** Buys the same airtime twice, under two request ids, though the first answer never came. */
  const losesMoney = (
    account = `{ 'api-key': process.env.VTPASS_API_KEY, 'secret-key': process.env.VTPASS_SECRET_KEY }`,
  ) => `
    const day = new Date(Date.now() + 3_600_000).toISOString().replace(/\\D/g, '').slice(0, 12)
    const buy = (id, headers) => fetch(process.env.VTPASS_BASE_URL + '/pay', {
      method: 'POST',
      headers: { ...${account}, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ request_id: day + id, serviceID: 'mtn', amount: 100, phone: '08011111111' }),
    }).catch(() => {})
    const control = (path, body) => fetch(new URL('/_simulator/' + path, process.env.VTPASS_BASE_URL), {
      method: 'POST', body, headers: { authorization: 'Bearer ' + process.env.SIMULATOR_CONTROL_TOKEN },
    })
    const lose = async () => {
      await buy('k3nf8a2qx', { 'x-simulator-scenario': 'delivered-but-unheard' })
      await buy('z7wm1p9dv', {})
    }
  `
  const lose = ['--duplicate-window', '0', '--fail-on-findings']

  it('turns what the command did wrong into exit code 1, and says what it was', async () => {
    const { code, stdout, stderr } = await exec(
      `${losesMoney()}lose().then(() => console.log('passed'))`,
      {},
      lose,
    ).ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'passed\n' })
    expect(stderr).toContain('bought-again-while-in-doubt')
    expect(stderr).toContain('k3nf8a2qx')
  })

  it('is off unless it is asked for', async () => {
    const { code, stderr } = await exec(`${losesMoney()}lose()`, {}, ['--duplicate-window', '0']).ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('leaves out what is to be ignored', async () => {
    const ignored = ['bought-again-while-in-doubt', 'never-requeried'].flatMap((name) => [
      '--ignore-finding',
      name,
    ])
    const { code, stderr } = await exec(`${losesMoney()}lose()`, {}, [...lose, ...ignored]).ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it.each(['reset', 'accounts/default/reset'])(
    'sees what was done before POST /_simulator/%s',
    async (path) => {
      const script = `${losesMoney()}lose().then(() => control('${path}'))`
      expect(await exec(script, {}, lose).ended).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('bought-again-while-in-doubt'),
      })
    },
  )

  it('sees what was done in an account that was deleted since, and takes the token', async () => {
    const script = `${losesMoney('keys')}
      let keys
      const run = async () => {
        const { id, apiKey, secretKey } = await (await control('accounts', '{"duplicateWindow":0}')).json()
        keys = { 'api-key': apiKey, 'secret-key': secretKey }
        await lose()
        await fetch(new URL('/_simulator/accounts/' + id, process.env.VTPASS_BASE_URL), {
          method: 'DELETE', headers: { authorization: 'Bearer ' + process.env.SIMULATOR_CONTROL_TOKEN },
        })
      }
      run()`
    const { code, stderr } = await exec(script, {}, ['--fail-on-findings', '--control-token', 'long-enough'])
      .ended
    expect(code).toBe(1)
    expect(stderr).toContain('account account-1')
  })

  it('does not pass what its journal had no room for', async () => {
    const script = `${printBalance};${printBalance}`
    const { code, stderr } = await exec(script, {}, ['--fail-on-findings', '--journal-size', '1']).ended
    expect(code).toBe(1)
    expect(stderr).toContain('the journal of account default has dropped exchanges')
  })

  it('keeps the exit code of a command that fails by itself', async () => {
    expect((await exec(`${losesMoney()}lose().then(() => process.exit(3))`, {}, lose).ended).code).toBe(3)
  })

  it('passes a command that does nothing wrong', async () => {
    expect(await exec(printBalance, {}, lose).ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('a finding that there is none of is told with those that there are', async () => {
    const { code, stderr } = await exec(printBalance, {}, ['--ignore-finding', 'nothing']).ended
    expect(code).toBe(2)
    expect(stderr).toContain('--ignore-finding is "nothing"; it must be one of bought-again-while-in-doubt')
  })
})

describe('--coverage-threshold', () => {
  /** Each outcome in an account of its own, which is gone at the end: deleted, or reset. */
  const buys = (...outcomes: readonly string[]) => `
    const day = new Date(Date.now() + 3_600_000).toISOString().replace(/\\D/g, '').slice(0, 12)
    const control = async (method, path, body) => (await fetch(
      new URL('/_simulator/accounts' + path, process.env.VTPASS_BASE_URL), { method, body },
    )).text()
    const buy = async (scenario, number) => {
      const { id, apiKey, secretKey } = JSON.parse(await control('POST', ''))
      await fetch(process.env.VTPASS_BASE_URL + '/pay', {
        method: 'POST',
        headers: {
          'api-key': apiKey, 'secret-key': secretKey, 'content-type': 'application/json',
          'x-simulator-scenario': scenario,
        },
        body: JSON.stringify({
          request_id: day + 'k3nf8a2qx' + scenario, serviceID: 'mtn', amount: 100, phone: '08011111111',
        }),
      }).then((answer) => answer.text(), () => {})
      if (number % 2 === 0) await control('DELETE', '/' + id)
      else await control('POST', '/' + id + '/reset')
    }
    const bought = Promise.all(${JSON.stringify(outcomes)}.map(buy))
  `
  const threshold = (percent: number) => ['--coverage-threshold', `${percent}`]

  it('turns too little into exit code 1, and says what was never met', async () => {
    const { code, stdout, stderr } = await exec(
      `${buys('delivered', 'failed')} bought.then(() => console.log('passed'))`,
      {},
      threshold(80),
    ).ended

    expect({ code, stdout }).toEqual({ code: 1, stdout: 'passed\n' })
    expect(stderr.split('\n').slice(0, 6)).toEqual([
      '',
      'vtpass-simulator: 9.1 % of the outcomes that can cost money were met, 2 of 22; --coverage-threshold asks for 80 %',
      '',
      'Never met, and how to meet it:',
      '',
      '  ✗ pending                  pay with x-simulator-scenario: pending',
    ])
    expect(stderr).not.toMatch(/✗ (delivered|failed) /)
  })

  it('passes what all accounts met together', async () => {
    expect(await exec(buys('delivered', 'failed', 'pending'), {}, threshold(13.6)).ended).toMatchObject({
      code: 0,
      stderr: '',
    })
  })

  it('counts what was met, not what is told: 18.18 is told as 18.2, and is fewer than 18.19', async () => {
    const script = buys('delivered', 'failed', 'pending', 'unexpected-099')
    expect((await exec(script, {}, threshold(18.19)).ended).stderr).toContain('18.2 % of the outcomes')
  })

  it('counts the tests of vitest’s fixture', async () => {
    const examples = fileURLToPath(new URL('../docs/examples', import.meta.url))
    const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
    const suite = [process.execPath, vitest, 'run', 'vitest.test.ts', '--root', examples]
    const { code, stderr } = await vtpassSimulator(['exec', ...threshold(80), '--', ...suite]).ended

    expect(code).toBe(1)
    expect(stderr).toContain(
      'vtpass-simulator: 18.2 % of the outcomes that can cost money were met, 4 of 22;',
    )
  })

  it('nothing bought is nothing met', async () => {
    expect(await exec('', {}, threshold(1)).ended).toMatchObject({
      code: 1,
      stderr:
        '\nvtpass-simulator: nothing was bought, which covers 0 % of what can cost money; --coverage-threshold asks for 1 %\n',
    })
    expect(await exec('', {}, threshold(0)).ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('a purchase that the command did not wait for was not heard', async () => {
    const script = `
      const day = new Date(Date.now() + 3_600_000).toISOString().replace(/\\D/g, '').slice(0, 12)
      const headers = {
        'api-key': process.env.VTPASS_API_KEY, 'secret-key': process.env.VTPASS_SECRET_KEY,
        'content-type': 'application/json',
      }
      const body = { request_id: day + 'k3nf8a2qx', serviceID: 'mtn', amount: 100, phone: '300000000000' }
      fetch(process.env.VTPASS_BASE_URL + '/pay', { method: 'POST', headers, body: JSON.stringify(body) })
      const look = async () => {
        const path = new URL('/_simulator/transactions', process.env.VTPASS_BASE_URL)
        return (await (await fetch(path)).json()).total === 1 ? process.exit(0) : look()
      }
      look()
    `
    expect(await exec(script, {}, threshold(4.5)).ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('keeps the exit code of a command that fails by itself', async () => {
    expect((await exec('process.exit(3)', {}, threshold(80)).ended).code).toBe(3)
  })

  it('stands beside --fail-on-findings: either fails it, and both are told', async () => {
    const options = [...threshold(80), '--fail-on-findings']
    const { code, stderr } = await exec(buys('delivered-but-unheard'), {}, options).ended

    expect(code).toBe(1)
    expect(stderr).toMatch(/what the command did wrong.*never-requeried.*4\.5 % of the outcomes/s)

    const fewer = ['--coverage-threshold', '4', '--fail-on-findings']
    expect((await exec(buys('delivered-but-unheard'), {}, fewer).ended).code).toBe(1)
    expect((await exec(buys('delivered'), {}, options).ended).stderr).not.toContain('did wrong')
  })

  it.each(['abc', '-1', '101', '100.1', '80%', '1e1', ''])('"%s" is told in one line', async (value) => {
    expect(await exec('', {}, ['--coverage-threshold', value]).ended).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `vtpass-simulator: --coverage-threshold is "${value}"; it must be a number from 0 to 100, like 80\n`,
    })
  })
})

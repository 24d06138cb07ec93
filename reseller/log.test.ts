import { expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { createLog, createReport, secretsIn, silent } from './log.ts'
import { inTrace } from './observe/trace.ts'

function lines(level: 'debug' | 'info' | 'error', secrets: readonly string[] = []) {
  const written: string[] = []
  const log = createLog({ level, secrets }, { write: (line) => void written.push(line) })
  return { log, written, read: () => written.map((line) => JSON.parse(line)) }
}

it('writes a line of JSON with its level, its time and its name', () => {
  const { log, read } = lines('info')
  log.info({ reference: 'abc' }, 'VTpass was asked')
  expect(read()).toEqual([
    { level: 'info', time: expect.any(String), name: 'reseller', reference: 'abc', msg: 'VTpass was asked' },
  ])
})

it('writes nothing below its level', () => {
  const { log, written } = lines('error')
  log.info({}, 'a')
  log.warn({}, 'b')
  expect(written).toEqual([])
})

it('names the request that is under way, in what it awaits as well', async () => {
  const { log, read } = lines('info')
  await Promise.all(
    ['one', 'two'].map((id) =>
      inTrace(id, async () => {
        await Promise.resolve()
        log.info({ of: id }, 'later')
      }),
    ),
  )
  log.info({}, 'nobody asked')
  expect(read().map(({ of, request }) => [of, request])).toEqual([
    ['one', 'one'],
    ['two', 'two'],
    [undefined, undefined],
  ])
})

it('reports an error with its stack, where it was, and without secrets', () => {
  const { log, read, written } = lines('info', ['SK_sandbox_71f0'])
  const cause = Object.assign(new Error('key SK_sandbox_71f0 refused'), {
    headers: { 'secret-key': 'SK_sandbox_71f0' },
  })
  createReport(log)(cause, 'GET /api/v1/wallet')
  expect(read()).toMatchObject([
    {
      level: 'error',
      where: 'GET /api/v1/wallet',
      err: { message: 'key [redacted] refused', stack: expect.stringContaining('log.test.ts') },
    },
  ])
  expect(written.join('')).not.toContain('71f0')
})

it('keeps every secret of the configuration out of every line', () => {
  const environment = {
    JWT_SECRET: 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9',
    VTPASS_BASE_URL: 'https://sandbox.vtpass.com/api',
    VTPASS_API_KEY: 'a1b2c3d4e5f6',
    VTPASS_PUBLIC_KEY: 'PK_f6e5d4c3b2a1',
    VTPASS_SECRET_KEY: 'SK_0f1e2d3c4b5a',
    DATABASE_URL: 'postgres://ada:correct%20horse@db.example/reseller',
  }
  const config = readConfig(environment)
  const { log, written } = lines('info', secretsIn({ ...config, databaseUrl: environment.DATABASE_URL }))
  log.info({ environment }, Object.values(environment).join(' '))
  log.error({ err: new Error('correct horse') }, 'decoded')
  const { VTPASS_BASE_URL: shown, ...hidden } = environment
  for (const secret of [...Object.values(hidden), 'correct horse', 'correct%20horse']) {
    expect(written.join('')).not.toContain(secret)
  }
  expect(written.join('')).toContain(shown)
})

it('has a log that says nothing', () => {
  expect(() => silent.error({}, 'nobody hears')).not.toThrow()
})

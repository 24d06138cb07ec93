import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { run } from '../../test/command.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

function chaos(...args: string[]) {
  return run(process.execPath, [main, ...args]).ended
}

it('customers, ledger and VTpass agree after ten kills of a reseller and three of PostgreSQL', async () => {
  const { code, stdout, stderr } = await chaos(
    ...['--purchases', '300', '--seed', '4', '--crash-every', '4', '--kills', '10', '--crashes', '3'],
  )
  expect(stdout, stderr).toContain('Customers, ledger and VTpass agree to the kobo.')
  expect(code).toBe(0)
  const count = (what: string) => Number(new RegExp(`^ *${what} +(\\d+)$`, 'm').exec(stdout)?.[1])
  expect(count('purchases wanted')).toBe(300)
  expect(count('kill -9 of a reseller')).toBeGreaterThanOrEqual(10)
  expect(count('kill -9 of PostgreSQL')).toBeGreaterThanOrEqual(3)
  expect(count('differences')).toBe(0)
}, 240_000)

it('a reseller that does not start is one clear line', async () => {
  const { code, stdout, stderr } = await chaos('--purchases', '1', '--reseller', '/nowhere/main.ts')
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^chaos: the reseller does not start: .*Cannot find module '\/nowhere\/main\.ts'/ms)
}, 60_000)

it('tells what it takes', async () => {
  expect(await chaos('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--purchases N') })
  expect(await chaos('--purchases', 'many')).toMatchObject({
    code: 1,
    stderr: 'chaos: --purchases is "many"; it must be a whole number from 1\n',
  })
})

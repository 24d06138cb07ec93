import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { run } from '../../test/command.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

const amount = (text: string | undefined) => Math.round(Number(text?.replaceAll(/[₦,]/g, '')) * 100)

/** The cells of the line that begins with this. */
function rowOf(stdout: string, name: string): string[] {
  const line = stdout.split('\n').find((each) => each.startsWith(name)) ?? ''
  return line.split(/ {2,}/)
}

it('tells where every kobo went, and leaves nothing behind', async () => {
  const before = await leftovers()
  const { code, stdout, stderr } = await run(process.execPath, [main]).ended
  expect([code, stderr]).toEqual([0, ''])

  const told = ['08011111111', '201000000000', '500000000000', '400000000000', '300000000000', '08012345678']
  expect(told.map((recipient) => rowOf(stdout, recipient).slice(2, 4))).toEqual([
    ['delivered', 'delivered'],
    ['processing', 'delivered'],
    ['processing', 'failed'],
    ['processing', 'delivered'],
    ['processing', 'delivered'],
    ['Transaction failed with code: 016', 'failed'],
  ])

  const [, held, captured, released] = rowOf(stdout, 'together').map(amount)
  expect(held).toBe(1_086_400)
  expect((captured ?? 0) + (released ?? 0)).toBe(held)
  const places = ['main wallet', 'cashback wallet', 'held  ', 'VTpass, for', 'the house']
  const [, where = ''] = stdout.split(/^Where the ₦50,000.00/m)
  const sums = places.map((place) => amount(rowOf(where, place)[1]))
  expect(sums.reduce((total, each) => total + each, 0)).toBe(5_000_000)
  const [, ledger, vtpass] = rowOf(stdout, 'VTpass, for')
  expect(ledger).toBe(vtpass)
  expect(await leftovers()).toEqual(before)
}, 60_000)

it.skipIf(process.platform === 'win32')(
  'ends on Ctrl-C, and leaves nothing behind',
  async () => {
    const before = await leftovers()
    const command = run(process.execPath, [main])
    await expect.poll(leftovers, { timeout: 20_000 }).not.toEqual(before)
    command.process.kill('SIGINT')
    expect(await command.ended).toMatchObject({ code: 130, stdout: '' })
    expect(await leftovers()).toEqual(before)
  },
  60_000,
)

it('takes no options', async () => {
  const { code, stdout } = await run(process.execPath, [main, '--fast']).ended
  expect(code).toBe(1)
  expect(stdout).toContain('npm run demo')
})

async function leftovers(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('reseller-demo-'))
}

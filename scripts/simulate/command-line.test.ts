import { expect, it } from 'vitest'
import { commandFor } from '../../reseller/simulation/report.ts'
import { readCommandLine } from './command-line.ts'

it.each([
  [[], { seeds: 500, seed: null, crash: 'as the seed says', isTraced: false }],
  [['--seeds', '20', '--seed', '7', '--trace'], { seeds: 20, seed: 7, isTraced: true }],
  [['--seed', '7'], { seeds: 1, seed: 7 }],
  [['--die-at', 'never'], { crash: 'never' }],
])('reads %j', (args, expected) => {
  expect(readCommandLine(args)).toMatchObject(expected)
})

it.each([
  ['--seed', 'x'],
  ['--seeds', '-1'],
  ['--sed', '1'],
])('refuses %s %s', (...args) => {
  expect(() => readCommandLine(args)).toThrow(TypeError)
})

it('reads the command that a report prints as the schedule that broke', () => {
  const staging = { seed: 12, crash: { label: 'worker settle_purchase: committed' } }
  const [, args = ''] = commandFor(staging).split(' -- ')
  const words = [...args.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  expect(readCommandLine(words)).toMatchObject({ seeds: 1, ...staging })
})

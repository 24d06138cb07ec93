import { expect, it } from 'vitest'
import { objectionTo, readRun } from './run.ts'

const operations = ['GET /accounts', 'PATCH /accounts/{id}']
const passed = (operation: string) => `Scenario: ${operation} -> 200 with a request where X has SUCCEEDED`
const failed = (operation: string) => `Scenario: ${operation} -> 200 has FAILED`
const told = (failures: number) =>
  `Tests run: 3, Successes: ${3 - failures}, Failures: ${failures}, WIP: 0, Errors: 0`

const well = [passed('GET /accounts'), passed('PATCH /accounts/(id:string)'), told(0)].join('\n')
const broken = [passed('GET /accounts'), failed('PATCH /accounts/(id:string)'), told(1)].join('\n')

it('a run tells which operations were asked, and which failed', () => {
  const run = readRun(broken, 0)
  expect([...run.asked]).toEqual(operations)
  expect([...run.failed]).toEqual(['PATCH /accounts/{id}'])
  expect(run.said).toBe(told(1))
})

it('a run in which every operation passed is a proof', () => {
  expect(objectionTo(readRun(well, 0), operations, [])).toBeNull()
})

it.each([
  ['a failure', broken, 0, [], 'failed: PATCH /accounts/{id}'],
  ['an exit code', well, 1, [], 'ended with 1: Tests run: 3'],
  ['a failure that no line tells of', well.replace('Failures: 0', 'Failures: 1'), 0, [], 'Failures: 1'],
  ['an error', well.replace('Errors: 0', 'Errors: 2'), 0, [], 'Errors: 2'],
  ['nothing', '', 0, [], 'no test ran; is Java 17 installed?'],
  ['an operation that was not asked', `${passed('GET /accounts')}\n${told(0)}`, 0, [], 'never asked: PATCH'],
  ['a mistake that was not noticed', well, 0, ['GET /accounts'], 'broken, and not noticed: GET /accounts'],
  ['a failure beside the mistake', broken, 1, ['GET /accounts'], 'failed: PATCH /accounts/{id}'],
  ['nothing, where a mistake was planted', '', 1, operations, 'no test ran'],
])('%s is none', (_, output, exitCode, mistakes, objection) => {
  expect(objectionTo(readRun(output, exitCode), operations, mistakes)).toContain(objection)
})

it('a run that fails where it was broken, and nowhere else, is a proof too', () => {
  expect(objectionTo(readRun(broken, 1), operations, ['PATCH /accounts/{id}'])).toBeNull()
})

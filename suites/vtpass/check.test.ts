import { expect, it, onTestFinished } from 'vitest'
import { simulatorInMemory, simulatorOverSocket } from '../targets/simulator-target.ts'
import { LimitReached, type VtpassAnswer, type VtpassTarget } from '../targets/target.ts'
import { targetWithAnswers } from './changed-answers.test-support.ts'
import { checkVtpass, listVtpassCases } from './check.ts'

const only = ['lists-categories', 'verifies-a-smartcard']

/** A target that says another code for a category list than it should. */
function wrongTarget(change: Partial<VtpassTarget> = {}): VtpassTarget {
  const wrong = (answer: VtpassAnswer) => ({ ...answer, text: answer.text.replace('"000"', '"001"') })
  return { ...targetWithAnswers(simulatorInMemory(), wrong), ...change }
}

it('the simulator in memory is as VTpass’s pages say, in every field', async () => {
  const { cases, score } = await checkVtpass(simulatorInMemory())

  expect(cases.flatMap(({ name, problems }) => problems.map((problem) => ({ name, ...problem })))).toEqual([])
  expect(cases.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  expect(cases).toHaveLength(listVtpassCases().length)
  expect(score?.asExpected).toBe(score?.fields)
  expect(score?.fields).toBeGreaterThan(15_000)
})

it('the simulator over a socket is the same', async () => {
  const target = await simulatorOverSocket()
  onTestFinished(() => target.stop())
  const { cases } = await checkVtpass(target)

  expect(cases.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
})

it('no two cases have one name', () => {
  const names = listVtpassCases().map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([])
})

it('runs the cases that are asked for, and tells each when it is done', async () => {
  const told: string[] = []
  const { cases } = await checkVtpass(simulatorInMemory(), { only, onCase: ({ name }) => told.push(name) })
  expect(cases.map(({ name }) => name)).toEqual(only)
  expect(told).toEqual(only)
})

it('the same seed asks the same, another seed other request ids', async () => {
  const asked = async (seed: number) => {
    const { cases } = await checkVtpass(simulatorInMemory(), { seed, only: ['sells-mtn-1'] })
    return cases[0]?.exchanges
  }
  expect(await asked(5)).toEqual(await asked(5))
  expect(await asked(5)).not.toEqual(await asked(6))
})

it('says which field differs, and which row of the fidelity page that refutes', async () => {
  const { cases, score } = await checkVtpass(wrongTarget(), { only: ['lists-categories'] })

  expect(cases[0]).toMatchObject({
    outcome: 'failed',
    problems: [
      {
        field: 'response_description',
        expected: '"000"',
        actual: '"001"',
        fidelity: { row: '/service-categories · List the categories', verdict: 'refutes' },
      },
    ],
  })
  expect(score).toEqual({ fields: 27, asExpected: 26 })
})

it('an answer that was seen elsewhere confirms the row that says so', async () => {
  const lax = simulatorInMemory({ account: { requestIdDate: 'ignored' } })
  const { cases } = await checkVtpass(lax, { only: ['refuses-request-id-of-yesterday'] })

  expect(cases[0]?.problems[0]?.fidelity).toEqual({
    row: 'request_id · Once seen: the sandbox let an undated id through. The setting `requestIdDate: ignored` does so.',
    verdict: 'confirms',
  })
})

it('an exempted case that fails is skipped, with its reason', async () => {
  const exemptions = [{ case: 'lists-categories', reason: 'it says 001' }]
  const { cases } = await checkVtpass(wrongTarget({ exemptions }), { only: ['lists-categories'] })
  expect(cases[0]).toMatchObject({ outcome: 'skipped', reason: 'it says 001', problems: [] })
})

it('an exempted case that passes fails the run', async () => {
  const exemptions = [{ case: 'lists-categories', reason: 'it says 001' }]
  const { cases } = await checkVtpass({ ...simulatorInMemory(), exemptions }, { only: ['lists-categories'] })
  expect(cases[0]).toMatchObject({
    outcome: 'failed',
    problems: [{ actual: 'it passes; take the exemption away' }],
  })
})

it('an exemption from a case that does not exist is told', async () => {
  const exemptions = [{ case: 'lists-everything', reason: 'x' }]
  await expect(checkVtpass({ ...simulatorInMemory(), exemptions })).rejects.toThrow('"lists-everything"')
  await expect(checkVtpass(simulatorInMemory(), { only: ['nothing'] })).rejects.toThrow('"nothing"')
})

it('what a target cannot do is skipped, with the reason that it declares', async () => {
  const { 'own-clock': _clock, ...abilities } = simulatorInMemory().abilities
  const target = { ...simulatorInMemory(), abilities, cannot: { 'own-clock': 'its clock is on the wall' } }
  const { cases } = await checkVtpass(target, { only: ['counts-days-in-lagos'] })
  expect(cases[0]).toMatchObject({ outcome: 'skipped', reason: 'its clock is on the wall', exchanges: [] })
})

it('what a target declares that it cannot do, and can, fails the run', async () => {
  const target = { ...simulatorInMemory(), cannot: { 'own-clock': 'its clock is on the wall' } }
  const { cases } = await checkVtpass(target, { only: ['refuses-a-locked-account', 'counts-days-in-lagos'] })
  expect(cases.map(({ outcome }) => outcome)).toEqual(['passed', 'failed'])
})

it('a target that lacks something and does not say why is a mistake', async () => {
  const target = { ...simulatorInMemory(), abilities: {} }
  await expect(checkVtpass(target, { only: ['counts-days-in-lagos'] })).rejects.toThrow('does not say why')
})

it('what was not reached is skipped, and what was found until then is not forgotten', async () => {
  const limited = (target: VtpassTarget, calls: number): VtpassTarget => {
    let left = calls
    const ask: VtpassTarget['ask'] = async (request) => {
      if (left === 0) throw new LimitReached('the limit of 2 calls is reached')
      left -= 1
      return target.ask(request)
    }
    return { ...target, ask, abilities: {}, cannot: {} }
  }
  const names = ['lists-categories', 'sells-mtn-1', 'verifies-a-smartcard']
  const right = await checkVtpass(limited(simulatorInMemory(), 2), { only: names })
  expect(right.cases.map(({ outcome }) => outcome)).toEqual(['passed', 'skipped', 'skipped'])
  const wrong = await checkVtpass(limited(wrongTarget(), 1), { only: names })
  expect(wrong.cases.map(({ outcome }) => outcome)).toEqual(['failed', 'skipped', 'skipped'])
})

it('is timed by the clock that is handed in', async () => {
  let now = Date.UTC(2026, 0, 5, 9)
  const wallClock = () => {
    now += 500
    return now
  }
  const report = await checkVtpass(simulatorInMemory(), { only, wallClock })
  expect(report.startedAt).toBe('2026-01-05T09:00:00.500Z')
  expect(report.cases[0]?.seconds).toBe(0.5)
  expect(report.seconds).toBe(2.5)
})

import { expect, it } from 'vitest'
import { checkVtpass } from '../vtpass/check.ts'
import { balanceDrift, drifts } from './drifts.test-support.ts'
import { remoteVtpass } from './remote-target.ts'
import { startStandIn } from './stand-in-process.test-support.ts'

it('every drift of a VTpass behind HTTPS is in the report, and nothing else is', {
  timeout: 60_000,
}, async () => {
  const standIn = await startStandIn()
  const report = await checkVtpass(remoteVtpass(standIn), { seed: 7 })
  const seen = report.cases.flatMap(({ name, problems }) => problems.map(({ field }) => `${name} ${field}`))
  const planted = [...drifts, balanceDrift].flatMap(({ seenAs }) =>
    seenAs.map(([name, field]) => `${name} ${field}`),
  )

  expect(drifts.length + 1).toBeGreaterThanOrEqual(12)
  expect(seen.sort()).toEqual(planted.sort())
})

it('a VTpass behind HTTPS that has not drifted passes all that can be asked of it, within the limits', {
  timeout: 60_000,
}, async () => {
  const standIn = await startStandIn('--unchanged')
  const target = remoteVtpass(standIn)
  const began = standIn.time.now()
  const { cases } = await checkVtpass(target)
  const reasons = new Set(cases.flatMap(({ reason }) => reason?.split('; ') ?? []))
  const counts = Map.groupBy(cases, ({ outcome }) => outcome)

  expect(cases.flatMap(({ problems }) => problems)).toEqual([])
  expect([...reasons].filter((reason) => !Object.values(target.cannot).includes(reason))).toEqual([])
  expect(counts.get('passed')?.length).toBeGreaterThan(300)
  // What VTpass's own time would be: the help says how long a run takes.
  expect(standIn.time.now() - began).toBeLessThan(60 * 60_000)
  const text = JSON.stringify(cases)
  for (const key of Object.values(standIn.keys)) expect(text).not.toContain(key)
})

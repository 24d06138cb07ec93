import { expect, it } from 'vitest'
import { simulatorInMemory } from '../targets/simulator-target.ts'
import { type Change, changes, placesOf, targetWithAnswers } from './changed-answers.test-support.ts'
import { checkVtpass } from './check.ts'
import { luckOf } from './luck.ts'

/** How many places every answer of every case has; 0 where none came. */
async function countPlaces(): Promise<ReadonlyMap<string, readonly number[]>> {
  const counts = new Map<string, readonly number[]>()
  let inCase: number[] = []
  const target = targetWithAnswers(simulatorInMemory(), (answer) => {
    inCase.push(answer.status === null ? 0 : placesOf(JSON.parse(answer.text)).length)
    return answer
  })
  await checkVtpass(target, {
    onCase: ({ name }) => {
      counts.set(name, inCase)
      inCase = []
    },
  })
  return counts
}

const counts = await countPlaces()
const rounds = [1, 2]

it.each(changes.flatMap((change) => rounds.map((round) => ({ change, round }))))(
  'one change in one answer is seen in every case: $change, round $round',
  async ({ change, round }) => {
    const luck = luckOf(round, change)
    const names = [...counts.keys()]
    const picks = names.map((name) => pick(counts.get(name) ?? [], luck.digits(6), luck.digits(6)))
    let [at, asked] = [0, -1]
    let path: string | null = null
    const unseen: string[] = []
    let changed = 0
    const target = targetWithAnswers(simulatorInMemory(), (answer) => {
      asked += 1
      const chosen = picks[at]
      if (asked !== chosen?.answer || answer.status === null) return answer
      const { body, changedAt } = changedBody(answer.text, chosen.place, change)
      path = changedAt
      return { ...answer, text: JSON.stringify(body) }
    })
    await checkVtpass(target, {
      onCase: ({ name, outcome }) => {
        if (path !== null) changed += 1
        if (path !== null && outcome !== 'failed')
          unseen.push(`${name}: answer ${picks[at]?.answer}, ${path}`)
        at += 1
        asked = -1
        path = null
      },
    })

    expect(unseen).toEqual([])
    expect(changed).toBeGreaterThan(names.length / 3)
  },
)

/** One answer of a case, and one place in it. */
function pick(places: readonly number[], one: string, other: string) {
  const answer = Number(one) % places.length
  return { answer, place: Number(other) % Math.max(places[answer] ?? 0, 1) }
}

function changedBody(text: string, at: number, change: Change): { body: unknown; changedAt: string | null } {
  const body: unknown = JSON.parse(text)
  const place = placesOf(body)[at]
  const wasChanged = place?.apply(change) ?? false
  return { body, changedAt: wasChanged ? (place?.path ?? null) : null }
}

it.each([{ status: 201 }, { contentType: 'text/html' }, { ms: 1 }])(
  'every case sees an answer with another %o',
  async (change) => {
    const target = targetWithAnswers(simulatorInMemory(), (answer) =>
      answer.status === null ? answer : { ...answer, ...change },
    )
    const { cases } = await checkVtpass(target)
    expect(cases.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name)).toEqual([])
  },
)

it('a target that never answers passes nothing', async () => {
  const silent = { status: null, contentType: '', allow: null, text: '', silence: 'fetch failed', ms: 0 }
  const { cases } = await checkVtpass(targetWithAnswers(simulatorInMemory(), () => silent))
  expect(cases.filter(({ outcome }) => outcome === 'passed')).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { type Clock, createManualClock } from './clock.ts'
import { type Dues, Timekeeper, WorldEnded } from './timekeeper.ts'

const NINE = Date.parse('2026-01-05T09:00:00Z')
const nothingDue: Dues = { next: () => undefined, runNext: () => {} }

function start(
  dues = nothingDue,
  base: Clock & Partial<ReturnType<typeof createManualClock>> = createManualClock(NINE),
) {
  const time = new Timekeeper(base, dues)
  const happened: string[] = []
  const note = (name: string) => () => {
    happened.push(`${name} at ${(time.now() - NINE) / 1000}`)
  }
  return { time, happened, note }
}

/** Long enough for whatever needs no clock. */
async function aMoment(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('a frozen clock', () => {
  it('stands still, whatever its base does', async () => {
    const base = createManualClock(NINE)
    const { time } = start(nothingDue, base)
    await time.move({ mode: 'frozen' })
    await base.advance(60_000)
    expect(time.now()).toBe(NINE)
  })

  it('lets what falls due happen in its order, each at its own moment', async () => {
    const { time, happened, note } = start()
    await time.move({ mode: 'frozen' })
    time.schedule(NINE + 30_000, note('c'))
    time.schedule(NINE + 10_000, note('a'))
    time.schedule(NINE + 10_000, note('b'))
    time.schedule(NINE + 30_001, note('never'))
    await time.move({ advanceMs: 30_000 })
    expect(happened).toEqual(['a at 10', 'b at 10', 'c at 30'])
    expect(time.now()).toBe(NINE + 30_000)
  })

  it('takes what an entry adds on the way in its turn', async () => {
    const { time, happened, note } = start()
    await time.move({ mode: 'frozen' })
    time.schedule(NINE + 10_000, () => time.schedule(NINE + 15_000, note('added')))
    time.schedule(NINE + 20_000, note('last'))
    await time.move({ advanceMs: 20_000 })
    expect(happened).toEqual(['added at 15', 'last at 20'])
  })

  it('waits until an entry has done its work', async () => {
    const { time, happened, note } = start()
    await time.move({ mode: 'frozen' })
    time.schedule(NINE + 1000, async () => {
      await aMoment()
      note('slow')()
    })
    time.schedule(NINE + 2000, note('next'))
    await time.move({ advanceMs: 5000 })
    expect(happened).toEqual(['slow at 1', 'next at 2'])
  })

  it('does at once what is due already', async () => {
    const { time, happened, note } = start()
    await time.move({ mode: 'frozen' })
    time.schedule(NINE, note('now'))
    await time.rest()
    expect(happened).toEqual(['now at 0'])
  })

  it('goes on from where it stood when it is real again', async () => {
    const base = createManualClock(NINE)
    const { time } = start(nothingDue, base)
    await time.move({ set: NINE + 86_400_000, mode: 'frozen' })
    await base.advance(5000)
    await time.move({ mode: 'real' })
    await base.advance(1000)
    expect(time.now()).toBe(NINE + 86_401_000)
  })
})

describe('a real clock', () => {
  it('follows its base, and may be ahead of it', async () => {
    const base = createManualClock(NINE)
    const { time } = start(nothingDue, base)
    await time.move({ advanceMs: 60_000 })
    await base.advance(1000)
    expect(time.now()).toBe(NINE + 61_000)
  })

  it('wakes for what falls due, by its own time', async () => {
    const base = createManualClock(NINE)
    const { time, happened, note } = start(nothingDue, base)
    await time.move({ advanceMs: 60_000 })
    time.schedule(NINE + 65_000, note('later'))
    time.schedule(NINE + 62_000, note('sooner'))
    await base.advance(2000)
    await aMoment()
    expect(happened).toEqual(['sooner at 62'])
    await base.advance(3000)
    await aMoment()
    expect(happened).toEqual(['sooner at 62', 'later at 65'])
  })

  it('may be set back, and what fell due by then has happened', async () => {
    const { time, happened, note } = start()
    time.schedule(NINE + 1000, note('a'))
    await time.move({ advanceMs: 2000 })
    await time.move({ set: NINE - 5000 })
    expect(time.now()).toBe(NINE - 5000)
    await time.move({ advanceMs: 10_000 })
    expect(happened).toEqual(['a at 1'])
  })
})

it('settlements go before what else falls due at the same moment', async () => {
  const dues = [NINE + 1000, NINE + 3000]
  const settled: number[] = []
  const { time, happened, note } = start({
    next: () => dues[0],
    runNext: () => {
      happened.push('settled')
      settled.push(dues.shift() ?? 0)
    },
  })
  await time.move({ mode: 'frozen' })
  time.schedule(NINE + 1000, note('a'))
  expect(time.next()).toBe(NINE + 1000)
  await time.move({ advanceMs: 2000 })
  expect(happened).toEqual(['settled', 'a at 1'])
  expect(time.next()).toBe(NINE + 3000)
})

describe('moves of several callers', () => {
  it('come one after another', async () => {
    const { time, happened, note } = start()
    await time.move({ mode: 'frozen' })
    time.schedule(NINE + 1000, note('a'))
    await Promise.all([time.move({ advanceMs: 1500 }), time.move({ advanceMs: 1500 })])
    expect(time.now()).toBe(NINE + 3000)
    expect(happened).toEqual(['a at 1'])
  })

  it('that go wrong keep nobody from the next', async () => {
    const { time } = start()
    await time.move({ mode: 'frozen' })
    time.schedule(NINE + 1000, () => Promise.reject(new Error('broken')))
    await expect(time.move({ advanceMs: 2000 })).rejects.toThrow('broken')
    await time.move({ set: NINE + 5000 })
    expect(time.now()).toBe(NINE + 5000)
  })
})

describe('reset', () => {
  it('cuts sleepers off and forgets what was due', async () => {
    const { time, happened, note } = start()
    await time.move({ set: NINE + 3_600_000, mode: 'frozen' })
    const sleeper = time.sleep(1000)
    time.schedule(NINE + 3_700_000, note('never'))
    time.reset()
    await expect(sleeper).rejects.toThrow(WorldEnded)
    expect([time.mode, time.now(), time.next()]).toEqual(['real', NINE, null])
    await time.move({ advanceMs: 7_200_000 })
    expect(happened).toEqual([])
  })

  it('ends a move that is under way', async () => {
    const { time, happened, note } = start()
    await time.move({ mode: 'frozen' })
    time.schedule(NINE + 1000, () => time.reset())
    time.schedule(NINE + 2000, note('never'))
    await time.move({ advanceMs: 5000 })
    expect([time.mode, time.now()]).toEqual(['real', NINE])
    expect(happened).toEqual([])
  })
})

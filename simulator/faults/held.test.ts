import { describe, expect, it } from 'vitest'
import { calls, hear, plainContext } from '../../test/callers.ts'
import { createManualClock } from '../clock.ts'
import { written } from '../wire/answer.ts'
import { type Fault, type Heard, strike } from './fault.ts'
import type { Line } from './line.ts'
import type { AnswerMoment } from './strike.ts'

const FIRST = 'the first half,'
const REST = ' and the second.'
const WHOLE = FIRST + REST
const answer = written(200, WHOLE)

const delay: Fault = { kind: 'fixed-delay', delayMs: 10_000 }
const dribble: Fault = { kind: 'chunked-dribble-delay', numberOfChunks: 3, totalMs: 30_000 }

describe.each(Object.entries(calls))('%s', (_name, call) => {
  /** Strikes with a clock that is moved by hand. */
  async function strikeSlowly(fault: Fault, moment: AnswerMoment) {
    const clock = createManualClock(0)
    const hangUp = new AbortController()
    const taken = Promise.withResolvers<{ line: Line; heard: Heard | Promise<Heard> }>()
    const answered = call((line) => {
      const struck = strike(fault, moment, answer, line, { ...plainContext, sleep: clock.sleep })
      taken.resolve({ line, heard: struck.heard })
      return struck
    }, hangUp.signal)
    // Not every test waits for its answer.
    answered.catch(() => {})
    const { line, heard } = await taken.promise
    const callerHangsUp = async () => {
      hangUp.abort()
      while (!line.isGone) await turns()
    }
    return { clock, answered, line, heard, callerHangsUp }
  }

  it('a delay lets nothing be heard until it is over', async () => {
    const { clock, answered, heard } = await strikeSlowly(delay, 'after-commit')
    const settled = watch(answered)
    await clock.advance(9_999)
    await turns()
    expect(settled.is).toBe(false)
    await clock.advance(1)
    expect(await (await answered).text()).toBe(WHOLE)
    expect(await heard).toBe('whole')
  })

  it('a delay in the middle lets the first half be heard at once', async () => {
    const { clock, answered, heard } = await strikeSlowly(delay, 'mid-answer')
    const read = readerOf(await answered)
    expect(await read()).toBe(FIRST)
    const rest = read()
    const settled = watch(rest)
    await clock.advance(9_999)
    await turns()
    expect(settled.is).toBe(false)
    await clock.advance(1)
    expect(await rest).toBe(REST)
    expect(await read()).toBe('the end')
    expect(await heard).toBe('whole')
  })

  it.each([
    ['after-commit', [], ['the first ', 'half, and ', 'the second.']],
    ['mid-answer', [FIRST], [' and ', 'the s', 'econd.']],
  ] as const)('a dribble %s sends each chunk when its time has come', async (moment, atOnce, chunks) => {
    const { clock, answered } = await strikeSlowly(dribble, moment)
    const read = readerOf(await answered)
    for (const piece of atOnce) expect(await read()).toBe(piece)
    for (const chunk of chunks) {
      const next = read()
      const settled = watch(next)
      await clock.advance(9_999)
      await turns()
      expect(settled.is).toBe(false)
      await clock.advance(1)
      expect(await next).toBe(chunk)
    }
    expect(await read()).toBe('the end')
  })

  it('whoever hangs up during a delay has heard nothing', async () => {
    const { clock, heard, callerHangsUp } = await strikeSlowly(delay, 'after-commit')
    await callerHangsUp()
    await clock.advance(10_000)
    expect(await heard).toBe('nothing')
  })

  it.each([
    [delay, 'mid-answer'],
    [dribble, 'after-commit'],
    [dribble, 'mid-answer'],
  ] as const)('whoever hangs up during $kind in the middle has heard a part', async (fault, moment) => {
    const { clock, answered, heard, callerHangsUp } = await strikeSlowly(fault, moment)
    const listening = hear(answered)
    await answered
    await callerHangsUp()
    await clock.advance(10_000)
    expect(await heard).toBe('part')
    expect(await listening).toMatchObject({ end: 'AbortError: This operation was aborted' })
  })

  it('whoever cancels the body has hung up', async () => {
    const { clock, answered, line, heard } = await strikeSlowly(delay, 'mid-answer')
    await (await answered).body?.cancel()
    while (!line.isGone) await turns()
    await clock.advance(10_000)
    expect(await heard).toBe('part')
  })

  it.each([delay, dribble, { kind: 'html-502' }, { kind: 'empty-response' }] as const)(
    'whoever has hung up before hears nothing of $kind',
    async (fault) => {
      const { line, callerHangsUp } = await strikeSlowly(delay, 'after-commit')
      await callerHangsUp()
      const struck = strike(fault, 'mid-answer', answer, line, plainContext)
      await Promise.allSettled([struck.response])
      expect(await struck.heard).toBe('nothing')
    },
  )

  it.each([
    [delay, 'after-commit', 'nothing', 'fetch failed: other side closed'],
    [delay, 'mid-answer', 'part', 'terminated: other side closed'],
    [dribble, 'after-commit', 'part', 'terminated: other side closed'],
  ] as const)('where its wait is cut off, so is $0.kind $1', async (fault, moment, heard, end) => {
    const sleep = () => Promise.reject(new Error('the world has ended'))
    const told = Promise.withResolvers<Heard>()
    const answered = call((line) => {
      const struck = strike(fault, moment, answer, line, { ...plainContext, sleep })
      told.resolve(struck.heard)
      return struck
    })
    expect(await hear(answered)).toMatchObject({ end })
    expect(await told.promise).toBe(heard)
  })
})

/** Whether a promise has been settled. */
function watch(promise: Promise<unknown>): { readonly is: boolean } {
  const settled = { is: false }
  const settle = () => {
    settled.is = true
  }
  promise.then(settle, settle)
  return settled
}

/** Lets everything happen that needs no time. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate)
}

/** Reads a body piece by piece. */
function readerOf(response: Response): () => Promise<string> {
  const reader = response.body?.getReader()
  return async () => {
    const read = await reader?.read()
    return read?.value === undefined ? 'the end' : Buffer.from(read.value).toString('latin1')
  }
}

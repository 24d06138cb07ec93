import { describe, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import type { Heard } from '../vtpass/heard.ts'
import { createUpstreamGuard, type GuardSettings } from './upstream-guard.ts'

const NOT_SENT: Heard = { kind: 'not-sent', why: 'connection refused' }
const LOST: Heard = { kind: 'lost', why: 'no whole answer in time' }
const answer = (httpStatus: number, code = '016'): Heard => ({
  kind: 'answer',
  httpStatus,
  contentType: 'application/json',
  body: { code, content: { errors: [] } },
})

/** A guard at noon that takes VTpass for down after 3, for 15 s, and asks for the balance each minute. */
function guardOf(settings: Partial<GuardSettings> = {}) {
  let millis = Date.UTC(2026, 0, 27, 12)
  const guard = createUpstreamGuard({ downAfter: 3, downForMs: 15_000, balanceEveryMs: 60_000, ...settings })
  const now = () => new Date(millis)
  const admit = (naira = 100) => guard.admit(kobo(naira * 100), now())
  const hear = (heard: Heard) => guard.heardOfPay(heard, 'reference', now())
  const begin = (naira = 100) => {
    const admission = admit(naira)
    if (admission.kind !== 'admitted') expect.fail(`refused: ${admission.why}`)
    return admission.over
  }
  return {
    admit,
    begin,
    hear,
    /** A whole purchase, of which this is heard. */
    buy(heard: Heard, naira = 100, isTaken = false) {
      const over = begin(naira)
      hear(heard)
      over(isTaken)
    },
    isDue: () => guard.isBalanceDue(now()),
    ask: () => guard.askedForBalance(now()),
    tell: (naira: number) => guard.toldBalance(kobo(naira * 100)),
    advance: (seconds: number) => {
      millis += seconds * 1000
    },
  }
}

const down = (retryAfterS: number) => ({ kind: 'refused', why: 'down', retryAfterS })
const low = { kind: 'refused', why: 'low-float', retryAfterS: 60 }
const admitted = { kind: 'admitted' }

describe('VTpass is known to be down', () => {
  it.each([
    ['connections that never came about', NOT_SENT],
    ['HTTP 500', answer(500, '083')],
    ['HTTP 502', answer(502)],
  ])('after three %s in a row, and not after two', (_name, heard) => {
    const { buy, admit } = guardOf()
    buy(heard)
    buy(heard)
    expect(admit()).toMatchObject(admitted)
    buy(heard)
    expect(admit()).toEqual(down(15))
  })

  it.each([200, 302, 401, 404, 429, 499])('an answer with HTTP %i ends the row', (httpStatus) => {
    const { buy, admit } = guardOf()
    for (let times = 0; times < 5; times += 1) {
      buy(NOT_SENT)
      buy(NOT_SENT)
      buy(answer(httpStatus))
    }
    expect(admit()).toMatchObject(admitted)
  })

  it('silence is no failure, however often, and ends no row of them', () => {
    const { buy, admit } = guardOf()
    for (let times = 0; times < 100; times += 1) buy(LOST)
    expect(admit()).toMatchObject(admitted)
    buy(NOT_SENT)
    buy(LOST)
    buy(NOT_SENT)
    buy(LOST)
    buy(NOT_SENT)
    expect(admit()).toEqual(down(15))
  })

  it('says when to come back', () => {
    const { buy, admit, advance } = guardOf()
    for (let times = 0; times < 3; times += 1) buy(NOT_SENT)
    advance(4.5)
    expect(admit()).toEqual(down(11))
    advance(10.499)
    expect(admit()).toEqual(down(1))
  })

  it('is found out by one purchase at a time, and an answer lets all others in', () => {
    const { buy, begin, hear, admit, advance } = guardOf()
    for (let times = 0; times < 3; times += 1) buy(NOT_SENT)
    advance(15)
    const over = begin()
    expect(admit()).toEqual(down(5))
    advance(3600)
    expect(admit()).toEqual(down(5))
    hear(answer(200))
    expect(admit()).toMatchObject(admitted)
    over(false)
    expect(admit()).toMatchObject(admitted)
    buy(NOT_SENT)
    buy(NOT_SENT)
    expect(admit()).toMatchObject(admitted)
  })

  it('goes on for as long again where that one fails', () => {
    const { buy, admit, advance } = guardOf()
    for (let times = 0; times < 3; times += 1) buy(NOT_SENT)
    for (let times = 0; times < 50; times += 1) {
      advance(15)
      buy(NOT_SENT)
      expect(admit()).toEqual(down(15))
    }
    advance(15)
    buy(answer(200))
    expect(admit()).toMatchObject(admitted)
  })

  it('is found out by the next at once, where that one learnt nothing or was never sent', () => {
    const { buy, begin, admit, advance } = guardOf()
    for (let times = 0; times < 3; times += 1) buy(NOT_SENT)
    advance(15)
    for (let times = 0; times < 5; times += 1) {
      buy(LOST)
      begin()(false)
    }
    buy(answer(200))
    expect(admit()).toMatchObject(admitted)
  })

  it('is not ended by the end of one that was sent before', () => {
    const { buy, begin, admit, advance } = guardOf()
    const overBefore = begin()
    for (let times = 0; times < 3; times += 1) buy(NOT_SENT)
    advance(15)
    begin()
    overBefore(true)
    expect(admit()).toEqual(down(5))
  })

  it('for no longer where the clock is put back', () => {
    const { buy, admit, advance } = guardOf()
    for (let times = 0; times < 3; times += 1) buy(NOT_SENT)
    advance(-3600)
    expect(admit()).toMatchObject(admitted)
  })

  it('never, where that is switched off', () => {
    const { buy, admit } = guardOf({ downAfter: 0 })
    for (let times = 0; times < 100; times += 1) buy(NOT_SENT)
    expect(admit()).toMatchObject(admitted)
  })
})

describe('the float', () => {
  it('is too low for nothing, as long as VTpass has told nothing', () => {
    const { buy, admit } = guardOf()
    for (let times = 0; times < 100; times += 1) buy(answer(200, '000'), 1_000_000, true)
    expect(admit(1_000_000_000)).toMatchObject(admitted)
  })

  it('is too low for what costs more than VTpass told', () => {
    const { admit, ask, tell } = guardOf()
    ask()
    tell(1000)
    expect(admit(1000.01)).toEqual(low)
    expect(admit(1000)).toMatchObject(admitted)
  })

  it('has less by what was sent since, and by what is under way', () => {
    const { begin, admit, ask, tell } = guardOf()
    ask()
    tell(1000)
    begin(300)(true)
    begin(300)
    expect(admit(400.01)).toEqual(low)
    begin(400)(true)
    expect(admit(0.01)).toEqual(low)
  })

  it('has no less by what VTpass refused', () => {
    const { begin, admit, ask, tell } = guardOf()
    ask()
    tell(1000)
    for (let times = 0; times < 10; times += 1) begin(1000)(false)
    expect(admit(1000)).toMatchObject(admitted)
  })

  it('that is told may or may not count what was under way: it counts as spent, until the next time', () => {
    const { begin, admit, ask, tell } = guardOf()
    begin(100)(true)
    const over = begin(300)
    ask()
    const overLater = begin(200)
    over(true)
    tell(1000)
    overLater(true)
    expect(admit(500.01)).toEqual(low)
    ask()
    tell(500)
    expect(admit(500)).toMatchObject(admitted)
  })

  it('that is told gets back what fails after it', () => {
    const { begin, admit, ask, tell } = guardOf()
    const over = begin(300)
    ask()
    const overLater = begin(200)
    tell(1000)
    over(false)
    overLater(false)
    expect(admit(1000)).toMatchObject(admitted)
  })

  it('is too low for everything after 018, until VTpass tells its balance again', () => {
    const { buy, admit, advance, ask, tell } = guardOf()
    ask()
    tell(1_000_000)
    buy(answer(200, '018'))
    expect(admit(0.01)).toEqual(low)
    advance(30)
    expect(admit(0.01)).toEqual(low)
    ask()
    tell(5000)
    expect(admit(5000.01)).toEqual(low)
    expect(admit(5000)).toMatchObject(admitted)
  })

  it('is still too low where the balance was asked for before 018 came', () => {
    const { buy, admit, advance, ask, tell } = guardOf()
    ask()
    advance(1)
    buy(answer(200, '018'))
    tell(1_000_000)
    expect(admit(1)).toEqual(low)
    advance(1)
    ask()
    tell(1_000_000)
    expect(admit(1)).toMatchObject(admitted)
  })

  it('018 with an HTTP error, or in silence, says nothing of it', () => {
    const { buy, admit } = guardOf()
    buy(answer(500, '018'))
    buy(LOST)
    expect(admit()).toMatchObject(admitted)
  })

  it('is forgotten after five minutes in which VTpass told nothing, so that one odd answer stops nothing for good', () => {
    const { buy, admit, advance, ask, tell } = guardOf()
    ask()
    tell(0)
    advance(299)
    expect(admit(1)).toEqual(low)
    advance(1)
    expect(admit(1)).toMatchObject(admitted)
    buy(answer(200, '018'))
    ask()
    advance(299)
    expect(admit(1)).toEqual(low)
    advance(1)
    expect(admit(1)).toMatchObject(admitted)
  })

  it('is not too low for long where the clock is put back', () => {
    const { buy, admit, advance, ask, tell } = guardOf()
    ask()
    tell(0)
    buy(answer(200, '018'), 0)
    advance(-3600)
    expect(admit(1)).toMatchObject(admitted)
  })

  it('never is, where the balance is not asked for', () => {
    const { buy, admit, isDue } = guardOf({ balanceEveryMs: 0 })
    buy(answer(200, '018'))
    expect(admit(1)).toMatchObject(admitted)
    expect(isDue()).toBe(false)
  })

  it('does not matter while VTpass is down', () => {
    const { buy, admit, ask, tell } = guardOf()
    for (let times = 0; times < 3; times += 1) buy(NOT_SENT)
    ask()
    tell(0)
    expect(admit()).toEqual(down(15))
  })
})

describe('the balance is due', () => {
  it('at first, and each minute', () => {
    const { isDue, ask, advance } = guardOf()
    expect(isDue()).toBe(true)
    ask()
    expect(isDue()).toBe(false)
    advance(59.999)
    expect(isDue()).toBe(false)
    advance(0.001)
    expect(isDue()).toBe(true)
  })

  it('within five seconds where a purchase waits for it', () => {
    const { isDue, ask, tell, admit, advance } = guardOf()
    ask()
    tell(0)
    advance(4)
    expect(admit(1)).toEqual(low)
    expect(isDue()).toBe(false)
    advance(1)
    expect(isDue()).toBe(true)
    ask()
    advance(5)
    expect(isDue()).toBe(false)
  })

  it('within five seconds of 018', () => {
    const { isDue, ask, buy, advance } = guardOf()
    ask()
    advance(5)
    expect(isDue()).toBe(false)
    buy(answer(200, '018'))
    expect(isDue()).toBe(true)
  })

  it('as often as it is set, where that is more often', () => {
    const { isDue, ask, advance } = guardOf({ balanceEveryMs: 1000 })
    ask()
    advance(1)
    expect(isDue()).toBe(true)
  })

  it('at once where the clock is put back', () => {
    const { isDue, ask, advance } = guardOf()
    ask()
    advance(-3600)
    expect(isDue()).toBe(true)
  })
})

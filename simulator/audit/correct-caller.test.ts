import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Answer,
  airtime,
  bouquet,
  type Caller,
  callerAt,
  delivered,
  duplicate,
  failed,
  garbled,
  namesFound,
  notFound,
  pending,
  processing,
  refusedWith,
  renewal,
  reversed,
  systemError,
  unheard,
  usedBefore,
} from './caller.test-support.ts'

/** How one purchase goes: what pay answers, what the requeries in between, and what the last one. */
interface Course {
  readonly pay: Answer
  readonly between: readonly Answer[]
  readonly end: Answer
  readonly sendsTwice: boolean
}

const lost = [
  unheard,
  garbled,
  (answer: Answer): Answer => ({ ...answer, heard: 'part', fault: 'connection-reset-by-peer' }),
  (answer: Answer): Answer => garbled(answer, 'unlisted-code'),
]

/** Answers that say nothing for certain, beside those that are lost. */
const unclear: Answer[] = [
  pending,
  processing,
  systemError,
  { code: '777' },
  { code: '001' },
  { code: '044' },
  { code: '000', status: 'initiated' },
]
const outcomes = [delivered, failed, reversed, { code: '091', record: 'failed' as const }]

const lostAnswer = fc.tuple(fc.constantFrom(...lost), fc.constantFrom(...outcomes, pending, systemError))
const doubtful = fc.oneof(
  fc.constantFrom(...unclear),
  lostAnswer.map(([lose, answer]) => lose(answer)),
)
const course: fc.Arbitrary<Course> = fc.record({
  pay: fc.oneof(doubtful, fc.constantFrom(...outcomes, refusedWith('018'), refusedWith('013'))),
  between: fc.array(doubtful, { maxLength: 5 }),
  end: fc.constantFrom(...outcomes, notFound),
  sendsTwice: fc.boolean(),
})

/** What a careful caller takes for the end of the matter, in the words of the page "Response Codes". */
function isFinal({ heard = 'whole', code, status }: Answer): boolean {
  if (heard !== 'whole') return false
  if (code === '000') return status === 'delivered'
  return ['016', '040', '091', '013', '018'].includes(code ?? '')
}

/** Buys, and asks until it knows. Whether anything was bought, and kept, is what it gives. */
function buy(
  caller: Caller,
  name: string,
  { pay, between, end, sendsTwice }: Course,
  pauseMinutes: number,
): boolean {
  caller.pay(name, pay)
  if (isFinal(pay)) return pay.record === 'delivered'
  if (sendsTwice) caller.pay(name, usedBefore)
  for (const answer of between) {
    caller.wait(pauseMinutes)
    caller.requery(name, answer)
    if (isFinal(answer)) return answer.record === 'delivered'
  }
  if (end.record !== undefined) caller.settle(name, end.record)
  caller.wait(pauseMinutes)
  caller.requery(name, end)
  // A first 015 may come too soon to be believed.
  if (end === notFound) caller.requery(name, end)
  return end.record === 'delivered'
}

it.each([
  ['a clock that stands still', 0],
  ['a minute between two calls', 1],
])(
  'a caller that asks until it knows, and buys again only what failed, is not found at fault: %s',
  (_, pause) => {
    fc.assert(
      fc.property(fc.array(course, { minLength: 1, maxLength: 6 }), (courses) => {
        const caller = callerAt()
        let isBought = false
        for (const [index, next] of courses.entries()) {
          // What was delivered is bought once more by the next customer, when the window of 019 is over.
          if (isBought) caller.wait(1)
          isBought = buy(caller, `n${index}x`, next, pause)
        }
        caller.wait(60)
        expect(namesFound(caller)).toEqual([])
      }),
      { seed: 20250310, numRuns: 500 },
    )
  },
)

it('a caller that trusts webhooks, after a look of its own or without one, is not found at fault', () => {
  for (const asks of [0, 1]) {
    const caller = callerAt()
    caller.pay('a', pending)
    if (asks > 0) caller.requery('a', pending)
    caller.wait(1)
    caller.settle('a', 'delivered')
    caller.webhook('a', {
      attempts: [caller.attempt({ status: 503, error: 'HTTP 503' }), caller.attempt({})],
    })
    caller.pay('b', delivered)
    expect(namesFound(caller)).toEqual([])
  }
})

it('a caller that takes 019 for a no is not found at fault', () => {
  const caller = callerAt()
  caller.pay('a', delivered)
  caller.pay('b', duplicate)
  caller.requery('b', refusedWith('019'))
  caller.wait(1)
  caller.pay('c', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a caller that verifies, and renews at the amount named, is not found at fault', () => {
  const caller = callerAt()
  caller.get('service-variations', { 'api-key': '[redacted]', 'public-key': '[redacted]' })
  caller.verify(bouquet, { Customer_Name: 'TEST METER', Renewal_Amount: 380 })
  caller.pay('a', delivered, { ...renewal, amount: '380' })
  caller.wait(1)
  caller.pay('b', delivered, { ...bouquet, subscriptionType: 'change' })
  expect(namesFound(caller)).toEqual([])
})

it('calls with wrong keys, on paths that there are not, and with bodies that cannot be read find nobody at fault', () => {
  const caller = callerAt()
  caller.unauthorized()
  caller.get('balance', {})
  caller.requery('never-bought', notFound)
  caller.pay('a', { code: null, httpStatus: 413 })
  caller.pay('b', { code: '011' }, {})
  caller.pay('c', delivered, airtime)
  expect(namesFound(caller)).toEqual([])
})

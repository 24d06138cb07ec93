import { expect, it } from 'vitest'
import {
  airtime,
  bouquet,
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
  reversed,
  systemError,
  unheard,
  usedBefore,
} from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

/** What was bought again, whatever else is found. */
const repeats = (caller: ReturnType<typeof callerAt>) =>
  namesFound(caller).filter((name) => name.startsWith('bought-again'))

it.each([
  ['was not heard', unheard(delivered)],
  ['was heard in part', { ...delivered, heard: 'part' as const }],
  ['was an HTML page', garbled(delivered)],
  ['is still being held', { ...pending, heard: 'waiting' as const }],
  ['said pending', pending],
  ['said 099', processing],
  ['said 083', systemError],
  ['said 001', refusedWith('001')],
  ['said 001, whatever the status', { code: '001', status: 'delivered', record: 'delivered' as const }],
  ['said 044', refusedWith('044')],
  ['had a code that no page lists', { code: '777', record: 'delivered' as const }],
  ['had a status that no page lists', { code: '000', status: 'queued', record: 'delivered' as const }],
  ['was HTTP 502, whatever it said', { ...delivered, httpStatus: 502 }],
])('buying again, when the answer %s, is the gravest finding', (_, answer) => {
  const caller = callerAt()
  caller.pay('a', answer)
  caller.pay('b', delivered)
  expect(findingsOf(caller.evidence())[0]).toMatchObject({
    name: 'bought-again-while-in-doubt',
    grade: 'critical',
    requestIds: [caller.idOf('a'), caller.idOf('b')],
  })
})

it.each([
  ['delivered', delivered],
  ['failed', failed],
  ['reversed', reversed],
  ['not processed', refusedWith('091')],
  ['refused for the balance', refusedWith('018')],
  ['refused for the keys', { code: '087', httpStatus: 401 }],
  ['refused by the simulator', { code: null, httpStatus: 400 }],
  ['delivered, in the wrong content type', garbled(delivered, 'wrong-content-type')],
])('buying again what is known to be %s is no mistake', (_, answer) => {
  const caller = callerAt()
  caller.pay('a', answer)
  caller.pay('b', delivered)
  expect(repeats(caller)).toEqual([])
})

it.each([
  ['another recipient', { ...airtime, recipient: '08022222222' }],
  ['another service', { ...airtime, serviceID: 'glo' }],
  ['another amount', { ...airtime, amount: '150' }],
])('buying for %s is not buying again', (_, order) => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.pay('b', delivered, order)
  expect(repeats(caller)).toEqual([])
})

it('the same amount may be written in two ways', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.pay('b', delivered, { ...airtime, amount: '100.00' })
  expect(repeats(caller)).toEqual(['bought-again-while-in-doubt'])
})

it('the same plan is the same purchase, whatever amount is sent with it', () => {
  const caller = callerAt()
  caller.pay('a', pending, { ...bouquet, amount: '410' })
  caller.pay('b', delivered, bouquet)
  caller.pay('c', delivered, { ...bouquet, variationCode: 'gotv-max' })
  expect(findingsOf(caller.evidence())[0]).toMatchObject({
    name: 'bought-again-while-in-doubt',
    requestIds: [caller.idOf('a'), caller.idOf('b')],
  })
})

it('a plan whose price is the amount sent is another purchase at another amount', () => {
  const smile = { serviceID: 'smile-direct', recipient: '08011111111', variationCode: 'airtime' }
  const caller = callerAt()
  caller.pay('a', pending, { ...smile, amount: '250' })
  caller.pay('b', delivered, { ...smile, amount: '500' })
  expect(repeats(caller)).toEqual([])
  caller.pay('c', delivered, { ...smile, amount: '250' })
  expect(repeats(caller)).toEqual(['bought-again-while-in-doubt'])
})

it('sending the same request id again is not buying again', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.pay('a', usedBefore)
  expect(repeats(caller)).toEqual([])
})

it.each([
  ['delivered', delivered],
  ['failed', failed],
  ['reversed', reversed],
  ['not processed', refusedWith('091')],
  ['refused as a duplicate', refusedWith('019')],
  ['delivered, with code 001', { code: '001', status: 'delivered' }],
])('a requery that says %s ends the doubt', (_, answer) => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.requery('a', answer)
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

it.each([
  ['says pending', pending],
  ['was not heard', unheard(delivered)],
  ['breaks down', systemError],
  ['is refused for the keys', { code: '087', httpStatus: 401 }],
  ['is refused for the address', refusedWith('027')],
])('a requery that %s leaves it in doubt', (_, answer) => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.requery('a', answer)
  caller.pay('b', delivered)
  expect(repeats(caller)).toEqual(['bought-again-while-in-doubt'])
})

it('one 015 right after the purchase ends no doubt: VTpass may not have it on record yet', () => {
  const caller = callerAt()
  caller.pay('a', systemError)
  caller.requery('a', notFound)
  caller.pay('b', delivered)
  expect(repeats(caller)).toEqual(['bought-again-while-in-doubt'])
})

it('a second 015 ends the doubt', () => {
  const caller = callerAt()
  caller.pay('a', systemError)
  caller.requery('a', notFound)
  caller.requery('a', notFound)
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a first 015 a minute after the purchase ends the doubt', () => {
  const caller = callerAt()
  caller.pay('a', unheard({ code: '000' }))
  caller.wait(1)
  caller.requery('a', notFound)
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a webhook that was acknowledged ends the doubt', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.webhook('a', { attempts: [caller.attempt({})] })
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a webhook that is acknowledged afterwards does not undo it', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.pay('b', delivered)
  caller.wait(1)
  caller.webhook('a', { attempts: [caller.attempt({})] })
  expect(namesFound(caller)).toEqual(['bought-again-while-in-doubt'])
})

it('several further purchases are one finding, which shows the exchanges', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.pay('b', pending)
  caller.requery('b', delivered)
  caller.pay('c', delivered)
  expect(findingsOf(caller.evidence())[0]).toMatchObject({
    detail: `Nobody knew what had become of ${caller.idOf('a')}, and the same thing was bought 2 times more with a new request_id.`,
    requestIds: [caller.idOf('a'), caller.idOf('b'), caller.idOf('c')],
    exchanges: [{ id: 1 }, { id: 2 }, { id: 4 }],
  })
})

it('a purchase that was refused bought nothing again', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.pay('b', refusedWith('018'))
  caller.unauthorized()
  expect(repeats(caller)).toEqual([])
  caller.pay('b', delivered)
  expect(repeats(caller)).toEqual(['bought-again-while-in-doubt'])
})

it('a webhook about its reversal does not take back what the first one told', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.webhook('a', { attempts: [caller.attempt({})] })
  caller.pay('b', delivered)
  caller.wait(5)
  caller.webhook('a', { attempts: [caller.attempt({})] })
  expect(namesFound(caller)).toEqual([])
})

it('sending the second again is not buying a third', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.pay('b', unheard(delivered))
  caller.pay('b', unheard(usedBefore))
  expect(findingsOf(caller.evidence())[0]).toMatchObject({
    detail: expect.stringContaining('was bought once more'),
    exchanges: [{ id: 1 }, { id: 2 }],
  })
})

it('buying again after 014 has a finding of its own', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.pay('a', usedBefore)
  caller.pay('b', delivered)
  expect(findingsOf(caller.evidence())[0]).toMatchObject({
    name: 'bought-again-after-014',
    grade: 'critical',
    exchanges: [{ id: 1 }, { id: 2 }, { id: 3 }],
  })
})

it('a 014 that was the first answer is passed over just the same, and so is a 089', () => {
  for (const code of ['014', '089']) {
    const caller = callerAt()
    caller.pay('a', refusedWith(code))
    caller.pay('b', delivered)
    expect(repeats(caller)).toEqual(['bought-again-after-014'])
  }
})

it('a requery after 014 tells what the request id has bought', () => {
  const caller = callerAt()
  caller.pay('a', unheard(failed))
  caller.pay('a', usedBefore)
  caller.requery('a', failed)
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a requery after 014 that tells nothing leaves it in doubt', () => {
  const caller = callerAt()
  caller.pay('a', usedBefore)
  caller.requery('a', pending)
  caller.pay('b', delivered)
  expect(repeats(caller)).toEqual(['bought-again-while-in-doubt'])
})

it('another request id after a 014 for one that is known to have bought something is no mistake', () => {
  const caller = callerAt()
  caller.pay('a', delivered)
  caller.pay('a', usedBefore)
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('buying again after 019, when the first is in doubt, has a finding of its own', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.pay('b', duplicate)
  caller.wait(1)
  caller.pay('c', delivered)
  expect(repeats(caller)).toEqual(['bought-again-while-in-doubt', 'bought-again-after-019'])
  expect(findingsOf(caller.evidence())[1]).toMatchObject({
    grade: 'critical',
    detail: `VTpass refused ${caller.idOf('b')} as a likely duplicate. Nobody asked what had become of the purchase before it, and the same thing was bought once more with a new request_id.`,
    exchanges: [{ id: 1 }, { id: 2 }, { id: 3 }],
  })
})

it('retrying 019 until it goes through is one finding', () => {
  const caller = callerAt()
  caller.pay('a', duplicate)
  caller.pay('b', duplicate)
  caller.pay('c', delivered)
  expect(namesFound(caller)).toEqual(['bought-again-after-019'])
})

it('a second purchase after a 019 is no mistake, when the first is known to be delivered', () => {
  const caller = callerAt()
  caller.pay('a', delivered)
  caller.pay('b', duplicate)
  caller.wait(1)
  caller.pay('c', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a second purchase after a 019 is no mistake, when the first was asked about', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered), { ...airtime, amount: '50' })
  caller.pay('b', duplicate)
  caller.requery('a', delivered)
  caller.pay('c', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a purchase after a 019 is no mistake, when the refused one was asked about', () => {
  const caller = callerAt()
  caller.pay('a', duplicate)
  caller.requery('a', refusedWith('019'))
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a 019 for another amount stands for another purchase', () => {
  const caller = callerAt()
  caller.pay('a', pending, { ...airtime, amount: '50' })
  caller.pay('b', duplicate)
  caller.wait(1)
  caller.pay('c', delivered)
  expect(repeats(caller)).toEqual([])
})

it('a 019 on command, and the same bought half a minute later, is no mistake', () => {
  const caller = callerAt()
  caller.pay('a', duplicate)
  caller.wait(0.5)
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

import { expect, it } from 'vitest'
import { airtime, bouquet, callerAt, delivered, failed, pending, unheard } from './caller.test-support.ts'
import { contradictions } from './contract.test-support.ts'
import { findingKinds, findingNames } from './finding-kinds.ts'
import { findingsOf } from './findings.ts'

it('the gravest come first, then the oldest', () => {
  const caller = callerAt()
  caller.get('balance', { 'secret-key': '[redacted]' })
  caller.pay('e', pending, { ...airtime, amount: '90' })
  caller.wait(1)
  caller.pay('a', unheard(failed), { ...airtime, amount: '50' })
  caller.pay('b', delivered, bouquet)
  caller.pay('c', unheard(delivered), { ...airtime, amount: '70' })
  caller.wait(1)
  caller.pay('d', unheard(delivered), { ...airtime, amount: '70' })
  const found = findingsOf(caller.evidence())
  expect(found.map(({ grade, name, exchanges }) => `${grade} ${name} ${exchanges[0]?.id}`)).toEqual([
    'critical never-requeried 2',
    'critical bought-again-while-in-doubt 5',
    'critical never-requeried 5',
    'critical never-requeried 6',
    'major never-requeried 3',
    'major bought-without-verification 4',
    'minor secret-key-on-get 1',
  ])
})

it('a finding has the title and the advice of its kind, and the exchanges in a line each', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  expect(findingsOf(caller.evidence())).toEqual([
    {
      name: 'never-requeried',
      grade: 'critical',
      title: findingKinds['never-requeried'].title,
      detail: expect.stringContaining('On record it is pending.'),
      advice: findingKinds['never-requeried'].advice,
      requestIds: ['202503101014k3v9x2m1a'],
      exchanges: [
        {
          id: 1,
          at: '2025-03-10T09:14:16.000Z',
          said: 'pay 202503101014k3v9x2m1a mtn ₦100 08011111111 → 000 pending, heard whole',
        },
      ],
      webhooks: [],
    },
  ])
})

it('findings conform to the contract', () => {
  const caller = callerAt()
  caller.get('balance', { 'secret-key': '[redacted]' })
  caller.pay('a', unheard(delivered), bouquet)
  caller.pay('b', delivered, bouquet)
  caller.webhook('a', { state: 'given-up', attempts: [caller.attempt({ status: 500, error: 'HTTP 500' })] })
  const evidence = caller.evidence()
  const items = findingsOf(evidence)
  expect(evidence.journal.flatMap((entry) => contradictions('JournalEntry', entry))).toEqual([])
  expect(evidence.transactions.flatMap((record) => contradictions('Transaction', record))).toEqual([])
  expect(evidence.webhooks.flatMap((webhook) => contradictions('Delivery', webhook))).toEqual([])
  expect(items.length).toBeGreaterThan(3)
  expect(contradictions('FindingList', { items, total: items.length, isComplete: true })).toEqual([])
})

it('there is a kind for every name of the contract', () => {
  expect(findingNames.flatMap((name) => contradictions('FindingName', name))).toEqual([])
  expect(findingNames).toHaveLength(14)
})

it('nothing was done, nothing is found', () => {
  expect(findingsOf(callerAt().evidence())).toEqual([])
})

it('a finding shows fifty exchanges at the most, and counts all', () => {
  const caller = callerAt()
  for (let sent = 0; sent < 60; sent += 1) caller.get('balance', { 'secret-key': '[redacted]' })
  const [finding] = findingsOf(caller.evidence())
  expect(finding?.exchanges).toHaveLength(50)
  expect(finding?.detail).toContain('60 GET requests')
})

it('the order of the journal is that of its ids', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.requery('a', delivered)
  const { journal } = caller.evidence()
  expect(findingsOf(caller.evidence({ journal: journal.toReversed() }))).toEqual([])
})

it.each([
  ['of one thing, all in doubt', 1],
  ['of many things', 5000],
])('ten thousand exchanges %s are read in less than a second', (_, things) => {
  const caller = callerAt()
  for (let index = 0; index < 5000; index += 1) {
    const amount = String(100 + (index % things))
    caller.pay(`n${index}x`, index % 2 === 0 ? unheard(delivered) : pending, { ...airtime, amount })
    caller.requery(`n${index}x`, pending)
  }
  const evidence = caller.evidence()
  const before = performance.now()
  findingsOf(evidence)
  expect(performance.now() - before).toBeLessThan(1000)
})

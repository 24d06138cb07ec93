import { expect, it } from 'vitest'
import { callerAt, delivered, namesFound, pending } from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

/** A purchase whose caller has asked, so that only the webhook may be found. */
const settledPurchase = () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.requery('a', delivered)
  return caller
}
const noAnswer = { status: null, body: null, error: 'connection refused' }
const broken = { status: 500, body: 'oops', error: 'the body is oops' }
const redirect = { status: 302, body: '', error: 'it redirects to /login' }
const wrongBody = { status: 200, body: '{"received":true}', error: 'the body is {"received":true}' }

it.each([
  ['nobody answered', noAnswer, 'connection refused'],
  ['was answered with an error', broken, 'HTTP 500, the body is oops'],
  ['was answered with a redirect', redirect, 'HTTP 302, it redirects to /login'],
])('a webhook that %s, and that is not sent any more, is found', (_, attempt, why) => {
  const caller = settledPurchase()
  caller.webhook('a', { state: 'given-up', attempts: [caller.attempt(attempt)] })
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'webhook-not-acknowledged',
      grade: 'major',
      detail: `Nobody took 1 webhook. The first was sent to http://127.0.0.1:3000/vtpass: ${why}.`,
      requestIds: [caller.idOf('a')],
      webhooks: ['webhook-1'],
    },
  ])
})

it('a webhook that is due again may yet be taken', () => {
  const caller = settledPurchase()
  const due = { state: 'due' as const, nextAttemptAt: '2025-03-10T09:15:16.000Z' }
  caller.webhook('a', { ...due, attempts: [caller.attempt(noAnswer)] })
  expect(namesFound(caller)).toEqual([])
})

it('a webhook that nobody has tried to send is not found, nor one that was acknowledged at last', () => {
  const caller = settledPurchase()
  caller.webhook('a', { state: 'given-up' })
  caller.webhook('a', { attempts: [noAnswer, broken, {}].map(caller.attempt) })
  expect(namesFound(caller)).toEqual([])
  caller.webhook('a', { state: 'given-up', attempts: [caller.attempt(broken)] })
  expect(findingsOf(caller.evidence())).toMatchObject([{ webhooks: ['webhook-3'] }])
})

it('a webhook that was answered with another body has a finding of its own, although it is due again', () => {
  const caller = settledPurchase()
  const due = { state: 'due' as const, nextAttemptAt: '2025-03-10T09:15:16.000Z' }
  caller.webhook('a', { ...due, attempts: [noAnswer, wrongBody].map(caller.attempt) })
  caller.webhook(null, { type: 'variations-update', attempts: [caller.attempt(wrongBody)] })
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'webhook-acknowledged-with-wrong-body',
      grade: 'minor',
      detail:
        'The answer to 2 webhooks acknowledged nothing. The first was sent to http://127.0.0.1:3000/vtpass: HTTP 200, the body is {"received":true}.',
      webhooks: ['webhook-1', 'webhook-2'],
    },
  ])
})

it('a purchase whose webhook was not acknowledged is in doubt as before', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.webhook('a', { state: 'given-up', attempts: [caller.attempt(wrongBody)] })
  expect(namesFound(caller)).toEqual(['never-requeried', 'webhook-acknowledged-with-wrong-body'])
})

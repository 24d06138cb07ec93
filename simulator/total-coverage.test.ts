import { expect, it } from 'vitest'
import { airtime, clientOf, MARCH_10, requestIdOf } from '../test/client.ts'
import { createManualClock } from './clock.ts'
import { createServed, type Served } from './simulator.ts'
import { TotalCoverage } from './total-coverage.ts'

interface Watched {
  readonly simulator: Served
  readonly total: TotalCoverage
}

function watched(): Watched {
  const total = new TotalCoverage()
  const options = { clock: createManualClock(MARCH_10), account: { duplicateWindow: 0 } }
  return { simulator: createServed(options, total), total }
}

function pay({ simulator }: Watched, account: Served['account'], scenario: string, name = scenario) {
  const { fetch } = simulator
  return clientOf({ account, fetch }).pay(airtime(name), { 'x-simulator-scenario': scenario })
}

/** What was met, with how often, of each product. */
function metIn(total: TotalCoverage): Record<string, Record<string, number>> {
  return Object.fromEntries(
    total
      .end()
      .map(({ serviceID, outcomes }) => [
        serviceID,
        Object.fromEntries(
          outcomes.filter(({ count }) => count > 0).map(({ outcome, count }) => [outcome, count]),
        ),
      ]),
  )
}

it('nothing was met where nothing was bought', () => {
  const { total } = watched()
  expect(total.end()).toEqual([])
})

it('accounts are counted together', async () => {
  const run = watched()
  await pay(run, await run.simulator.accounts.create(), 'delivered')
  await pay(run, await run.simulator.accounts.create(), 'failed')
  await pay(run, run.simulator.account, 'failed')

  expect(metIn(run.total)).toEqual({ mtn: { delivered: 1, failed: 2 } })
})

it('an account that was reset counts with what it met before and since', async () => {
  const run = watched()
  const account = await run.simulator.accounts.create()
  await pay(run, account, 'delivered')
  await account.reset()
  await pay(run, account, 'failed')

  expect(metIn(run.total)).toEqual({ mtn: { delivered: 1, failed: 1 } })
})

it('an account that was deleted counts, and one that a reset of the whole simulator took away', async () => {
  const run = watched()
  const [one, other] = [await run.simulator.accounts.create(), await run.simulator.accounts.create()]
  await pay(run, one, 'delivered')
  await pay(run, other, 'failed')
  await pay(run, run.simulator.account, 'pending')
  await one.delete()
  await run.simulator.reset()

  expect(metIn(run.total)).toEqual({ mtn: { delivered: 1, failed: 1, pending: 1 } })
})

it('a doubt that goes before a reset is not settled after it', async () => {
  const run = watched()
  const { fetch, account } = run.simulator
  await pay(run, account, 'pending')
  await run.simulator.reset()
  await pay(run, account, 'delivered', 'pending')
  await clientOf({ account, fetch }).requery(requestIdOf('pending'))

  expect(metIn(run.total)).toEqual({ mtn: { pending: 1, delivered: 1 } })
})

it('whoever still waits for an answer at the end has not heard it', async () => {
  const run = watched()
  void pay(run, run.simulator.account, 'timeout').catch(() => {})
  await untilRecorded(run.simulator)

  expect(metIn(run.total)).toEqual({ mtn: { 'pending-but-unheard': 1 } })
})

it('a requery whose answer is still held was not heard', async () => {
  const run = watched()
  const { account, fetch, scenarios, journal } = run.simulator
  await scenarios.add({ match: { endpoint: 'requery' }, fault: { kind: 'fixed-delay', delay: '30s' } })
  await pay(run, account, 'pending')
  void clientOf({ account, fetch })
    .requery(requestIdOf('pending'))
    .catch(() => {})
  while ((await journal.requeries()).length === 0);

  expect(metIn(run.total)).toEqual({ mtn: { pending: 1, 'requery-unheard': 1 } })
})

it('whoever is cut off by a reset has not heard it', async () => {
  const run = watched()
  const paying = pay(run, run.simulator.account, 'timeout').catch(() => {})
  await untilRecorded(run.simulator)
  await run.simulator.reset()
  await paying

  expect(metIn(run.total)).toEqual({ mtn: { 'pending-but-unheard': 1 } })
})

/** The purchase is on record: its answer is being held. */
async function untilRecorded({ transactions }: Served): Promise<void> {
  while ((await transactions.list()).length === 0);
}

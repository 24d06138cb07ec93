import { needsClock, type ResellerCase, sources } from '../case.ts'
import type { Stage } from '../stage.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const LAGOS_AHEAD_MS = 3_600_000

function lagosMinute(at: Date): string {
  return new Date(at.getTime() + LAGOS_AHEAD_MS).toISOString().slice(0, 16).replaceAll(/\D/g, '')
}

async function buysAt(stage: Stage, now: Date): Promise<void> {
  const customer = await stage.customer()
  const recipient = stage.recipient()
  await stage.arrange(recipient, { fate: 'delivered' })
  await stage.buy(customer, { recipient, mayBeTold: ['delivered', 'processing'] })
  const calls = await stage.simulator.journal.purchases({ recipient })
  const expected = [0, -1, 1].map((minute) => lagosMinute(new Date(now.getTime() + minute * MINUTE_MS)))
  for (const requestId of calls.map(({ order }) => order?.requestId ?? '')) {
    if (expected.includes(requestId.slice(0, 12))) continue
    stage.problem({
      field: 'request_id',
      expected: `${expected[0]}…, the minute in Lagos`,
      actual: requestId,
      cost: 'VTpass refuses it with 085: for an hour each night nothing is sold, or every purchase is in doubt.',
    })
  }
  await stage.resolve()
}

function clockCase(name: string, hours: number, minutes: number, title: string): ResellerCase {
  return {
    name,
    group: 'request ids',
    title,
    source: sources.requestId,
    runs: 'alone',
    skip: needsClock,
    run: async (stage) => buysAt(stage, await stage.time.goTo(hours, minutes, 30)),
  }
}

export const clockCases: readonly ResellerCase[] = [
  clockCase(
    'request-id-at-lagos-midnight',
    23,
    0,
    'At midnight in Lagos the request id has the hour 00 of the new day',
  ),
  clockCase('request-id-at-2330-utc', 23, 30, 'At 23:30 UTC the request id has tomorrow’s date, as in Lagos'),
  clockCase(
    'request-id-at-utc-midnight',
    0,
    0,
    'At midnight UTC the request id has the hour 01, as in Lagos',
  ),
  clockCase(
    'request-id-in-the-afternoon',
    14,
    20,
    'At 14:20 UTC the request id has the hour 15, as in Lagos',
  ),
  {
    name: 'request-id-at-the-end-of-the-month',
    group: 'request ids',
    title: 'At 23:30 UTC on the last of a month the request id has the first of the next',
    source: sources.requestId,
    runs: 'alone',
    skip: needsClock,
    run: async (stage) => {
      const today = await stage.time.goTo(23, 30, 30)
      const isLast = (day: Date) => new Date(day.getTime() + DAY_MS).getUTCDate() === 1
      let now = today
      while (!isLast(now)) now = new Date(now.getTime() + DAY_MS)
      await stage.time.pass((now.getTime() - today.getTime()) / 1000)
      await buysAt(stage, now)
    },
  },
]

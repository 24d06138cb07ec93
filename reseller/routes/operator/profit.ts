import type { Hono } from 'hono'
import { kobo, nairaNumber } from '../../pricing/kobo.ts'
import { type Profit, readProfit } from '../../storage/operator-reads.ts'
import type { Asked, Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { bad } from '../fields.ts'
import { done, render } from '../render.ts'

/** What was earned in a time. */
export function addProfit(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/operator/profit', async (context) => {
    await operatorOf(context, backend)
    const from = momentOf(context, 'from')
    const until = momentOf(context, 'until')
    if (until <= from) throw bad('until must be later than from')
    const earned = profitLine(await readProfit(backend.shop.database, from, until))
    const time = { from: from.toISOString(), until: until.toISOString() }
    return render(context, done('Profit retrieved successfully', { ...time, ...earned }))
  })
}

function profitLine({ deliveries, sales, cost, commission, markup, cashback, lateLoss }: Profit): object {
  return {
    deliveries,
    sales: nairaNumber(sales),
    cost: nairaNumber(cost),
    commission: nairaNumber(commission),
    markup: nairaNumber(markup),
    cashback: nairaNumber(cashback),
    loss: nairaNumber(lateLoss),
    profit: nairaNumber(kobo(commission + markup - cashback - lateLoss)),
  }
}

/** RFC 3339, which wants an offset: without one nobody knows which midnight is meant. */
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/

function momentOf({ req }: Asked, name: string): Date {
  const text = req.query(name)
  if (text === undefined || text === '') throw bad(`${name} is required`)
  const [, year, month, day] = MOMENT.exec(text) ?? []
  const moment = new Date(text)
  const isThere = year !== undefined && !Number.isNaN(moment.getTime()) && isDay(year, month, day)
  if (isThere) return moment
  throw bad(`${name} must be a moment with its offset, like 2026-01-01T00:00:00+01:00`)
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function isDay(year: string, month = '', day = ''): boolean {
  return new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day)
}

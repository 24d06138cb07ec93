import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { type RaisedAlert, readAlerts } from '../storage/operator-reads.ts'
import { balancesOf, customerWith } from '../storage/purchases.test-support.ts'
import { readPurchase } from '../storage/reads.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { buy } from './buy.ts'
import { answer, buying, lost, notSent, page, type Says, shopOnAClock } from './shop.test-support.ts'

const { database } = useDatabase()

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A shop in whose VTpass every POST is lost, and each requery is answered as it was told to for that purchase. */
function shopInDoubt() {
  const says = new Map<string, Says>()
  const asked = new Map<string, number>()
  const on = shopOnAClock(database(), {
    pay: async ({ request_id }) => lost(request_id),
    requery: async (reference) => {
      asked.set(reference, (asked.get(reference) ?? 0) + 1)
      return (says.get(reference) ?? lost)(reference)
    },
  })
  /** A purchase of a new customer with ₦1,200, of which VTpass says this from now on. */
  const doubt = async (what: Says) => {
    const customer = await customerWith(database(), { main: kobo(120_000) })
    const bought = await buy(on.shop, buying(customer))
    if (bought.kind !== 'opened') expect.fail(bought.kind)
    const { id, reference } = bought.purchase
    const say = (next: Says) => void says.set(reference, next)
    say(what)
    return { customer, id, say, asked: () => asked.get(reference) ?? 0 }
  }
  return { ...on, doubt }
}

type Doubt = Awaited<ReturnType<ReturnType<typeof shopInDoubt>['doubt']>>

const stateOf = async ({ id }: Doubt) => (await readPurchase(database(), id))?.state

/** What has moved its money, in order. */
async function movesOf({ id }: Doubt): Promise<readonly string[]> {
  const rows = await database().query<{ kind: string }>(
    'select kind from journal where purchase = $1 order by id',
    [id],
  )
  return rows.map(({ kind }) => kind)
}

const HELD = [70_000, 0, 50_000]

/** The first look comes after five seconds, and the twelfth before an hour is over. */
const LEAST_LOOKS_IN_AN_HOUR = 12

const html = '<!DOCTYPE html><title>502 Bad Gateway</title>'
const ofAnotherOrder: Says = () => answer('016', 'failed')('202601271200another0order')

/** What teaches nothing of a purchase, and what an operator is told of it: an alert of the account, or of the purchase. */
const teachNothing: Record<string, readonly [Says, 'of the account' | 'of the purchase', string]> = {
  silence: [lost, 'of the account', 'unreachable'],
  'no connection': [notSent, 'of the account', 'unreachable'],
  'HTML under 200': [page(html), 'of the purchase', 'undocumented'],
  'HTML under 502': [page(html, 502), 'of the purchase', 'undocumented'],
  'nothing under 504': [page('', 504), 'of the purchase', 'undocumented'],
  'a failure under 500': [answer('016', 'failed', 500), 'of the purchase', 'undocumented'],
  'a reversal under 403': [answer('040', 'reversed', 403), 'of the purchase', 'undocumented'],
  'no order under 404': [answer('015', null, 404), 'of the purchase', 'undocumented'],
  'a code that VTpass does not list': [answer('777', null), 'of the purchase', 'undocumented'],
  'a status that VTpass does not list': [answer('000', 'refunded'), 'of the purchase', 'undocumented'],
  'the failure of another order': [ofAnotherOrder, 'of the purchase', 'another-order'],
  '016 of one that is delivered': [answer('016', 'delivered'), 'of the purchase', 'contradiction'],
  '087': [answer('087', null, 401), 'of the account', 'credentials'],
  '087 under 200': [answer('087', null), 'of the account', 'credentials'],
  '021': [answer('021', null), 'of the account', 'account'],
  '022': [answer('022', null), 'of the account', 'account'],
  '023': [answer('023', null), 'of the account', 'account'],
  '024': [answer('024', null), 'of the account', 'account'],
  '027': [answer('027', null), 'of the account', 'ip-not-whitelisted'],
  '011': [answer('011', null), 'of the purchase', 'requery-refused'],
  '012': [answer('012', null), 'of the purchase', 'requery-refused'],
  '025': [answer('025', null), 'of the purchase', 'requery-refused'],
  '026': [answer('026', null), 'of the purchase', 'requery-refused'],
  '028': [answer('028', null), 'of the purchase', 'requery-refused'],
  '083': [answer('083', null, 500), 'of the purchase', 'requery-refused'],
  '083 under 200': [answer('083', null), 'of the purchase', 'requery-refused'],
}

it('an hour of answers that teach nothing moves no money, and each is one alert that counts', async () => {
  const { doubt, pass } = shopInDoubt()
  const doubts = await Promise.all(
    Object.entries(teachNothing).map(async ([name, [says, ...alert]]) => ({
      name,
      alert,
      doubt: await doubt(says),
    })),
  )
  await pass(HOUR_MS)

  const counted = new Map<string, number>()
  for (const { name, alert, doubt: each } of doubts) {
    expect(await stateOf(each), name).toBe('unknown')
    expect(await movesOf(each), name).toEqual(['hold'])
    expect(await balancesOf(database(), each.customer), name).toEqual(HELD)
    expect(each.asked(), name).toBeGreaterThanOrEqual(LEAST_LOOKS_IN_AN_HOUR)
    const [of, kind] = alert
    const key = `${kind} of ${of === 'of the account' ? 'vtpass' : each.id}`
    counted.set(key, (counted.get(key) ?? 0) + each.asked())
  }
  const raised = await readAlerts(database(), 1_000)
  expect(raised.map(({ kind, subject, times }) => [`${kind} of ${subject}`, times]).toSorted()).toEqual(
    [...counted].toSorted(),
  )

  const asked = doubts.map(({ doubt: each }) => each.asked())
  for (const [index, { doubt: each }] of doubts.entries()) {
    each.say(index % 2 === 0 ? answer('000', 'delivered') : answer('016', 'failed'))
  }
  await pass(HOUR_MS / 2)
  for (const [index, { name, doubt: each }] of doubts.entries()) {
    expect(await movesOf(each), name).toEqual(['hold', index % 2 === 0 ? 'settle' : 'refund'])
    expect(await balancesOf(database(), each.customer), name).toEqual(
      index % 2 === 0 ? [70_000, 0, 0] : [120_000, 0, 0],
    )
    expect(each.asked() - (asked[index] ?? 0), name).toBe(1)
  }
})

it('a purchase that VTpass calls pending for half an hour is an alert of its own, which counts', async () => {
  const { doubt, pass } = shopInDoubt()
  const both = [await doubt(answer('000', 'pending')), await doubt(answer('099', 'initiated'))]
  await pass(HOUR_MS / 2 - 1)
  expect(await alertsOf(both)).toEqual([])
  await pass(HOUR_MS / 2)
  const raised = await alertsOf(both)
  expect(raised.map(({ kind, subject }) => [kind, subject]).toSorted()).toEqual(
    both.map(({ id }) => ['in-doubt', id]).toSorted(),
  )
  expect(raised.map(({ times }) => times)).toEqual([2, 2])
  for (const each of both) each.say(answer('000', 'delivered'))
  await pass(HOUR_MS / 4)
  expect(await Promise.all(both.map(stateOf))).toEqual(['delivered', 'delivered'])
})

async function alertsOf(doubts: readonly Doubt[]): Promise<readonly RaisedAlert[]> {
  const ids: readonly string[] = doubts.map(({ id }) => id)
  return (await readAlerts(database(), 1_000)).filter(({ subject }) => ids.includes(subject))
}

it('after a day it waits for a person, no month of silence refunds it, and one good answer still ends it', async () => {
  const { doubt, pass } = shopInDoubt()
  const [silence, html200, credentials] = ['silence', 'HTML under 200', '087'].map(
    (name) => teachNothing[name]?.[0] ?? lost,
  )
  const takingTurns = [silence, html200, credentials, answer('083', null, 500), answer('099', 'pending')]
  let turn = 0
  const each = await doubt((reference) => (takingTurns[turn++ % takingTurns.length] ?? lost)(reference))
  await pass(DAY_MS - 1)
  expect(await stateOf(each)).toBe('unknown')
  await pass(HOUR_MS / 4)
  expect(await stateOf(each)).toBe('review')

  await pass(30 * DAY_MS)
  expect(await stateOf(each)).toBe('review')
  expect(await movesOf(each)).toEqual(['hold'])
  expect(await balancesOf(database(), each.customer)).toEqual(HELD)
  expect(each.asked()).toBeGreaterThan(30 * 24 * 4)

  each.say(answer('016', 'failed'))
  await pass(HOUR_MS / 4)
  expect(await movesOf(each)).toEqual(['hold', 'refund'])
  expect(await balancesOf(database(), each.customer)).toEqual([120_000, 0, 0])
}, 180_000)

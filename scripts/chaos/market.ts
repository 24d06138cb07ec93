import { setTimeout } from 'node:timers/promises'
import { createCustomer } from '../../reseller/storage/funding.ts'
import { openDatabase } from '../../reseller/storage/pool.ts'
import type { Luck } from './luck.ts'
import { customers, type Plan } from './plan.ts'
import { type Market, post } from './shopper.ts'
import type { World } from './world.ts'

/** The market, and what was paid into each wallet as its operator was told, in kobo. */
export interface FundedMarket extends Market {
  readonly paidIn: ReadonlyMap<string, number>
}

const FIRST_NAIRA = 3_000
const TOP_UP_NAIRA = 2_000
const PATIENCE_MS = 4_000
const services = ['mtn-data', 'airtel-data', 'glo-data', 'etisalat-data']
/** Cheap ones are bought often, and come to whole kobo and to a markup alike. */
const DEAREST_KOBO = 100_000

/** Makes the customers, and pays them a little money. */
export async function openMarket(world: World, luck: Luck): Promise<FundedMarket> {
  const paidIn = new Map<string, number>()
  const [first, second] = world.resellers
  let payments = 0
  const pay = async (customer: string, naira: number) => {
    payments += 1
    const body = { customer, amount: naira, reference: `payment-${payments}` }
    for (;;) {
      const url = `${luck.oneOf([first.url, second.url])}/api/v1/wallet/fund`
      const answer = await post(url, world.tokens.operator, body, PATIENCE_MS)
      if (answer?.status === 200) break
      await setTimeout(100)
    }
    paidIn.set(customer, (paidIn.get(customer) ?? 0) + naira * 100)
  }
  const database = await openDatabase(world.postgres.url)
  for (const [index, id] of customers.entries()) {
    const kind = index % 2 === 0 ? 'regular' : 'friendly'
    await createCustomer(database, { id, kind, phone: '08011111111', at: new Date() })
  }
  await database.close()
  for (const customer of customers) await pay(customer, FIRST_NAIRA)
  return {
    urls: [first.url, second.url],
    luck,
    paidIn,
    tokenOf: world.tokens.of,
    topUp: (customer) => pay(customer, TOP_UP_NAIRA),
    tally: { answers: 0, unheard: 0, later: 0, wrong: [] },
  }
}

/** What is for sale, at the prices that are shown. */
export async function readPlans(market: Market): Promise<readonly [Plan, ...Plan[]]> {
  const lists = await Promise.all(services.map((serviceID) => readPlansOf(market, serviceID)))
  const [first, ...rest] = lists.flat().filter(({ price }) => price > 0 && price <= DEAREST_KOBO)
  if (first === undefined) throw new Error('nothing is for sale')
  return [first, ...rest]
}

interface PlanList {
  readonly data: {
    readonly variations: readonly { readonly variation_code: string; readonly variation_amount: string }[]
  }
}

async function readPlansOf({ urls: [url], tokenOf }: Market, serviceID: string): Promise<Plan[]> {
  const answer = await fetch(`${url}/api/v1/vtpass/data/variation-codes?serviceID=${serviceID}`, {
    headers: { authorization: `Bearer ${tokenOf(customers[0])}` },
  })
  if (!answer.ok) throw new Error(`the plans of ${serviceID} were answered ${answer.status}`)
  const { data } = (await answer.json()) as PlanList
  return data.variations.map(({ variation_code, variation_amount }) => ({
    serviceID,
    variation: variation_code,
    price: Math.round(Number(variation_amount) * 100),
  }))
}

import { Skip } from '../case.ts'
import { koboOf, nairaText } from '../money.ts'
import type { Customer, Stage } from '../stage.ts'

/** Edges of a price: below and at the limit of the markup, with kobo, and so dear that the markup shows to the thousandth. */
const probes = [
  '0.50',
  '100.00',
  '299.99',
  '300.00',
  '300.01',
  '333.33',
  '510.50',
  '999.99',
  '2000.00',
  '100000.00',
]
/** Where a markup is added. */
const FREE_BELOW = 30_000
export const SERVICE = 'etisalat-data'
export const codeOf = (price: string) => `check-${price.replace('.', '-')}`

/** VTpass lists codes twice, and sells the first. */
const TWICE = { variation: 'check-twice', first: '400.00', second: '800.00' } as const
/** Every code that is bought, with VTpass's price. */
export const sold: readonly (readonly [string, string])[] = [
  ...probes.map((price) => [codeOf(price), price] as const),
  [TWICE.variation, TWICE.first],
]

/** What a customer is shown for them, in kobo. */
export type ShownPrices = ReadonlyMap<string, number>

/** Adds the plans to VTpass's list, and gives what the customer is shown for them. */
export async function shown(stage: Stage, { name }: Customer): Promise<ShownPrices> {
  const { simulator, driver, time } = stage
  const { variations } = await simulator.products.get(SERVICE)
  const listed = [...sold, [TWICE.variation, TWICE.second] as const]
  const added = listed.map(([code, price]) => ({
    variation_code: code,
    name: `A plan for N${price}`,
    variation_amount: price,
    fixedPrice: 'Yes' as const,
  }))
  const kept = variations.filter(({ variation_code: code }) => !code.startsWith('check-'))
  await simulator.products.change(SERVICE, { variations: [...kept, ...added] })
  const list = async () => (await driver.plans?.(name, SERVICE)) ?? []
  const isThere = async () => (await list()).some(({ variation }) => variation === codeOf('300.00'))
  if (!(await time.until(isThere, 7_200))) {
    stage.problem({
      field: 'plans',
      expected: 'the plans that VTpass lists now',
      actual: 'a list that does not follow VTpass’s',
      cost: 'Each plan whose price has changed is sold at the old one, or is refused after the customer has paid.',
    })
    throw new Skip('the reseller does not show the plans that were added')
  }
  // The first of a code counts.
  return new Map((await list()).toReversed().map(({ variation, price }) => [variation, price]))
}

interface Markup {
  readonly from: number
  readonly to: number
}

/** By how much the dearest one is raised: from so many millionths up to, but without, the next. */
function markupOf(prices: ShownPrices): Markup {
  const dearest = prices.get(codeOf('100000.00')) ?? 0
  const from = Math.max(dearest - 10_000_000, 0) / 10_000_000
  return { from, to: from + 100 / 10_000_000 }
}

/** Holds every price to the markup, in percent; to that of the dearest one where nobody says which it is. */
export function checkMarkup(stage: Stage, prices: ShownPrices, percent: number | undefined): void {
  const markup = percent === undefined ? markupOf(prices) : { from: percent / 100, to: percent / 100 }
  for (const [code, probe] of sold) {
    const cost = koboOf(probe)
    const price = prices.get(code) ?? 0
    const [least, most] = boundsOf(cost, markup)
    if (price >= least && price <= most) continue
    stage.problem({
      field: `variation_amount of a plan for ${nairaText(cost)}`,
      expected: least === most ? nairaText(least) : `${nairaText(least)} to ${nairaText(most)}`,
      actual: nairaText(price),
      cost: `${nairaText(Math.abs(price - least))} ${price < least ? 'is lost by the reseller' : 'too much is paid by the customer'} with each sale.`,
    })
  }
}

/** In whole kobo: from the least that the markup gives to the most. */
function boundsOf(cost: number, { from, to }: Markup): [number, number] {
  if (cost < FREE_BELOW) return [cost, cost]
  const floored = (markup: number) => Math.floor(Math.round(cost * (1 + markup) * 1_000) / 100_000) * 100
  const least = Math.ceil(cost / 100) * 100
  return [Math.max(floored(from), least), Math.max(floored(to), least)]
}

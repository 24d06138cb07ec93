/** What is sold here, and at which price. The prices are written out, so that nothing of the reseller says them. */
export interface Plan {
  readonly code: string
  readonly name: string
  /** Kobo. */
  readonly cost: number
  /** What each kind of customer pays, in kobo: a markup of 5 %, and of 2 % for friends, from ₦300 on in whole naira. */
  readonly prices: { readonly regular: number; readonly friendly: number }
}

export const MARKUPS = { regular: '5', friendly: '2' } as const

export const plans = [
  {
    code: 'mtn-1gb-daily',
    name: 'MTN 1GB Daily',
    cost: 24_000,
    prices: { regular: 24_000, friendly: 24_000 },
  },
  {
    code: 'mtn-2gb-week',
    name: 'MTN 2GB - 7 days',
    cost: 48_000,
    prices: { regular: 50_400, friendly: 48_900 },
  },
  {
    code: 'mtn-5gb-month',
    name: 'MTN 5GB - 30 days',
    cost: 100_000,
    prices: { regular: 105_000, friendly: 102_000 },
  },
] as const satisfies readonly [Plan, ...Plan[]]

export function planOf(code: string | undefined): Plan {
  const plan = plans.find((each) => each.code === code)
  if (plan === undefined) throw new Error(`VTpass was asked for ${code}, which nobody sells here`)
  return plan
}

/** The answer to `service-variations`. */
export function variationsBody(serviceID: string): object {
  const variations = plans.map(({ code, name, cost }) => ({
    variation_code: code,
    name,
    variation_amount: (cost / 100).toFixed(2),
    fixedPrice: 'Yes',
  }))
  return {
    response_description: '000',
    content: { ServiceName: 'MTN Data', serviceID, convinience_fee: '0 %', variations },
  }
}

import rules from './plan-categories.json' with { type: 'json' }

/** The categories of plans, in the order of the data API document, Data Plan Categories. */
export const CATEGORIES = [
  'Daily',
  'Weekly',
  'Monthly',
  'Night',
  'Weekend',
  'Social',
  'SME',
  'Hynetflex',
  'Broadband router',
  'Others',
] as const

export type Category = (typeof CATEGORIES)[number]

/** What a category is read from. */
export interface NamedPlan {
  readonly name: string
  readonly variation_code: string
}

/**
 * The one category of a plan: the first rule of plan-categories.json that fits its name, or else its variation code
 * ("1.9GB + 2GB Night N1000 Oneoff" is glo-monthly-1000), or else Others. A code is asked last because codes are stale:
 * mtn-20hrs-1500 lasts 7 days.
 */
export function categoryOf(plan: NamedPlan): Category {
  return categorySaidBy(plan.name) ?? categorySaidBy(plan.variation_code) ?? 'Others'
}

function categorySaidBy(text: string): Category | null {
  return compiled.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)))?.category ?? null
}

const compiled = rules.map((rule) => ({
  category: readCategory(rule.category),
  patterns: rule.patterns.map((pattern) => new RegExp(pattern, 'i')),
}))

/** @throws {Error} for a category that the document does not have: the rules are wrong. */
function readCategory(text: string): Category {
  const category = CATEGORIES.find((known) => known === text)
  if (category === undefined) throw new Error(`plan-categories.json: no category ${text}`)
  return category
}

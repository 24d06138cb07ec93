import { CATEGORIES, type Category, categoryOf, type NamedPlan } from './category.ts'

/** How many plans there are: all, in each category (0 included), and all once more. */
type Counts = Readonly<Record<'All' | Category | 'total', number>>

interface CategorizedPlans<Plan> {
  readonly count: number
  readonly variations: readonly Plan[]
}

/** A part of the answer to `GET variation-codes`, under the names and in the order of the data API document. */
export interface Categorized<Plan> {
  readonly counts: Counts
  /** Without the empty ones: the document's own client asks for `variations_categorized.Daily?.variations[0]`. */
  readonly variations_categorized: Readonly<Partial<Record<Category, CategorizedPlans<Plan>>>>
}

/** Each plan in exactly one category, in the order given. */
export function categorize<Plan extends NamedPlan>(plans: readonly Plan[]): Categorized<Plan> {
  const groups = Map.groupBy(plans, categoryOf)
  const inOrder = CATEGORIES.map((category) => [category, groups.get(category) ?? []] as const)
  return {
    counts: countsOf(plans.length, inOrder),
    variations_categorized: Object.fromEntries(
      inOrder
        .filter(([, variations]) => variations.length > 0)
        .map(([category, variations]) => [category, { count: variations.length, variations }]),
    ),
  }
}

function countsOf(all: number, groups: readonly (readonly [Category, readonly unknown[]])[]): Counts {
  const each = Object.fromEntries(groups.map(([category, plans]) => [category, plans.length]))
  return { All: all, ...(each as Record<Category, number>), total: all }
}

/** Where a page begins, and how much of the list it may hold. */
export interface Page {
  readonly offset: number
  readonly limit: number
}

interface PartOf<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

/** The most that the contract lets a page hold. */
const LIMIT = 1000

/** All of a list, page by page. */
export async function allOf<Item>(read: (page: Page) => Promise<PartOf<Item>>): Promise<Item[]> {
  const all: Item[] = []
  for (;;) {
    const { items, total } = await read({ offset: all.length, limit: LIMIT })
    all.push(...items)
    if (items.length === 0 || all.length >= total) return all
  }
}

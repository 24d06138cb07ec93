import { expect, it } from 'vitest'
import { allOf, type Page } from './pages.ts'

function listOfLength(total: number) {
  const pages: Page[] = []
  const read = async (page: Page) => {
    pages.push(page)
    const items = Array.from({ length: total }, (_, index) => index)
    return { items: items.slice(page.offset, page.offset + page.limit), total }
  }
  return { read, pages }
}

it('a list of many pages is read page by page, in order', async () => {
  const { read, pages } = listOfLength(2_500)

  expect(await allOf(read)).toEqual(Array.from({ length: 2_500 }, (_, index) => index))
  expect(pages).toEqual([
    { offset: 0, limit: 1000 },
    { offset: 1000, limit: 1000 },
    { offset: 2000, limit: 1000 },
  ])
})

it('a list of one full page is asked for once', async () => {
  const { read, pages } = listOfLength(1_000)

  expect(await allOf(read)).toHaveLength(1_000)
  expect(pages).toHaveLength(1)
})

it('an empty list is asked for once', async () => {
  const { read, pages } = listOfLength(0)

  expect(await allOf(read)).toEqual([])
  expect(pages).toHaveLength(1)
})

it('a list whose total is more than it holds ends', async () => {
  const pages = [[1, 2], [], [3]]

  expect(await allOf(async () => ({ items: pages.shift() ?? [], total: 3 }))).toEqual([1, 2])
})

it('a list that grows while it is read is read to its new end', async () => {
  const answers = [
    { items: [1, 2], total: 3 },
    { items: [3, 4], total: 4 },
  ]

  expect(await allOf(async () => answers.shift() ?? { items: [], total: 0 })).toEqual([1, 2, 3, 4])
})

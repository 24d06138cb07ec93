import { describe, expect, it } from 'vitest'
import { categorize } from './categorize.ts'

const plan = (variation_code: string, name: string) => ({ variation_code, name, variation_amount: '100.00' })
const day = plan('a', '1GB - 1 day')
const month = plan('b', '9GB - 30 days')
const twoDays = plan('c', '2GB - 2 days')
const night = plan('d', '1GB Night')

describe('categorize', () => {
  const { counts, variations_categorized: categorized } = categorize([night, day, month, twoDays])

  it('counts all, each category and the total, in the order of the data API document', () => {
    expect(JSON.stringify(counts)).toBe(
      JSON.stringify({
        All: 4,
        Daily: 2,
        Weekly: 0,
        Monthly: 1,
        Night: 1,
        Weekend: 0,
        Social: 0,
        SME: 0,
        Hynetflex: 0,
        'Broadband router': 0,
        Others: 0,
        total: 4,
      }),
    )
  })

  it('keeps each plan whole, and the order in which they came', () => {
    expect(categorized.Daily).toEqual({ count: 2, variations: [day, twoDays] })
  })

  it('leaves empty categories out, and has the others in the order of the document', () => {
    expect(Object.keys(categorized)).toEqual(['Daily', 'Monthly', 'Night'])
  })

  it('has no category of no plans', () => {
    expect(categorize([])).toMatchObject({ counts: { All: 0, total: 0 }, variations_categorized: {} })
  })
})

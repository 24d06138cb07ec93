import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CATEGORIES, categoryOf } from './category.ts'
import golden from './plan-categories.golden.json' with { type: 'json' }
import rules from './plan-categories.json' with { type: 'json' }

interface ProductFile {
  readonly variations: {
    readonly list: readonly { readonly variation_code: string; readonly name: string }[]
  }
}

const dataServices = [
  'mtn-data',
  'airtel-data',
  'glo-data',
  'etisalat-data',
  'glo-sme-data',
  'smile-direct',
  'spectranet',
] as const

/** Decided by reading each name, not by the rules. */
const decided = Object.values(golden).flat()

/** What is on sale, read as data: the reseller knows none of the simulator's code. */
function plansOf(serviceID: string) {
  const url = new URL(`../../simulator/catalogue/products/${serviceID}.json`, import.meta.url)
  const product = JSON.parse(readFileSync(url, 'utf8')) as ProductFile
  return product.variations.list.map(({ variation_code, name }) => ({ variation_code, name }))
}

describe('every plan on sale', () => {
  it.each(decided)('$variation_code, $name: $category', ({ category, ...plan }) => {
    expect(categoryOf(plan)).toBe(category)
  })

  it.each(dataServices)('%s has a golden category for each, in order', (serviceID) => {
    expect(golden[serviceID].map(({ category: _, ...plan }) => plan)).toEqual(plansOf(serviceID))
  })

  it('lands outside Daily where it lasts a week or longer', () => {
    const daily = decided.filter((plan) => categoryOf(plan) === 'Daily')
    const long = /\b(?:[7-9]|\d\d+) ?days\b|week|month|year/i
    expect(daily.filter((plan) => long.test(`${plan.name} ${plan.variation_code}`))).toEqual([])
  })
})

describe('a plan', () => {
  it.each([
    ['named by the data API document', 'MTN 500MB Daily', 'Daily'],
    ['of a night', '250MB Night Plan (12 - 5 AM) - 1 Day', 'Night'],
    ['with a night as an extra', '2GB + 1GB All Night Streaming, Monthly Plan', 'Monthly'],
    ['of two weeks', '5GB Fortnight Plan - 14 days', 'Weekly'],
    ['of a Sunday', '1.75GB - Sunday N200', 'Weekend'],
    ['with a weekend as an extra', '2GB + 1GB Weekend - 7 days', 'Weekly'],
    ['of social media', '1GB Social Plan (3 Days) - 300 Naira', 'Social'],
    ['with social media as an extra', '3GB Monthly Plan + Youtube & Social Plan (30 Days)', 'Monthly'],
    ['of SME for a night', 'Glo Data (SME) 1GB - 14 days Night plan', 'SME'],
    ['of Hynetflex for a month', '60GB Monthly HyNetFlex Plan - N14,500', 'Hynetflex'],
    ['of a router for a month', 'MTN 150GB + 2GB daily - 5G Router Data (30 Days)', 'Broadband router'],
    ['of broadband for three months', '450GB 3-Month Broadband Plan', 'Broadband router'],
    ['of a MiFi', '13GB MIFI 5 Data - MiFi Only (30 Days)', 'Broadband router'],
    ['with minutes as an extra', '1GB+5mins Weekly Plan', 'Weekly'],
    ['with an extra each day and no period', 'MTN 260GB + 2GB daily upon exhausting main bundle', 'Others'],
    ['with an extra each day for a month', '150GB + 2GB daily - 30 days', 'Monthly'],
    ['of 27 days', '9GB - 27 days', 'Weekly'],
    ['of 28 days', '9GB - 28 days', 'Monthly'],
    ['of six days', '2GB - 6 days', 'Daily'],
    ['of a year in days', '680GB Data (365 Days)', 'Others'],
    ['of a year in words', '1TB Yearly (12 Months)', 'Others'],
    ['that says nothing', 'N500 2GB Special', 'Others'],
  ])('%s: %s is %s', (_name, name, expected) => {
    expect(categoryOf({ name, variation_code: 'x' })).toBe(expected)
  })

  it.each([
    ['Hynetflex', 'router', '60GB HyNetFlex Router'],
    ['Broadband router', 'SME', '60GB SME Router'],
    ['Night', 'weekend', '2GB Weekend Night'],
    ['Weekend', 'social', '1GB Weekend Whatsapp'],
    ['Social', 'year', '1GB Whatsapp - 365 days'],
    ['Monthly', 'weekly', '12GB Monthly, 3GB Weekly'],
    ['Weekly', 'daily', '200MB Daily for 7 days'],
  ])('is %s before it is %s: %s', (expected, _other, name) => {
    expect(categoryOf({ name, variation_code: 'x' })).toBe(expected)
  })

  it('is read from its code where its name says nothing', () => {
    expect(categoryOf({ name: '1.9GB + 2GB Night', variation_code: 'glo-monthly-1000' })).toBe('Monthly')
  })

  it('is read from its name where its code says something else', () => {
    expect(categoryOf({ name: '6GB - 7 days', variation_code: 'mtn-20hrs-1500' })).toBe('Weekly')
  })
})

describe('the rules', () => {
  it('know the categories of the data API document only', () => {
    const known: readonly string[] = CATEGORIES
    expect(rules.filter(({ category }) => !known.includes(category))).toEqual([])
  })

  it('say why', () => {
    expect(rules.filter(({ why }) => why === '')).toEqual([])
  })
})

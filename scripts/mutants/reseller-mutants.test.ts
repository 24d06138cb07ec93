import { expect, it } from 'vitest'
import { excusedOfReseller, resellerMutants } from './reseller-mutants.ts'
import { verdictOn, whyStale } from './run-reseller-mutants.ts'

it('plants every mistake of the list, or says why not', () => {
  const covered = new Set([...resellerMutants, ...excusedOfReseller].map(({ mistake }) => mistake))
  const missing = Array.from({ length: 33 }, (_, index) => index + 1).filter((each) => !covered.has(each))
  expect(missing).toEqual([])
})

it('fits the product as it is now', () => {
  expect(resellerMutants.map(whyStale).filter((why) => why !== null)).toEqual([])
})

it('says which mutant no longer fits', () => {
  const [mutant] = resellerMutants.map((each) => ({ ...each, replace: 'nowhere at all' }))
  expect(mutant && whyStale(mutant)).toMatch(/stale: its text stands 0 times in reseller\/vtpass/)
})

it('is caught where every case that names it fails', () => {
  expect(verdictOn(['a', 'b'], ['b', 'a', 'c'])).toBe('caught')
  expect(verdictOn(['a', 'b'], ['b', 'c'])).toBe('caught elsewhere')
  expect(verdictOn(['a'], [])).toBe('survived')
})

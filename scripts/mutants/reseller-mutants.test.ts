import { expect, it } from 'vitest'
import { listResellerCases } from '../../suites/index.ts'
import { excusedOfReseller } from './reseller/excused.ts'
import { functionsIn } from './reseller/replace-functions.ts'
import { resellerMutants } from './reseller-mutants.ts'
import { outcomeOf } from './result.ts'
import { whyStale } from './run-reseller-mutants.ts'

it('plants every mistake of the list, or says why not', () => {
  const covered = new Set([...resellerMutants, ...excusedOfReseller].map(({ mistake }) => mistake))
  const missing = Array.from({ length: 33 }, (_, index) => index + 1).filter((each) => !covered.has(each))
  expect(missing).toEqual([])
})

it('has names that are its own, and names cases that there are', () => {
  const names = resellerMutants.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  const known = new Set(listResellerCases().map(({ name }) => name))
  const strange = resellerMutants.flatMap(({ caughtBy }) => caughtBy.filter((name) => !known.has(name)))
  expect(strange).toEqual([])
  expect(resellerMutants.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([])
})

it('takes the functions of a migration alone', () => {
  const sql = `create table a (b text);
create function one() returns void language plpgsql as $$
begin
end $$;

create index c on a (b);
create function two() returns integer language sql as $$ select 1 $$;`
  expect(functionsIn(sql).match(/^create.*$/gm)).toEqual([
    'create or replace function one() returns void language plpgsql as $$',
    'create or replace function two() returns integer language sql as $$ select 1 $$;',
  ])
})

it('fits the product as it is now', () => {
  expect(resellerMutants.map(whyStale).filter((why) => why !== null)).toEqual([])
})

it('says which mutant no longer fits', () => {
  const [mutant] = resellerMutants.map((each) => ({ ...each, replace: 'nowhere at all' }))
  expect(mutant && whyStale(mutant)).toMatch(/stale: its text stands 0 times in reseller\/vtpass/)
})

it('is caught where every case that names it fails', () => {
  expect(outcomeOf(['a', 'b'], ['b', 'a', 'c'])).toBe('caught')
  expect(outcomeOf(['a', 'b'], ['b', 'c'])).toBe('caught elsewhere')
  expect(outcomeOf(['a'], [])).toBe('survived')
})

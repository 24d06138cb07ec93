import { expect, it } from 'vitest'
import { faultsOf } from './faults.ts'

const pact = { interactions: [{ description: 'one' }, { description: 'two' }] }

it('a pact that holds what was agreed on has no faults', () => {
  expect(faultsOf(pact, 2)).toEqual([])
})

it('an interaction that was lost, or is left from before, is a fault', () => {
  expect(faultsOf(pact, 3)).toEqual(['3 interactions were agreed on, and 2 written'])
  expect(faultsOf(pact, 1)).toEqual(['1 interactions were agreed on, and 2 written'])
})

it('a pact without interactions is a fault, even where nothing was agreed on', () => {
  expect(faultsOf({ interactions: [] }, 0)).toEqual(['no interaction was agreed on'])
  expect(faultsOf({}, 2)).toEqual(['2 interactions were agreed on, and 0 written'])
})

it('a description that is there twice is a fault', () => {
  expect(faultsOf({ interactions: [...pact.interactions, { description: 'one' }] }, 3)).toEqual([
    '"one" is there twice',
  ])
})

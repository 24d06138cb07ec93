import { expect, it } from 'vitest'
import { balance, pactOf } from './pact.test-support.ts'
import { readPact } from './pact-file.ts'

it.each([
  ['1.0.0', { provider_state: 'a state' }, ['a state']],
  ['2.0.0', { providerState: 'a state' }, ['a state']],
  ['2.0.0', { providerState: '' }, []],
  ['2.0.0', {}, []],
  ['3.0.0', { providerStates: [{ name: 'one' }, { name: 'two', params: { a: 1 } }] }, ['one', 'two']],
  ['4.0', { type: 'Synchronous/HTTP', providerStates: [] }, []],
])('the states of an interaction of version %s are read', (version, states, names) => {
  const path = pactOf([{ ...balance, ...states }], version)

  expect(readPact(path)).toEqual({ path, interactions: [{ description: 'the balance', states: names }] })
})

it('a pact without interactions is none', () => {
  expect(() => readPact(pactOf([]))).toThrow(/holds no interactions of HTTP$/)
})

it('messages cannot be verified', () => {
  const message = { type: 'Asynchronous/Messages', description: 'a webhook' }

  expect(() => readPact(pactOf([balance, message], '4.0'))).toThrow(
    /: "a webhook" is of type Asynchronous\/Messages; only Synchronous\/HTTP can be verified$/,
  )
})

it('a file that is not there, or no JSON, is told', () => {
  expect(() => readPact('/no/such/pact.json')).toThrow('/no/such/pact.json cannot be read: ENOENT')
  expect(() => readPact(import.meta.filename)).toThrow(/pact-file\.test\.ts is no JSON: /)
})

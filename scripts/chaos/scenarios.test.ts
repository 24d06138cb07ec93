import { describe, expect, it } from 'vitest'
import { createSimulator } from '../../simulator/index.ts'
import { rulesOf, type Season } from './scenarios.ts'

const seasons: readonly Season[] = ['stale', 'fresh']

describe.each(seasons)('the %s season', (season) => {
  it('is one that a simulator takes', async () => {
    const { scenarios } = createSimulator()
    for (const rule of rulesOf(season)) await scenarios.add(rule)
    expect(await scenarios.list()).toHaveLength(rulesOf(season).length)
  })

  it('leaves no purchase to its recipient, and a part of them in peace', () => {
    const ofPay = rulesOf(season).filter(({ match }) => match?.endpoint === 'pay')
    const left = ofPay.slice(0, -1).reduce((part, { occurrence }) => part * (1 - (occurrence?.share ?? 1)), 1)
    expect(ofPay.at(-1)).toEqual({ match: { endpoint: 'pay' }, fate: { status: 'delivered' } })
    expect(left).toBeGreaterThan(0.1)
    expect(left).toBeLessThan(0.3)
  })
})

it('only in the stale one VTpass denies what it has bought, or buys after it was asked', () => {
  const denies = (season: Season) =>
    rulesOf(season).filter(
      ({ match, fate, fault }) =>
        (match?.endpoint === 'requery' && fate === 'code-015') ||
        (fault?.when === 'before-commit' && fault.kind === 'fixed-delay'),
    )
  expect(denies('stale')).toHaveLength(2)
  expect(denies('fresh')).toEqual([])
})

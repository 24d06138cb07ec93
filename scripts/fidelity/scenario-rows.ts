import { writeDuration } from '../../simulator/engine/duration.ts'
import type { Fate } from '../../simulator/engine/fate.ts'
import { type Strike, scenarioNamed, scenarioNames } from '../../simulator/scenarios/scenario.ts'

/** A row for every scenario that has a name of its own: what happened, and what the caller hears. */
export function scenarioRows(): string[][] {
  return scenarioNames.flatMap((name) => {
    const scenario = scenarioNamed(name, { timeoutHoldMs: 60_000 })
    if (scenario === null || scenario.fate === null) return []
    const { fate, strike } = scenario
    // Struck before the commit, an order never comes to be.
    const isNothing = strike?.when === 'before-commit'
    return [[`\`${name}\``, isNothing ? 'nothing: no order' : happened(fate), heardOf(fate, strike)]]
  })
}

function happened(fate: Fate): string {
  if (fate.kind === 'refuse') return 'nothing: no order'
  const { status, settles } = fate
  return settles === null ? status : `${status}, after ${writeDuration(settles.afterMs)} ${settles.to}`
}

function heardOf(fate: Fate, strike: Strike | null): string {
  if (strike !== null) {
    const { kind, ...told } = strike.fault
    const details = Object.values(told).map((value) =>
      typeof value === 'number' ? writeDuration(value) : value,
    )
    return `${[kind, ...details].join(' ')}, ${strike.when}`
  }
  const code = fate.kind === 'refuse' ? fate.code : fate.payCode
  return code === null ? 'the answer' : `code ${code}`
}

/** What became of one mutant: a copy of a product with one mistake, which a suite has to find. */
export interface MutantResult {
  /** In kebab-case, unique in its suite. */
  readonly name: string
  /** The number of the list of mistakes seen in integrations, or that it stands beyond it. */
  readonly mistake: number | 'beyond the list'
  readonly title: string
  /** The cases that failed, of those that were run. */
  readonly caughtBy: readonly string[]
  /** The cases that name the mistake: each of them has to fail. */
  readonly expected: readonly string[]
  /** Stale: the text that it replaces is not there, or not once. */
  readonly outcome: 'caught' | 'survived' | 'stale' | 'caught elsewhere'
  readonly seconds: number
}

/** Caught where every case that names the mistake has failed. */
export function outcomeOf(
  expected: readonly string[],
  failed: readonly string[],
): Exclude<MutantResult['outcome'], 'stale'> {
  if (expected.every((name) => failed.includes(name))) return 'caught'
  return failed.length === 0 ? 'survived' : 'caught elsewhere'
}

import type { ReferenceOptions } from '../../reference/start-reference.ts'
import type { MutantResult } from '../result.ts'

/** What a reference may be started with, beyond the usual. */
export type Started = Pick<ReferenceOptions, 'markup' | 'friendlyMarkup'>

/** The reference reseller with one mistake. */
export interface ResellerMutant extends Pick<MutantResult, 'name' | 'mistake' | 'title'> {
  /** Under reseller/. A migration’s functions are replaced in the database, once it is up to date. */
  readonly file: string
  /** Must stand once in the file. */
  readonly replace: string
  readonly by: string
  /** Each of them must fail. */
  readonly caughtBy: readonly string[]
  /** Cases that give a look back something to look at. */
  readonly beside?: readonly string[]
  /** Where it is not the usual: a mistake in rounding shows at some prices alone. */
  readonly started?: Started
}

/** The same mistake where the markup is so low that rounding down eats it. */
export function atLowMarkup(mutant: ResellerMutant): ResellerMutant {
  const { name, title } = mutant
  return {
    ...mutant,
    name: `${name}-at-a-low-markup`,
    title: `${title}, at a markup of 0.1 %`,
    started: { markup: 0.1 },
  }
}

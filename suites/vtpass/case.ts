import type { Ability, AccountSetup } from '../targets/target.ts'
import type { Conversation } from './conversation.ts'

/** One thing that must hold of any VTpass. */
export interface VtpassCase {
  /** In kebab-case, unique. */
  readonly name: string
  readonly group: string
  /** What must hold, in a sentence. */
  readonly title: string
  /** The page of VTpass's documentation that says so, and the part of it; or how it is known. */
  readonly source: string
  /** The row of docs/fidelity.md that it is about; null where there is none. */
  readonly row: string | null
  /** What a target must be able to do for it. */
  readonly needs?: readonly Ability[]
  /** How the account must be set up; needs account-settings. */
  readonly account?: AccountSetup
  readonly run: (vtpass: Conversation) => Promise<void>
}

/** All that a target must be able to do for a case. */
export function needsOf({ needs = [], account }: VtpassCase): readonly Ability[] {
  return account === undefined ? needs : [...needs, 'account-settings']
}

/** What a matcher found. */
export interface Verdict {
  readonly pass: boolean
  /** What there is, after "but": `it was not charged`. */
  readonly but: string
  /** What shows it, each in a line or a few. */
  readonly shown: readonly string[]
}

/** What a failed test says. `claim` is what was expected, with its verb: `to have bought nothing`. */
export function failureOf(claim: string, isNot: boolean, { but, shown }: Verdict): string {
  const head = `expected the account ${isNot ? 'not ' : ''}${claim}, but ${but}`
  return shown.length === 0 ? head : `${head}:\n${shown.map(indent).join('\n')}`
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}

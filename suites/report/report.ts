/** What a suite found out about a target: one shape for every suite, so that each way to show it is written once. */
export interface SuiteReport {
  readonly suite: 'vtpass' | 'reseller'
  /** What was checked, in a line; never with keys. */
  readonly target: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly seconds: number
  /** Finds the same run again. */
  readonly seed: number
  readonly cases: readonly CaseReport[]
  /** How many fields were compared, and how many were as expected; null where a suite compares none. */
  readonly score: Score | null
}

interface Score {
  readonly fields: number
  readonly asExpected: number
}

export interface CaseReport {
  /** In kebab-case, unique in its suite. */
  readonly name: string
  /** Cases that belong together stand under one heading. */
  readonly group: string
  /** What must hold, in a sentence. */
  readonly title: string
  /** Where that is said: a seed and its section. */
  readonly source: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** Why it was skipped: what the target cannot do. */
  readonly reason: string | null
  readonly problems: readonly Problem[]
  /** The exchanges that show it, in order. */
  readonly exchanges: readonly SeenExchange[]
  readonly seconds: number
}

/** One thing that is not as it must be. */
export interface Problem {
  /** Where in an answer, like `content.transactions.unit_price`; null where it is about no field. */
  readonly field: string | null
  readonly expected: string
  readonly actual: string
  /** What it costs and whom, in a sentence; null where it costs no money by itself. */
  readonly cost: string | null
  /** The row of docs/fidelity.md that it confirms or refutes. */
  readonly fidelity: { readonly row: string; readonly verdict: 'confirms' | 'refutes' } | null
}

/** One HTTP request and its answer. Keys and tokens are redacted before it comes here. */
export interface SeenExchange {
  /** ISO 8601, UTC, of the clock that counts. */
  readonly at: string
  /** Who asked whom. */
  readonly between:
    | 'suite and VTpass'
    | 'customer and reseller'
    | 'reseller and VTpass'
    | 'VTpass and reseller'
  readonly method: string
  readonly path: string
  readonly request: string
  /** Null where no answer came. */
  readonly status: number | null
  readonly answer: string
  /** What was arranged, or what is odd. */
  readonly note: string | null
}

/** Operations that specmatic cannot ask, with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  followJournal: 'its answer is a stream of events without an end',
}

/** Forms of an answer that specmatic reads no contract of, by operation: it is asked for the others. */
export const formsLeftOut: Readonly<Record<string, readonly string[]>> = {
  getCoverage: ['text'],
  getFindings: ['text', 'junit'],
}

/** Operations that take away what others need: each is asked of an account of its own, in whatever order they come. */
export const apart: Readonly<Record<string, string>> = {
  reset: 'reset',
  changeAccount: 'changed',
  deleteAccount: 'deleted',
  settleTransaction: 'settled',
  changeProduct: 'changed-product',
  addScenario: 'scenarios',
  deleteScenario: 'scenario-deleted',
  deleteScenarios: 'scenarios-deleted',
  moveClock: 'clock',
  clearJournal: 'journal-cleared',
}

/** What a body is held to beside the document, by operation, and why. */
export interface Narrowing {
  readonly why: string
  readonly without?: readonly string[]
  readonly required?: readonly string[]
  readonly values?: Readonly<Record<string, readonly unknown[]>>
  /** Fields of several forms, of which the first is asked for. */
  readonly firstForm?: readonly string[]
}

export const narrowings: Readonly<Record<string, Narrowing>> = {
  createAccount: { without: ['id'], why: 'an id can be taken once, and specmatic draws some twice' },
  settleTransaction: { values: { status: ['delivered'] }, why: 'a pending purchase is settled once' },
  addScenario: {
    required: ['fate'],
    firstForm: ['fate'],
    why: 'specmatic reads no anyOf of required fields, and what goes together in a fate in detail is said in words',
  },
}

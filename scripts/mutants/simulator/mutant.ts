/** The simulator with one mistake in its sources. */
export interface SimulatorMutant extends Mistake {
  /** The file that has the mistake, from the root of the repository. */
  readonly file: string
  /** The list of mistakes seen in integrations is of resellers. */
  readonly mistake: 'beyond the list'
}

interface Mistake {
  /** In kebab-case, unique. */
  readonly name: string
  /** What it does wrong, in a sentence. */
  readonly title: string
  /** The text of the file that is replaced: it must stand there exactly once. */
  readonly text: string
  readonly becomes: string
  /** The cases that must fail because of it. */
  readonly expected: readonly string[]
}

/** Mutants of one file. */
export function mistakesIn(file: string, mistakes: readonly Mistake[]): SimulatorMutant[] {
  return mistakes.map((mistake) => ({ file, mistake: 'beyond the list', ...mistake }))
}

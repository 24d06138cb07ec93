import { type Replacement, replaceOnLoad, repositoryFile } from './replace-on-load.ts'

/**
 * A process of one mutant: runs cases of the VTpass suite against it, and prints the names of those that failed, and how
 * many there were, in one line of JSON. It takes what to do as JSON too.
 */
export interface MutantTask {
  /** Null is the simulator as it stands. */
  readonly mistake: (Omit<Replacement, 'file'> & { readonly file: string }) | null
  /** Null is every case. */
  readonly only: readonly string[] | null
}

export interface MutantFindings {
  readonly cases: number
  readonly failed: readonly string[]
}

const { mistake, only }: MutantTask = JSON.parse(process.argv[2] ?? '')
const wasLoaded =
  mistake === null ? () => true : replaceOnLoad({ ...mistake, file: repositoryFile(mistake.file) })
// Loaded after the mistake is in place, and not before.
const { checkVtpass, simulatorInMemory } = await import('../../../suites/index.ts')
const { cases } = await checkVtpass(simulatorInMemory(), only === null ? {} : { only })
if (!wasLoaded()) throw new Error(`the simulator never loaded ${mistake?.file}`)
const failed = cases.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name)
const findings: MutantFindings = { cases: cases.length, failed }
console.log(JSON.stringify(findings))

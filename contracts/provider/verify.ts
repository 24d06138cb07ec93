import { setTimeout as wait } from 'node:timers/promises'
import { Verifier } from '@pact-foundation/pact'
import { carrier } from './carry.ts'
import { asRecord, at, type Json } from './json.ts'
import { type Interaction, PactError, type PactFile, readPact } from './pact-file.ts'
import { Stage } from './stage.ts'
import { type Arrange, states } from './states.ts'
import { checkThatItAnswers, type Target } from './target.ts'
import { PATIENCE_MS, Vtpass } from './vtpass.ts'

/** What became of one interaction of a pact. */
export interface Verified {
  readonly description: string
  readonly outcome: 'holds' | 'broken' | 'left-out'
  /** What is not as the pact has it, or why it was left out. */
  readonly reasons: readonly string[]
}

export interface VerifyOptions {
  /** Default: those of docs/contracts.md. */
  readonly states?: Readonly<Record<string, Arrange>>
  readonly pause?: (ms: number) => Promise<unknown>
}

/**
 * Verifies a pact, interaction by interaction. Pact prints on the standard output what it does.
 *
 * @throws {PactError} where the file is no pact, or names a state that nobody defines; nothing has been asked then.
 * @throws {TargetError} where nobody answers.
 */
export async function verifyPact(
  path: string,
  target: Target,
  { states: known = states, pause = wait }: VerifyOptions = {},
): Promise<readonly Verified[]> {
  const pact = readPact(path)
  checkStates(pact, known)
  await checkThatItAnswers(target)
  const vtpass = new Vtpass(target, pause)
  const stage = new Stage(vtpass)
  const results = await resultsOf(verifierOf(path, target, stage, vtpass, known))
  return pact.interactions.map((interaction, nth) => {
    const trouble = stage.troubleOf(nth)
    const isLeftOut = trouble?.isBeyondTheTarget === true && !target.isComplete
    const { description } = interaction
    if (trouble !== null) {
      return { description, outcome: isLeftOut ? 'left-out' : 'broken', reasons: [trouble.why] }
    }
    return verdictOn(interaction, results[nth])
  })
}

/** Pact itself lets a state pass that nobody defines. */
function checkStates({ path, interactions }: PactFile, known: VerifyOptions['states'] & object): void {
  const named = new Set(interactions.flatMap(({ states }) => states))
  const unknown = [...named].filter((name) => !Object.hasOwn(known, name))
  if (unknown.length === 0) return
  const list = (names: readonly string[]) => names.map((name) => `\n  ${name}`).join('')
  throw new PactError(
    `${path} names states that nobody defines:${list(unknown)}\nThere are:${list(Object.keys(known))}`,
  )
}

function verifierOf(
  path: string,
  target: Target,
  stage: Stage,
  vtpass: Vtpass,
  known: VerifyOptions['states'] & object,
): Verifier {
  // Pact counts its users by a call to its makers.
  process.env.PACT_DO_NOT_TRACK = 'true'
  const handlers = Object.entries(known).map(([name, arrange]) => [
    name,
    async (parameters: unknown) => ({ ...(await stage.arrange(name, arrange, parameters)) }),
  ])
  return new Verifier({
    providerBaseUrl: target.baseUrl,
    pactUrls: [path],
    stateHandlers: Object.fromEntries(handlers),
    requestFilter: carrier(stage, vtpass),
    timeout: PATIENCE_MS + 2 * target.spacingMs,
    logLevel: 'error',
  })
}

/** One for each interaction, in the order of the pact. */
async function resultsOf(verifier: Verifier): Promise<readonly Json[]> {
  const report = await verifier.verifyProvider().catch((error: Error) => error.message)
  const { interactionResults } = asRecord(parsed(report))
  if (!Array.isArray(interactionResults)) throw new Error(`Pact could not verify: ${report}`)
  return interactionResults
}

function parsed(report: string): unknown {
  try {
    return JSON.parse(report)
  } catch {
    return null
  }
}

function verdictOn({ description }: Interaction, result: Json | undefined): Verified {
  if (result === undefined || result.description !== description) {
    return { description, outcome: 'broken', reasons: ['Pact has not verified it'] }
  }
  if (result.result === 'OK') return { description, outcome: 'holds', reasons: [] }
  const mismatches = at(result, 'mismatch', 'mismatches')
  const reasons = Array.isArray(mismatches) ? mismatches.map(reasonIn) : [JSON.stringify(result.mismatch)]
  return { description, outcome: 'broken', reasons }
}

function reasonIn(mismatch: unknown): string {
  const { path, mismatch: why, type } = asRecord(mismatch)
  return typeof path === 'string' ? `${path}: ${why}` : `${why ?? type}`
}

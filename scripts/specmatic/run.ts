/** What specmatic tells of a run. */
export interface Run {
  /** How many tests passed and failed, in its words. */
  readonly said: string
  /** The operations that it asked, like `GET /accounts/{id}`, and those of them with a test that failed. */
  readonly asked: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
  readonly exitCode: number | null
  readonly output: string
}

const VERDICT = /^Scenario: ([A-Z]+) (\S+) -> \d.* has (SUCCEEDED|FAILED)$/gm

export function readRun(output: string, exitCode: number | null): Run {
  const said = /Tests run: \d+, .*/.exec(output)?.[0] ?? 'no test ran; is Java 17 installed?'
  const asked = new Set<string>()
  const failed = new Set<string>()
  for (const [, verb, path = '', verdict] of output.matchAll(VERDICT)) {
    const operation = `${verb} ${path.replaceAll(/\((\w+):\w+\)/g, '{$1}')}`
    asked.add(operation)
    if (verdict === 'FAILED') failed.add(operation)
  }
  return { said, asked, failed, exitCode, output }
}

/**
 * What keeps a run from being a proof, in words; null where nothing does. Every operation has to have been asked; those that
 * were broken on purpose have to have failed, and no other. The exit code is asked where all has to be well alone: specmatic
 * was seen to end with 0 after 68 failures.
 */
export function objectionTo(
  run: Run,
  operations: readonly string[],
  broken: readonly string[],
): string | null {
  const { said, asked, failed, exitCode } = run
  const unasked = operations.filter((operation) => !asked.has(operation))
  const unnoticed = broken.filter((operation) => !failed.has(operation))
  const surprising = [...failed].filter((operation) => !broken.includes(operation))
  const isWell = exitCode === 0 && /Failures: 0\b.*Errors: 0\b/.test(said)
  const objections = [
    ...(asked.size === 0 || (broken.length === 0 && !isWell) ? [`ended with ${exitCode}: ${said}`] : []),
    ...(unasked.length > 0 ? [`never asked: ${unasked.join(', ')}`] : []),
    ...(unnoticed.length > 0 ? [`broken, and not noticed: ${unnoticed.join(', ')}`] : []),
    ...(surprising.length > 0 ? [`failed: ${surprising.join(', ')}`] : []),
  ]
  return objections.length === 0 ? null : objections.join('\n')
}

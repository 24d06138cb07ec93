import type { Problem } from './types.ts'

/** A call to the control API that was refused. Its message says what to change; nothing has been changed. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  /** The HTTP status. */
  readonly status: number
  /** What the simulator said; null where the answer is not of its making. */
  readonly problem: Problem | null

  constructor(message: string, status: number, problem: Problem | null) {
    super(message)
    this.status = status
    this.problem = problem
  }
}

/** The error that an answer tells. `asked` is the call in words: `GET http://127.0.0.1:4040/_simulator/clock`. */
export async function controlErrorOf(asked: string, answer: Response): Promise<ControlError> {
  const problem = problemIn(await answer.text())
  const reason = answer.headers.get('x-simulator-reason') ?? 'nothing says why'
  const message = problem?.detail ?? `${asked} was answered with HTTP ${answer.status}: ${reason}`
  return new ControlError(message, answer.status, problem)
}

function problemIn(text: string): Problem | null {
  try {
    const body: unknown = JSON.parse(text)
    return isProblem(body) ? body : null
  } catch {
    return null
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string'
}

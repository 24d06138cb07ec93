import { STATUS_CODES } from 'node:http'
import type { components } from '../../openapi/generated/control.ts'
import { type Answer, json } from '../wire/answer.ts'

/** A call of the control API that is refused: thrown where it is seen, and answered as a problem document. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly headers: Readonly<Record<string, string>> | undefined

  constructor(status: number, detail: string, headers?: Readonly<Record<string, string>>) {
    super(detail)
    this.status = status
    this.headers = headers
  }
}

/** @param detail what is wrong, and what to change */
export function refuse(status: number, detail: string, headers?: Readonly<Record<string, string>>): Refused {
  return new Refused(status, detail, headers)
}

/** The problem document of a refusal (RFC 9457). */
export function renderProblem({ status, message, headers }: Refused): Answer {
  const problem: components['schemas']['Problem'] = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
  }
  return {
    ...json(status, problem),
    contentType: 'application/problem+json',
    isPrivate: true,
    ...(headers !== undefined && { headers }),
  }
}

/** A call that is refused, in the form of the data API document: `{statusCode, message, error}`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: RefusalStatus
  readonly headers: Readonly<Record<string, string>>

  constructor(status: RefusalStatus, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

const names = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const

export type RefusalStatus = keyof typeof names

/** What a caller is told. */
export interface RefusalBody {
  readonly statusCode: RefusalStatus
  readonly message: string
  readonly error: string
}

export function bodyOf({ status, message }: Refusal): RefusalBody {
  return { statusCode: status, message, error: names[status] }
}

/** @throws Refusal 413 */
export function tooLarge(): never {
  throw new Refusal(413, 'The body is too large')
}

import type { Keys, Target } from './target.ts'

/** What VTpass answered. */
export interface Told {
  readonly status: number
  readonly contentType: string
  readonly text: string
}

export interface Request {
  readonly method: string
  /** Behind the base URL, with its query: `/pay`. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** A target as one caller sees it, who takes care that no purchase looks like a duplicate of another. */
export class Vtpass {
  readonly #target: Target
  readonly #pause: (ms: number) => Promise<unknown>
  /** When something was last bought for a recipient. */
  readonly #boughtAt = new Map<string, number>()

  constructor(target: Target, pause: (ms: number) => Promise<unknown>) {
    this.#target = target
    this.#pause = pause
  }

  keysForNext(): Promise<Keys> {
    return this.#target.keysForNext()
  }

  async send({ method, path, headers, body }: Request): Promise<Told> {
    const answer = await fetch(this.#target.baseUrl + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const contentType = answer.headers.get('content-type') ?? ''
    return { status: answer.status, contentType, text: await answer.text() }
  }

  /** Waits until a purchase for this recipient is no likely duplicate, and counts it. */
  async space(recipient: string, isHurried: boolean): Promise<void> {
    const last = this.#boughtAt.get(recipient)
    const left = last === undefined || isHurried ? 0 : last + this.#target.spacingMs - Date.now()
    if (left > 0) await this.#pause(left)
    this.#boughtAt.set(recipient, Date.now())
  }
}

/** VTpass was seen to take half a minute over a purchase. */
export const PATIENCE_MS = 45_000

/** VTpass's page "API Key Authentication": the secret key with POST, the public key with GET. */
export function keysOf(method: string, { apiKey, publicKey, secretKey }: Keys): Record<string, string> {
  return method === 'GET'
    ? { 'api-key': apiKey, 'public-key': publicKey }
    : { 'api-key': apiKey, 'secret-key': secretKey }
}

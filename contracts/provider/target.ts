import { connectSimulator } from '../../simulator/index.ts'

export interface Keys {
  readonly apiKey: string
  readonly publicKey: string
  readonly secretKey: string
}

/** A VTpass that a pact is verified against: what can be called, and as whom. */
export interface Target {
  /** Ends in `/api`. */
  readonly baseUrl: string
  /** Whom the next interaction is played as. */
  readonly keysForNext: () => Promise<Keys>
  /** How long a second purchase for one recipient waits, so that it is no likely duplicate; milliseconds. */
  readonly spacingMs: number
  /** Whether every state can be arranged there; else what cannot is left out and told. */
  readonly isComplete: boolean
}

/** A running simulator. Every interaction has an account of its own, so that none is a duplicate of another. */
export async function simulatorTarget(url: string): Promise<Target> {
  const simulator = await connectSimulator(url)
  return {
    baseUrl: simulator.baseUrl,
    keysForNext: () => simulator.accounts.create({ wallet: WALLET }),
    spacingMs: 0,
    isComplete: true,
  }
}

/** Naira. More than a pact spends, and less than the dearest airtime costs, so that the wallet can be too low. */
const WALLET = 150_000

/** VTpass refuses a second purchase within 30 seconds with 019. */
const DUPLICATE_WINDOW_MS = 31_000

/**
 * Any VTpass, with keys of one account there. The states make purchases, so an address where they cost money is refused.
 *
 * @throws {TargetError}
 */
export function remoteTarget(baseUrl: string, keys: Keys, spacingMs = DUPLICATE_WINDOW_MS): Target {
  const url = URL.parse(baseUrl)
  if (url === null || !/^https?:$/.test(url.protocol)) throw new TargetError(`${baseUrl} is no URL of HTTP`)
  if (isLive(url))
    throw new TargetError(`${url.host} is live: a pact is verified with purchases, which cost money there`)
  const missing = Object.entries(keys).find(([, key]) => key === '')
  if (missing !== undefined)
    throw new TargetError(`${baseUrl} cannot be called without a key: ${missing[0]} is missing`)
  return { baseUrl: baseUrl.replace(/\/+$/, ''), keysForNext: async () => keys, spacingMs, isComplete: false }
}

/** A target that cannot be used; the message says why. */
export class TargetError extends Error {
  override readonly name = 'TargetError'
}

/** Any host of vtpass.com but the sandbox. */
function isLive({ hostname }: URL): boolean {
  const host = hostname.replace(/\.$/, '')
  return /(^|\.)vtpass\.com$/.test(host) && !/(^|[.-])sandbox\./.test(host)
}

/** @throws {TargetError} where nobody answers: Pact itself would wait for each interaction until its time is up. */
export async function checkThatItAnswers({ baseUrl }: Target, patienceMs = 10_000): Promise<void> {
  try {
    const answer = await fetch(`${baseUrl}/service-categories`, { signal: AbortSignal.timeout(patienceMs) })
    await answer.body?.cancel()
  } catch (error) {
    const { message, cause } = error as Error
    const why =
      cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message
    throw new TargetError(`nobody answers at ${baseUrl}: ${why}`)
  }
}

import { subscribe } from 'node:diagnostics_channel'
import { afterEach } from 'vitest'
import type { Announcement } from '../simulator/announce.ts'
import { contradictions, type SeenAnswer } from './contract.ts'

/**
 * Runs before every test file. What a simulator in this process answers is seen inside it, before a fault garbles it;
 * what another process answers is seen by `fetch`.
 */
const found: string[] = []

subscribe('vtpass-simulator:answer', (message) => {
  const { method, path, answer } = message as Announcement
  found.push(...contradictions({ method, path, ...answer }))
})

const plainFetch = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const answer = await plainFetch(input, init)
  const seen = await whatWasSeen(new Request(input, init), answer)
  if (seen !== null) found.push(...contradictions(seen))
  return answer
}

async function whatWasSeen(request: Request, answer: Response): Promise<SeenAnswer | null> {
  const contentType = answer.headers.get('content-type') ?? ''
  const path = new URL(request.url).pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '')
  if (!/^\/(api|_simulator)\//.test(path) || path.startsWith('/_simulator/docs')) return null
  // The reseller's, which its own tests hold to its document.
  if (path.startsWith('/api/v1/')) return null
  if (request.method === 'OPTIONS' || request.method === 'HEAD') return null
  // An answer that a fault has struck is seen before that; one without an end is seen event by event, by its own test.
  if (answer.headers.has('x-simulator-fault') || contentType.startsWith('text/event-stream')) return null
  const { method } = request
  return { method, path, status: answer.status, contentType, body: await answer.clone().text() }
}

/** What the documents contradict so far; the test of this check itself empties it. */
export function takeContradictions(): string[] {
  return found.splice(0)
}

afterEach(() => {
  const contradicted = takeContradictions()
  if (contradicted.length > 0)
    throw new Error(`answers that contradict openapi/:\n${contradicted.join('\n')}`)
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Luck } from './luck.ts'

/** Stands between VTpass's webhooks and the resellers, and forges some of its own. */
export interface Postman {
  /** Where VTpass sends its webhooks. */
  readonly url: string
  readonly tally: { received: number; lost: number; delivered: number; forged: number }
  /** Sends what VTpass never said, of a purchase that it may know. */
  forge(reference: string): void
  stop(): Promise<void>
}

/** A webhook that was put off comes after those that follow it. */
const LONGEST_DELAY_MS = 3_000
const PATIENCE_MS = 3_000

/** @param targets the resellers' addresses */
export async function startPostman(targets: readonly [string, ...string[]], luck: Luck): Promise<Postman> {
  const tally = { received: 0, lost: 0, delivered: 0, forged: 0 }
  const stopping = new AbortController()
  const post = async (body: string, delayMs: number) => {
    try {
      await setTimeout(delayMs, undefined, { signal: stopping.signal })
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(PATIENCE_MS)])
      const url = `${luck.oneOf(targets)}/api/v1/vtpass/webhook`
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(url, { method: 'POST', body, headers, signal })
      await answer.text()
      if (answer.ok) tally.delivered += 1
    } catch {
      // The reseller is being killed: the webhook is lost, which is what it is here for.
    }
  }
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    tally.received += 1
    const times = luck.oneOf([0, 0, 1, 1, 1, 2, 3])
    if (times === 0) tally.lost += 1
    for (let time = 0; time < times; time += 1) void post(body, luck.below(LONGEST_DELAY_MS))
    // One that is not acknowledged is sent again.
    response.statusCode = luck.fraction() < 0.1 ? 500 : 200
    response.end('{"response":"success"}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    tally,
    forge: (reference) => {
      tally.forged += 1
      void post(JSON.stringify(forgery(reference, luck)), 0)
    },
    stop: async () => {
      stopping.abort()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function forgery(requestId: string, luck: Luck): object {
  const status = luck.oneOf(['delivered', 'failed', 'reversed'])
  const code = { delivered: '000', failed: '016', reversed: '040' }[status] ?? '000'
  const transactions = { status, amount: 1, total_amount: 1 }
  return { type: 'transaction-update', data: { code, requestId, content: { transactions } } }
}

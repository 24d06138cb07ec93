import type { JournalEntry } from '../../simulator/index.ts'
import type { SeenExchange } from '../report/index.ts'
import type { Stage } from './stage.ts'

const MOST = 60

/** What the case saw, and what VTpass's journal has about its recipients, in order. */
export async function exchangesOf(stage: Stage): Promise<readonly SeenExchange[]> {
  const { simulator, purchases, seen } = stage
  const recipients = [...new Set(purchases.map(({ order }) => order.recipient))].slice(0, MOST)
  const calls = (
    await Promise.all(recipients.map((recipient) => simulator.journal.list({ endpoint: 'pay', recipient })))
  ).flat()
  const references = [...new Set(calls.flatMap(({ order }) => order?.requestId ?? []))]
  const requeries = await Promise.all(
    references.map((requestId) => simulator.journal.list({ endpoint: 'requery', requestId })),
  )
  const deliveries = await Promise.all(references.map((requestId) => simulator.webhooks.list({ requestId })))
  const attempts = deliveries.flat().flatMap(({ attempts: all, body }) =>
    all.map(
      ({ at, url, status, body: answer, error }): SeenExchange => ({
        at,
        between: 'VTpass and reseller',
        method: 'POST',
        path: new URL(url).pathname,
        request: JSON.stringify(body),
        status,
        answer: answer ?? '',
        note: error,
      }),
    ),
  )
  const all = [...seen, ...[...calls, ...requeries.flat()].map(seenOf), ...attempts]
  return all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, MOST)
}

/** Headers are left out: keys stand there. */
function seenOf({ wallAt, request, answer, heard, scenario, fault }: JournalEntry): SeenExchange {
  const arranged = [scenario, fault === null ? null : `${fault.kind} ${fault.when}`].filter(
    (one) => one !== null,
  )
  const hearing = heard === 'whole' ? [] : [`the reseller heard ${heard}`]
  return {
    at: wallAt,
    between: 'reseller and VTpass',
    method: request.method,
    path: request.path,
    request: JSON.stringify(request.fields),
    status: heard === 'nothing' ? null : (answer?.status ?? null),
    answer: answer?.body ?? '',
    note: [...arranged, ...hearing].join('; ') || null,
  }
}

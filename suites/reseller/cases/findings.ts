import type { FindingName, JournalEntry } from '../../../simulator/index.ts'
import type { SeenExchange } from '../../report/index.ts'
import { needsWebhook, type ResellerCase, sources } from '../case.ts'
import { SUITE } from './late.ts'

const GROUP = 'what VTpass’s side has seen'
const SHOWN = 6

/** What the simulator's auditor has seen the reseller do, over all the cases before. */
const looked: Readonly<
  Partial<Record<FindingName, { readonly title: string; readonly source: string; readonly cost: string }>>
> = {
  'bought-again-while-in-doubt': {
    title: 'Nothing is bought again under a new request id while the first is in doubt',
    source: sources.codes,
    cost: 'Both may be delivered: VTpass is paid twice for one sale.',
  },
  'bought-again-after-014': {
    title: '014 is asked about, and not answered with a new request id',
    source: sources.codes,
    cost: 'The first purchase stands: VTpass is paid twice for one sale.',
  },
  'bought-again-after-019': {
    title: '019 is asked about, and not answered with a new request id',
    source: sources.codes,
    cost: 'The first purchase stands: VTpass is paid twice for one sale.',
  },
  'never-requeried': {
    title: 'Every doubt is asked about',
    source: sources.codes,
    cost: 'The price of each purchase in doubt is held for good, or given back unasked.',
  },
  'gave-up-too-early': {
    title: 'A doubt is asked about until VTpass ends it',
    source: sources.codes,
    cost: 'The price of each purchase in doubt is held for good, or given back unasked.',
  },
  'requeried-with-transaction-id': {
    title: 'A requery names the request id, and not the transactionId',
    source: sources.codes,
    cost: 'VTpass answers 015 for ever: every doubt ends as a refund of what was delivered, or never.',
  },
  'hammered-requery': {
    title: 'A requery is not repeated more than ten times a minute',
    source: sources.codes,
    cost: 'VTpass may shut the account out, and then nothing is sold.',
  },
  'request-id-in-wrong-time-zone': {
    title: 'Request ids begin with the date and minute in Lagos',
    source: sources.requestId,
    cost: 'For an hour each night VTpass refuses every purchase with 085.',
  },
  'predictable-request-id': {
    title: 'A request id cannot be guessed',
    source: sources.requestId,
    cost: 'Whoever guesses one reads a receipt, and what was bought with it; and two that are the same are one purchase.',
  },
  'webhook-not-acknowledged': {
    title: 'Every webhook is answered',
    source: sources.webhooks,
    cost: 'VTpass gives up after five: a reversal that was told to nobody is refunded late or never.',
  },
  'webhook-acknowledged-with-wrong-body': {
    title: 'A webhook is acknowledged with {"response":"success"}',
    source: sources.webhooks,
    cost: 'VTpass sends it five times, and each may be taken for news.',
  },
}

const audited: readonly ResellerCase[] = Object.entries(looked).map(
  ([name, { title, source, cost }]): ResellerCase => ({
    name: `no-${name}`,
    group: GROUP,
    title,
    source,
    runs: 'at-the-end',
    ...(name.startsWith('webhook') ? { skip: needsWebhook } : {}),
    run: async (stage) => {
      const findings = await stage.simulator.findings()
      for (const finding of findings.filter((one) => one.name === name)) {
        stage.problem({ field: finding.name, expected: title, actual: finding.detail, cost })
        for (const { at, said } of finding.exchanges.slice(0, SHOWN)) {
          const [method = '', path = ''] = said.split(' ')
          stage.note({
            at,
            between: 'reseller and VTpass',
            method,
            path,
            request: '',
            status: null,
            answer: said,
            note: null,
          })
        }
      }
    },
  }),
)

/** What the suite itself has sent, in VTpass’s place. */
function isOurs({ request }: JournalEntry): boolean {
  return request.headers['user-agent'] === SUITE
}

function show({ wallAt, request, answer, order }: JournalEntry): SeenExchange {
  return {
    at: wallAt,
    between: 'reseller and VTpass',
    method: request.method,
    path: request.path,
    request: JSON.stringify({ ...request.fields, headers: Object.keys(request.headers) }),
    status: answer?.status ?? null,
    answer: answer?.body ?? '',
    note: order?.requestId ?? null,
  }
}

const read: readonly ResellerCase[] = [
  {
    name: 'no-secret-key-on-get',
    group: GROUP,
    title: 'The secret key goes with POST alone, the public key with GET',
    source: sources.keys,
    runs: 'at-the-end',
    run: async (stage) => {
      const sent = (await stage.simulator.journal.list()).filter(
        (entry) => entry.request.method === 'GET' && 'secret-key' in entry.request.headers,
      )
      if (sent.length === 0) return
      stage.problem({
        field: 'secret-key',
        expected: 'none in a GET',
        actual: `in ${sent.length} of them`,
        cost: 'The key that spends the whole wallet stands in the logs of whatever lies between.',
      })
      for (const entry of sent.slice(0, SHOWN)) stage.note(show(entry))
    },
  },
  {
    name: 'no-purchase-is-sent-twice',
    group: GROUP,
    title: 'A purchase is sent to VTpass once: whoever hears nothing asks, and does not send it again',
    source: sources.codes,
    runs: 'at-the-end',
    run: async (stage) => {
      const calls = (await stage.simulator.journal.purchases()).filter((entry) => !isOurs(entry))
      const repeated = [...Map.groupBy(calls, ({ order }) => order?.requestId ?? '')].filter(
        ([requestId, { length }]) => requestId !== '' && length > 1,
      )
      if (repeated.length === 0) return
      const [[first = '', entries = []] = []] = repeated
      stage.problem({
        field: 'POST /pay',
        expected: 'once for each request_id',
        actual: `${repeated.length} were sent again; ${first} ${entries.length} times`,
        cost: 'What was given up and refunded is bought after all: its whole price is lost each time that the first one had not arrived.',
      })
      for (const entry of entries.slice(0, SHOWN)) stage.note(show(entry))
    },
  },
]

export const findingCases: readonly ResellerCase[] = [...audited, ...read]

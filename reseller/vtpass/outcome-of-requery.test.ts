import { describe, expect, it } from 'vitest'
import { among, answered, CODES, delivered, REFERENCE, STATUSES, sayingOf } from './answers.test-support.ts'
import { outcomeOfRequery } from './outcome-of-requery.ts'

const outcome = (body: unknown, httpStatus?: number) =>
  outcomeOfRequery(answered(body, httpStatus), REFERENCE)

const looksAtTheStatus = among('000 001')
const isUnderWay = among('089 099')
const finals: Record<string, string> = {
  '015': 'no-order',
  '016': 'failed',
  '040': 'reversed',
  '091': 'failed',
}
const alerts: Record<string, string> = {
  '021': 'account',
  '022': 'account',
  '023': 'account',
  '024': 'account',
  '027': 'ip-not-whitelisted',
  '044': 'resolved',
  '085': 'improper-reference',
  '087': 'credentials',
}
const alertOf = (code: string) => alerts[code] ?? 'requery-refused'
const underStatus: Record<string, { kind: string; alert: string | null }> = {
  delivered: { kind: 'delivered', alert: null },
  failed: { kind: 'failed', alert: null },
  reversed: { kind: 'reversed', alert: null },
  pending: { kind: 'nothing-learnt', alert: null },
  initiated: { kind: 'nothing-learnt', alert: null },
}

/** The table of wallet.md, said once more: what each code and status comes to. */
function expected(code: string, status: string | null) {
  if (looksAtTheStatus(code)) {
    return underStatus[status ?? ''] ?? { kind: 'nothing-learnt', alert: 'undocumented' }
  }
  if (isUnderWay(code)) return { kind: 'nothing-learnt', alert: null }
  const kind = finals[code]
  if (kind === undefined) return { kind: 'nothing-learnt', alert: alertOf(code) }
  return status === null || status === kind
    ? { kind, alert: null }
    : { kind: 'nothing-learnt', alert: 'contradiction' }
}

describe.each(CODES)('%s', (code) => {
  it.each(STATUSES)('with the status %s', (status) => {
    const { kind, alert, ...rest } = outcome(sayingOf(code, status))

    expect({ kind, alert }).toEqual(expected(code, status))
    expect(rest).toMatchObject({ code, status, said: `TEXT OF ${code}` })
  })

  it('under an HTTP status that is not 200 teaches nothing, and the operator hears of it', () => {
    const found = [201, 204, 301, 400, 401, 403, 404, 429, 500, 502, 503, 504].flatMap((httpStatus) =>
      STATUSES.map((status) => outcome(sayingOf(code, status), httpStatus)),
    )
    expect(found.filter(({ kind, alert }) => kind !== 'nothing-learnt' || alert === null)).toEqual([])
  })
})

it('bad credentials teach nothing, and the operator hears of them', () => {
  expect(outcome({ code: '087', message: 'INVALID CREDENTIALS' }, 401)).toEqual({
    kind: 'nothing-learnt',
    alert: 'credentials',
    code: '087',
    status: null,
    said: 'INVALID CREDENTIALS',
  })
})

it('an HTML page teaches nothing', () => {
  expect(outcome('<html><h1>502 Bad Gateway</h1></html>', 502)).toMatchObject({
    kind: 'nothing-learnt',
    alert: 'undocumented',
    said: '<html><h1>502 Bad Gateway</h1></html>',
  })
})

it.each(['777', '0', 'constructor', 'hasOwnProperty'])(
  'the code %s, which no page lists, teaches nothing',
  (code) => {
    const found = STATUSES.map((status) => outcome(sayingOf(code, status)))
    expect(found.map(({ kind, alert }) => [kind, alert])).toEqual(
      Array(STATUSES.length).fill(['nothing-learnt', 'undocumented']),
    )
  },
)

it('a transaction query of 2019 teaches nothing: its outcome stands elsewhere', () => {
  const body = {
    code: '001',
    response_description: 'TRANSACTION QUERY',
    content: { requestId: 'REC123562', response_code: '016', response_description: 'TRANSACTION FAILED' },
  }
  expect(outcome(body)).toMatchObject({ kind: 'nothing-learnt', alert: 'undocumented' })
})

it.each(['not-sent', 'lost'] as const)('what was %s teaches nothing', (kind) => {
  expect(outcomeOfRequery({ kind, why: 'connection refused' }, REFERENCE)).toEqual({
    kind: 'nothing-learnt',
    code: null,
    status: null,
    said: 'connection refused',
    alert: 'unreachable',
  })
})

it('a delivery comes with its receipt', () => {
  expect(outcome(delivered)).toMatchObject({
    kind: 'delivered',
    receipt: { totalAmount: 40_385, content: delivered.content, answer: delivered },
  })
})

it('an answer about another order is not ours, whatever it says', () => {
  const requestId = '202503101014someoneelse'
  const found = CODES.flatMap((code) =>
    STATUSES.map((status) => outcome({ ...sayingOf(code, status), requestId })),
  )

  expect(found.filter(({ kind, alert }) => kind !== 'nothing-learnt' || alert !== 'another-order')).toEqual(
    [],
  )
})

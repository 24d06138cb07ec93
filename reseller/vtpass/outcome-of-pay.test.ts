import { describe, expect, it } from 'vitest'
import { among, answered, CODES, delivered, REFERENCE, STATUSES, sayingOf } from './answers.test-support.ts'
import { outcomeOfPay } from './outcome-of-pay.ts'

const outcome = (body: unknown, httpStatus?: number) => outcomeOfPay(answered(body, httpStatus), REFERENCE)

const looksAtTheStatus = among('000 001')
const isFailure = among(
  '010 011 012 013 016 017 018 019 020 021 022 023 024 025 026 027 028 030 031 032 034 035 040 085 087 091',
)
const alerts: Record<string, string> = {
  '018': 'low-float',
  '021': 'account',
  '022': 'account',
  '023': 'account',
  '024': 'account',
  '027': 'ip-not-whitelisted',
  '085': 'improper-reference',
  '087': 'credentials',
}

/** The table of wallet.md, said once more: what each code and status comes to. */
function expected(code: string, status: string | null) {
  if (looksAtTheStatus(code)) return { kind: status === 'delivered' ? 'delivered' : 'unknown', alert: null }
  if (!isFailure(code)) return { kind: 'unknown', alert: null }
  const own = code === '040' ? 'reversed' : 'failed'
  if (status !== null && status !== own) return { kind: 'unknown', alert: 'contradiction' }
  return { kind: 'failed', alert: alerts[code] ?? null }
}

describe.each(CODES)('%s', (code) => {
  it.each(STATUSES)('with the status %s', (status) => {
    const { kind, alert, ...rest } = outcome(sayingOf(code, status))

    expect({ kind, alert }).toEqual(expected(code, status))
    expect(rest).toMatchObject({ code, status, said: `TEXT OF ${code}` })
  })

  it('under an HTTP status that is not 200 is unknown, but for 087 under 401', () => {
    const statuses = [201, 202, 204, 301, 400, 401, 403, 404, 408, 429, 500, 502, 503, 504]
    const kinds = statuses.map((status) => [status, outcome(sayingOf(code, null), status).kind])

    expect(kinds.filter(([, kind]) => kind !== 'unknown')).toEqual(code === '087' ? [[401, 'failed']] : [])
  })
})

it('every documented code is in one of the three groups', () => {
  const unknown = CODES.filter((code) => !isFailure(code) && !looksAtTheStatus(code))
  expect(unknown).toEqual(['014', '015', '044', '083', '089', '099'])
})

it('bad credentials are a failure that the operator hears of, and their words stand in `message`', () => {
  expect(outcome({ code: '087', message: 'INVALID CREDENTIALS' }, 401)).toEqual({
    kind: 'failed',
    alert: 'credentials',
    code: '087',
    status: null,
    said: 'INVALID CREDENTIALS',
  })
})

it('a system error is unknown', () => {
  expect(outcome({ code: '083', content: { errors: [] } }, 500)).toMatchObject({
    kind: 'unknown',
    code: '083',
  })
})

it.each(['777', '0', 'constructor', 'hasOwnProperty'])(
  'the code %s, which no page lists, is unknown',
  (code) => {
    const kinds = STATUSES.map((status) => outcome(sayingOf(code, status)).kind)
    expect(new Set(kinds)).toEqual(new Set(['unknown']))
  },
)

it('a code, a status and an id that are no words are not kept', () => {
  const transactions = { status: 'delivered\u0000', transactionId: '1\u0000' }

  expect(outcome({ ...delivered, code: '000\u0000' }).code).toBeNull()
  expect(outcome({ ...delivered, code: 'x'.repeat(65) }).code).toBeNull()
  expect(outcome({ ...delivered, content: { transactions } }).status).toBe('unreadable')
  expect(
    outcome({ ...delivered, content: { transactions: { ...transactions, status: 'delivered' } } }),
  ).toMatchObject({ receipt: { transactionId: null } })
})

it('a failure may come with an empty list in the place of its transaction', () => {
  expect(outcome({ ...delivered, code: '016', content: { transactions: [] } }).kind).toBe('failed')
})

it('a delivery under HTTP 502 is unknown', () => {
  expect(outcome(delivered, 502).kind).toBe('unknown')
})

it('a status is read whatever its case', () => {
  const { transactions } = delivered.content
  const kinds = ['Delivered', 'DELIVERED', ' delivered '].map(
    (status) => outcome({ ...delivered, content: { transactions: { ...transactions, status } } }).kind,
  )
  expect(kinds).toEqual(['delivered', 'delivered', 'delivered'])
})

it.each([{ status: 1 }, { status: true }, { status: ['delivered'] }, { status: {} }])(
  'a status that is no text is none of them: %o',
  (transactions) => {
    expect(outcome({ ...delivered, content: { transactions } })).toMatchObject({
      kind: 'unknown',
      status: 'unreadable',
    })
    expect(outcome({ ...delivered, code: '016', content: { transactions } })).toMatchObject({
      kind: 'unknown',
      alert: 'contradiction',
    })
  },
)

describe('a delivery', () => {
  const receiptOf = (body: unknown) => {
    const found = outcome(body)
    return found.kind === 'delivered' ? found.receipt : null
  }

  it('comes with its receipt, in kobo rounded half up', () => {
    expect(receiptOf(delivered)).toEqual({
      transactionId: '17415980564672211596777904',
      totalAmount: 40_385,
      commission: 615,
      purchasedCode: null,
      content: delivered.content,
      answer: delivered,
    })
  })

  it('comes with what stands beside its content', () => {
    const cards = [{ serialNumber: '81560189', pin: '08999186' }]
    const code = 'PIN: 08999186, S/N:81560189'

    expect(receiptOf({ ...delivered, purchased_code: `${code}\u0000`, cards })).toMatchObject({
      purchasedCode: code,
      answer: { cards },
    })
  })

  it('is one without figures, where they cannot be read', () => {
    const transactions = { status: 'delivered', total_amount: 'N/A', commission: -1, transactionId: 17 }

    expect(receiptOf({ code: '000', content: { transactions } })).toMatchObject({
      transactionId: null,
      totalAmount: null,
      commission: null,
    })
  })

  it('may leave out whose it is', () => {
    const { requestId, ...anonymous } = delivered
    expect([outcome(anonymous).kind, outcome({ ...delivered, requestId: null }).kind]).toEqual([
      'delivered',
      'delivered',
    ])
  })
})

describe.each(['202503101014someoneelse', '', REFERENCE.toUpperCase(), `${REFERENCE} `, 17, {}, false])(
  'an answer about the order %o',
  (requestId) => {
    it('is not ours, whatever it says', () => {
      const found = CODES.flatMap((code) =>
        STATUSES.map((status) => outcome({ ...sayingOf(code, status), requestId })),
      )
      expect(found.filter(({ kind, alert }) => kind !== 'unknown' || alert !== 'another-order')).toEqual([])
    })
  },
)

it('what was never sent has failed', () => {
  expect(outcomeOfPay({ kind: 'not-sent', why: 'connection refused' }, REFERENCE)).toEqual({
    kind: 'failed',
    code: null,
    status: null,
    said: 'connection refused',
    alert: null,
  })
})

it('silence is unknown', () => {
  expect(outcomeOfPay({ kind: 'lost', why: 'no whole answer in time' }, REFERENCE)).toEqual({
    kind: 'unknown',
    code: null,
    status: null,
    said: 'no whole answer in time',
    alert: null,
  })
})

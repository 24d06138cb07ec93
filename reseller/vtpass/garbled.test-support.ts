import { answered, delivered, REFERENCE, sayingOf } from './answers.test-support.ts'
import type { Heard } from './heard.ts'

/** An answer that is none of VTpass's, though parts of it may look like a failure. */
export interface Garbled {
  readonly name: string
  readonly heard: Heard
}

const failed = sayingOf('016', 'failed')
const failedText = JSON.stringify(failed)
const unauthorized = { code: '087', message: 'INVALID CREDENTIALS' }

function named(kind: string, bodies: readonly unknown[], httpStatus = 200, contentType?: string): Garbled[] {
  return bodies.map((body, index) => ({
    name: `${kind}, ${index + 1}`,
    heard: answered(body, httpStatus, contentType),
  }))
}

/** Cut short at 40 places: no JSON any more, so that the text is what was heard. */
const truncated = Array.from({ length: 40 }, (_, index) =>
  failedText.slice(0, 1 + Math.floor((failedText.length * index) / 41)),
)

const noObjects = [
  null,
  true,
  false,
  0,
  16,
  -1,
  1e308,
  '',
  '016',
  'Invalid Credentials.',
  'TRANSACTION FAILED',
  '\u0000\u0001\ud800',
  [],
  [[]],
  [failed],
  ['016'],
  [null, failed],
]

/** What may stand where a code is expected. */
const codes = [
  undefined,
  null,
  '',
  ' ',
  16,
  87,
  -16,
  true,
  false,
  [],
  ['016'],
  {},
  { code: '016' },
  '16',
  '0016',
  '00016',
  ' 016',
  '016 ',
  '016\n',
  '\u0660\u0661\u0666',
  'O16',
  '016,016',
  '777',
  '999',
  '002',
  '029',
  '033',
  '036',
  '041',
  '084',
  '086',
  '088',
  '090',
  '098',
  '100',
  '200',
  '400',
  '500',
  'failed',
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
]

const statuses = [
  '',
  ' ',
  'pending',
  'delivered',
  'DELIVERED',
  'initiated',
  'processing',
  'cancelled',
  'success',
  16,
  true,
  {},
  [],
]

const contents = [
  undefined,
  null,
  0,
  '',
  'failed',
  [],
  [failed.content],
  { transactions: null },
  { transactions: [] },
  { transactions: 'failed' },
  { status: 'failed' },
  { transactions: { status: null } },
]

const transactions = ['failed', 16, true, ['failed'], [{ status: 'delivered' }], [null]]

const httpStatuses = [
  201, 202, 203, 204, 206, 300, 301, 302, 304, 307, 308, 400, 401, 402, 403, 404, 405, 408, 409, 413, 415,
  418, 422, 425, 429, 500, 501, 502, 503, 504, 507, 520, 522, 524, 525, 530,
]

const pages = [502, 503, 504, 520, 429, 200].map(
  (status) =>
    [
      status,
      `<html><head><title>${status}</title></head><body>code 016 TRANSACTION FAILED</body></html>`,
    ] as const,
)

const texts = [
  failedText + failedText,
  `\u0000${failedText}`,
  failedText.replaceAll('"', "'"),
  Buffer.from(failedText, 'utf16le').toString('utf8'),
  `)]}',\n${failedText}`,
  `callback(${failedText})`,
  'code=016&response_description=TRANSACTION+FAILED',
  '<?xml version="1.0"?><code>016</code>',
  'undefined',
  'NaN',
  `Warning: Undefined index in /var/www/pay.php on line 16\n${failedText}`,
  '\u001f\u008b\u0008\u0000',
]

/** Two hundred answers that must never be taken for a failure. */
export const garbled: readonly Garbled[] = [
  ...named('truncated', truncated),
  ...named('no object', noObjects),
  ...named(
    'another code',
    codes.map((code) => ({ ...failed, code })),
  ),
  ...named(
    '016 with another status',
    statuses.map((status) => ({ ...failed, content: { transactions: { status } } })),
  ),
  ...named(
    'delivered without a transaction',
    contents.map((content) => ({ ...delivered, content })),
  ),
  ...httpStatuses.map((status) => ({ name: `016 under ${status}`, heard: answered(failed, status) })),
  ...pages.map(([status, page]) => ({
    name: `a page under ${status}`,
    heard: answered(page, status, 'text/html'),
  })),
  ...named('no JSON', texts),
  ...[400, 402, 403, 404, 500].map((status) => ({
    name: `unauthorized under ${status}`,
    heard: answered(unauthorized, status),
  })),
  ...named(
    '016 without a transaction that can be read',
    transactions.map((each) => ({ ...failed, content: { transactions: each } })),
  ),
  ...named(
    'unauthorized without its code',
    ['Invalid Credentials.', { message: 'INVALID CREDENTIALS' }, { error: '087' }],
    401,
  ),
  ...named(
    'of another order',
    ['202503101014other', REFERENCE.slice(0, -1), [REFERENCE], 0, true].map((requestId) => ({
      ...failed,
      requestId,
    })),
  ),
  ...named('deep', [JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)]),
  ...named('an inherited code', [JSON.parse('{"__proto__":{"code":"016"}}')]),
]

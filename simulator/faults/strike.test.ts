import { describe, expect, it } from 'vitest'
import { calls, type Hearing, hear, plainContext } from '../../test/callers.ts'
import { type Answer, json } from '../wire/answer.ts'
import { type FaultKind, type FaultOf, type Heard, strike } from './fault.ts'
import type { AnswerMoment } from './strike.ts'

/** One fault of each kind. */
const faults: { readonly [Kind in FaultKind]: FaultOf<Kind> } = {
  'fixed-delay': { kind: 'fixed-delay', delayMs: 10 },
  'uniform-delay': { kind: 'uniform-delay', lowerMs: 10, upperMs: 20 },
  'lognormal-delay': { kind: 'lognormal-delay', medianMs: 10, sigma: 0.5, maximumMs: null },
  'chunked-dribble-delay': { kind: 'chunked-dribble-delay', numberOfChunks: 3, totalMs: 30 },
  'connection-reset-by-peer': { kind: 'connection-reset-by-peer' },
  'empty-response': { kind: 'empty-response' },
  'malformed-response-chunk': { kind: 'malformed-response-chunk' },
  'random-data-then-close': { kind: 'random-data-then-close' },
  'truncated-json': { kind: 'truncated-json' },
  'html-502': { kind: 'html-502' },
  'html-503': { kind: 'html-503' },
  'html-504': { kind: 'html-504' },
  'wrong-content-type': { kind: 'wrong-content-type', contentType: 'text/plain' },
  'wrong-charset': { kind: 'wrong-charset', charset: 'utf-16le' },
  'duplicated-answer': { kind: 'duplicated-answer' },
  'empty-body': { kind: 'empty-body' },
  'unlisted-code': { kind: 'unlisted-code' },
  'unlisted-status': { kind: 'unlisted-status' },
  'bare-text': { kind: 'bare-text' },
}
const kinds = Object.keys(faults) as FaultKind[]
const moments = ['after-commit', 'mid-answer'] as const

const answer = json(201, {
  code: '000',
  content: { transactions: { status: 'delivered', amount: 20 } },
  response_description: 'TRANSACTION SUCCESSFUL',
})
const FIRST = '{"code":"000","content":{"transactions":{"status":"delivered",'
const REST = '"amount":20}},"response_description":"TRANSACTION SUCCESSFUL"}'
const WHOLE = FIRST + REST

/** Beside what the client makes of the answer, what the strike itself says was heard. */
type Row = Omit<Hearing, 'fault'> & { readonly heard: Heard }

const JSON_HEAD = '201 application/json'
const complete = { end: 'complete' }
const closed = { end: 'terminated: other side closed' }
const silence = { heard: 'nothing', head: null, length: null, body: '' } as const
const right = { heard: 'whole', head: JSON_HEAD, length: '124', body: WHOLE, ...complete } as const
const inChunks = { ...right, length: 'chunked' } as const
const half = { heard: 'part', head: JSON_HEAD, length: '124', body: FIRST } as const

/** A complete answer that is the wrong one. */
function wrong(body: string, head = JSON_HEAD): Row {
  return { heard: 'garbled', head, length: String(body.length), body, ...complete }
}

const page = (title: string) =>
  `<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1></body>\n</html>\n`
const html = (title: string): Record<AnswerMoment, Row> => ({
  'after-commit': wrong(page(title), `${title.slice(0, 3)} text/html`),
  'mid-answer': wrong(FIRST + page(title)),
})
const utf16 = (text: string) => text.replace(/./g, '$&\0')
const always = (row: Row) => ({ 'after-commit': row, 'mid-answer': row })

const rows: Record<FaultKind, Record<AnswerMoment, Row>> = {
  'fixed-delay': always(right),
  'uniform-delay': always(right),
  'lognormal-delay': always(right),
  'chunked-dribble-delay': always(inChunks),
  'connection-reset-by-peer': {
    'after-commit': { ...silence, end: 'fetch failed: read ECONNRESET' },
    'mid-answer': { ...half, end: 'terminated: read ECONNRESET' },
  },
  'empty-response': {
    'after-commit': { ...silence, end: 'fetch failed: other side closed' },
    'mid-answer': { ...half, ...closed },
  },
  'malformed-response-chunk': {
    'after-commit': {
      heard: 'garbled',
      head: '200 application/json',
      length: 'chunked',
      body: '',
      end: 'terminated: (Invalid character in chunk size)',
    },
    'mid-answer': { ...half, length: 'chunked', end: 'terminated: (Invalid character in chunk size)' },
  },
  'random-data-then-close': {
    'after-commit': {
      ...silence,
      heard: 'garbled',
      end: 'fetch failed: (Expected HTTP/)',
    },
    'mid-answer': wrong(FIRST + '\xc0'.repeat(62)),
  },
  'truncated-json': always(wrong(FIRST)),
  'html-502': html('502 Bad Gateway'),
  'html-503': html('503 Service Unavailable'),
  'html-504': html('504 Gateway Timeout'),
  'wrong-content-type': always(wrong(WHOLE, '201 text/plain')),
  'wrong-charset': {
    'after-commit': wrong(utf16(WHOLE), '201 application/json; charset=utf-8'),
    'mid-answer': wrong(FIRST + utf16(REST), '201 application/json; charset=utf-8'),
  },
  'duplicated-answer': { 'after-commit': wrong(WHOLE + WHOLE), 'mid-answer': wrong(FIRST + WHOLE) },
  'empty-body': always(wrong('')),
  'unlisted-code': always(
    wrong(WHOLE.replace('000', '777').replace('TRANSACTION SUCCESSFUL', 'UNLISTED RESPONSE CODE')),
  ),
  'unlisted-status': always(wrong(WHOLE.replace('delivered', 'processing'))),
  'bare-text': always(wrong('"Invalid Credentials."')),
}

/** An empty body has no middle: it is struck the same at both moments. */
const ofNoBody: Record<FaultKind, Pick<Row, 'heard' | 'body' | 'end'>> = {
  'fixed-delay': { heard: 'whole', body: '', ...complete },
  'uniform-delay': { heard: 'whole', body: '', ...complete },
  'lognormal-delay': { heard: 'whole', body: '', ...complete },
  'chunked-dribble-delay': { heard: 'whole', body: '', ...complete },
  'connection-reset-by-peer': { heard: 'nothing', body: '', end: 'fetch failed: read ECONNRESET' },
  'empty-response': { heard: 'nothing', body: '', end: 'fetch failed: other side closed' },
  'malformed-response-chunk': rows['malformed-response-chunk']['after-commit'],
  'random-data-then-close': rows['random-data-then-close']['after-commit'],
  'truncated-json': wrong(''),
  'html-502': wrong(page('502 Bad Gateway')),
  'html-503': wrong(page('503 Service Unavailable')),
  'html-504': wrong(page('504 Gateway Timeout')),
  'wrong-content-type': wrong(''),
  'wrong-charset': wrong(''),
  'duplicated-answer': wrong(''),
  'empty-body': wrong(''),
  'unlisted-code': wrong('{"code":"777"}'),
  'unlisted-status': wrong('{"content":{"transactions":{"status":"processing"}}}'),
  'bare-text': wrong('"Invalid Credentials."'),
}

/** A single character is not parted: mid-answer, its first half is empty. */
const ofOneByte: Record<FaultKind, Pick<Row, 'heard' | 'body' | 'end'>> = {
  ...ofNoBody,
  'fixed-delay': { heard: 'whole', body: '7', ...complete },
  'uniform-delay': { heard: 'whole', body: '7', ...complete },
  'lognormal-delay': { heard: 'whole', body: '7', ...complete },
  'chunked-dribble-delay': { heard: 'whole', body: '7', ...complete },
  'connection-reset-by-peer': { heard: 'part', body: '', end: 'terminated: read ECONNRESET' },
  'empty-response': { heard: 'part', body: '', ...closed },
  'malformed-response-chunk': { ...ofNoBody['malformed-response-chunk'], heard: 'part' },
  'random-data-then-close': wrong('\xc0'),
  'wrong-content-type': wrong('7'),
  'wrong-charset': wrong('7\0'),
  'duplicated-answer': wrong('7'),
}

describe.each(Object.entries(calls))('%s', (_name, call) => {
  /** What the client makes of it, and what the strike says was heard. */
  async function heardOf(
    kind: FaultKind,
    moment: AnswerMoment,
    struckAnswer: Answer,
  ): Promise<Hearing & { heard: Heard }> {
    const heard = Promise.withResolvers<Heard>()
    const answered = call((line) => {
      const struck = strike(faults[kind], moment, struckAnswer, line, plainContext)
      heard.resolve(struck.heard)
      return struck
    })
    return { ...(await hear(answered)), heard: await heard.promise }
  }

  describe.each(kinds)('%s', (kind) => {
    it.each(moments)('%s', async (moment) => {
      const row = rows[kind][moment]
      const named = { ...row, fault: row.head === null ? null : kind }
      expect(await heardOf(kind, moment, answer)).toEqual(named)
      // Where a body is kept in bytes, they are what goes out.
      const kept = { ...answer, body: '', bytes: Buffer.from(WHOLE) }
      expect(await heardOf(kind, moment, kept)).toEqual(named)
    })

    it('strikes an empty body, and one of a single byte', async () => {
      const { heard, body, end } = ofNoBody[kind]
      for (const moment of moments)
        expect(await heardOf(kind, moment, { ...answer, body: '' })).toMatchObject({ heard, body, end })
      const one = ofOneByte[kind]
      expect(await heardOf(kind, 'mid-answer', { ...answer, body: '7' })).toMatchObject({
        heard: one.heard,
        body: one.body,
        end: one.end,
      })
    })
  })
})

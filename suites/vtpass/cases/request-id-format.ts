import type { VtpassCase } from '../case.ts'
import { isRecord } from '../compare.ts'
import type { Conversation } from '../conversation.ts'
import { productPage, sampleOf } from '../products.ts'
import { buy, pay } from '../purchase.ts'
import { improperTexts, refusalBody } from '../refusals.ts'
import { dayBefore, lagosMinute } from '../template.ts'

const group = 'request id'
const page = 'How to generate Request ID, Request ID Format'
const mtn = productPage('mtn')
const sale = sampleOf(mtn)

/** What a sandbox that lets undated ids through answers. */
const letThrough = {
  row: 'request_id · Once seen: the sandbox let an undated id through. The setting `requestIdDate: ignored` does so.',
  when: (body: unknown) => isRecord(body) && body.code === '000',
}

const improperRows = {
  'no date': '085 · a request_id that does not begin with eight digits (which text it gets is ours)',
  'no proper date':
    '085 · eight digits, and no calendar date, fewer than twelve characters, or no hour and minute after the date',
  'not today': '085 · a date that is not today in Lagos',
} as const

interface ImproperId {
  readonly name: string
  readonly why: keyof typeof improperTexts
  readonly make: (vtpass: Conversation) => string
}

const today = ({ target }: Conversation) => lagosMinute(target.now()).slice(0, 8)
const improperIds: readonly ImproperId[] = [
  { name: 'letters-alone', why: 'no date', make: ({ luck }) => `order-${luck.letters(12)}` },
  { name: 'seven-digits', why: 'no date', make: ({ luck }) => `2026031x${luck.letters(12)}` },
  { name: 'no-calendar-date', why: 'no proper date', make: ({ luck }) => `202613011014${luck.letters(8)}` },
  {
    name: 'the-30th-of-february',
    why: 'no proper date',
    make: ({ luck }) => `202602301014${luck.letters(8)}`,
  },
  {
    name: 'the-29th-of-february-2026',
    why: 'no proper date',
    make: ({ luck }) => `202602291014${luck.letters(8)}`,
  },
  { name: 'day-zero', why: 'no proper date', make: ({ luck }) => `202603001014${luck.letters(8)}` },
  { name: 'month-zero', why: 'no proper date', make: ({ luck }) => `202600101014${luck.letters(8)}` },
  { name: 'date-alone', why: 'no proper date', make: today },
  { name: 'eleven-digits', why: 'no proper date', make: (vtpass) => `${today(vtpass)}101` },
  {
    name: 'no-hour',
    why: 'no proper date',
    make: (vtpass) => `${today(vtpass)}2400${vtpass.luck.letters(8)}`,
  },
  {
    name: 'no-minute',
    why: 'no proper date',
    make: (vtpass) => `${today(vtpass)}1060${vtpass.luck.letters(8)}`,
  },
  {
    name: 'letters-for-an-hour',
    why: 'no proper date',
    make: (vtpass) => `${today(vtpass)}ab${vtpass.luck.letters(8)}`,
  },
  { name: 'yesterday', why: 'not today', make: (vtpass) => vtpass.requestId(dayBefore(vtpass.target.now())) },
  {
    name: 'tomorrow',
    why: 'not today',
    make: (vtpass) => vtpass.requestId(vtpass.target.now() + 86_400_000),
  },
  {
    name: 'last-year',
    why: 'not today',
    make: (vtpass) => vtpass.requestId(vtpass.target.now() - 365 * 86_400_000),
  },
]

const improper: readonly VtpassCase[] = improperIds.map(({ name, why, make }) => ({
  name: `refuses-request-id-of-${name}`,
  group,
  title: `A request id of ${name.replaceAll('-', ' ')} is refused: ${improperTexts[why]}`,
  source: `Response Codes, 085; ${page}`,
  row: improperRows[why],
  run: async (vtpass) => {
    const answered = await pay(vtpass, mtn, sale, { requestId: make(vtpass) })
    vtpass.expect(answered, { body: refusalBody('085', improperTexts[why]), confirms: [letThrough] })
  },
}))

const accepted: readonly [name: string, title: string, make: (vtpass: Conversation) => string][] = [
  [
    'midnight-of-today',
    'The hour and the minute need not be the present ones',
    (vtpass) => `${today(vtpass)}0000${vtpass.luck.letters(8)}`,
  ],
  [
    'the-last-minute-of-today',
    'The hour and the minute need not have come yet',
    (vtpass) => `${today(vtpass)}2359${vtpass.luck.letters(8)}`,
  ],
  [
    'twelve-digits-alone',
    'Twelve digits are enough',
    ({ target, luck }) =>
      `${lagosMinute(target.now()).slice(0, 8)}${luck.digits(1) > '4' ? '0' : '1'}${luck.digits(1)}${'012345'[Number(luck.digits(1)) % 6]}${luck.digits(1)}`,
  ],
  [
    'all-digits',
    'It may be all digits',
    ({ target, luck }) => `${lagosMinute(target.now())}${luck.digits(10)}`,
  ],
  [
    'odd-characters',
    'Whatever stands after the first twelve characters is echoed as it is',
    ({ target, luck }) => `${lagosMinute(target.now())}-ü"\\<b>&/😀${luck.letters(8)}`,
  ],
  [
    'sixty-characters',
    'It may be long',
    ({ target, luck }) => `${lagosMinute(target.now())}${luck.letters(48)}`,
  ],
]

const proper: readonly VtpassCase[] = accepted.map(([name, title, make]) => ({
  name: `takes-request-id-of-${name}`,
  group,
  title,
  source: page,
  row: 'request_id · The hour and minute need not be the present ones; the date is of Lagos.',
  run: async (vtpass) => {
    await buy(vtpass, mtn, sale, { requestId: make(vtpass) })
  },
}))

export const requestIdFormatCases: readonly VtpassCase[] = [...improper, ...proper]

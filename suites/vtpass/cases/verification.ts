import type { VtpassCase } from '../case.ts'
import { isRecord } from '../compare.ts'
import type { Expected } from '../conversation.ts'
import { refusal } from '../refusals.ts'
import { knownAccount, knownCard, unknownAccount, unknownCard } from '../verifications.ts'

const group = 'verification'
const smilePath = '/merchant-verify/smile/email'

/** What GOTV's text names and its sample lacks. */
const verifyDetail = {
  row: "verification · What GOTV's text names and its sample lacks is added by the setting `verifyDetail`.",
  when: (body: unknown) => isRecord(body) && isRecord(body.content) && 'Renewal_Amount' in body.content,
}

interface Verification {
  readonly name: string
  readonly title: string
  readonly source: string
  readonly row: string
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly expected: Expected
}

const gotv = { billersCode: '1212121212', serviceID: 'gotv' }
const smile = { billersCode: 'tester@sandbox.com', serviceID: 'smile-direct' }
const badCardRow =
  'verification · A bad smartcard answers code 000 with `content.error`, and no Customer_Name.'
const missingRow = '011 · verify without a billersCode'
const noneRow = '012 · verify a product that has no verification'

const verifications: readonly Verification[] = [
  {
    name: 'verifies-a-smartcard',
    title: 'The sandbox knows smartcard 1212121212',
    source: '[UPDATED] GOTV Subscription Payment API, VERIFY SMARTCARD NUMBER',
    row: '/merchant-verify · Verify a smartcard or an account',
    path: '/merchant-verify',
    fields: gotv,
    expected: { body: knownCard, confirms: [verifyDetail] },
  },
  {
    name: 'answers-000-for-a-bad-smartcard',
    title: 'A smartcard that is unknown answers code 000 with content.error, and no name',
    source: 'seen',
    row: badCardRow,
    path: '/merchant-verify',
    fields: { ...gotv, billersCode: '1212121213' },
    expected: { body: unknownCard },
  },
  ...[
    ['with-a-digit-more', '12121212120'],
    ['with-a-digit-less', '121212121'],
  ].map(([name, billersCode = '']) => ({
    name: `answers-000-for-a-smartcard-${name}`,
    title: 'The test smartcard with a digit more or less is unknown',
    source: 'seen',
    row: badCardRow,
    path: '/merchant-verify',
    fields: { ...gotv, billersCode },
    expected: { body: unknownCard },
  })),
  {
    name: 'verifies-a-smile-e-mail',
    title: 'The sandbox knows tester@sandbox.com, with two accounts',
    source: 'Smile Network Payment API, VERIFY SMILE EMAIL',
    row: '/merchant-verify/smile/email · Verify a Smile email',
    path: smilePath,
    fields: smile,
    expected: { body: knownAccount },
  },
  {
    name: 'answers-000-for-a-bad-smile-e-mail',
    title: 'A Smile e-mail that is unknown answers code 000 with content.error',
    source: 'ours, after the smartcard',
    row: '000 · verify a number, known or not: one that is not has `content.error`',
    path: smilePath,
    fields: { ...smile, billersCode: 'nobody@sandbox.com' },
    expected: { body: unknownAccount },
  },
  {
    name: 'answers-000-for-a-smile-e-mail-in-capitals',
    title: 'A Smile e-mail in capitals is another, and unknown',
    source: 'ours',
    row: '000 · verify a number, known or not: one that is not has `content.error`',
    path: smilePath,
    fields: { ...smile, billersCode: 'TESTER@sandbox.com' },
    expected: { body: unknownAccount },
  },
  {
    name: 'verifies-a-smile-e-mail-as-any-merchant',
    title: 'The plain path verifies a Smile e-mail too',
    source: 'seen',
    row: 'verification · Smile is verified at /merchant-verify too.',
    path: '/merchant-verify',
    fields: smile,
    expected: { body: knownAccount },
  },
  {
    name: 'answers-000-for-a-bad-smile-e-mail-as-any-merchant',
    title: 'The plain path answers a bad Smile e-mail as its own path does',
    source: 'ours',
    row: 'verification · Smile is verified at /merchant-verify too.',
    path: '/merchant-verify',
    fields: { ...smile, billersCode: '1212121212' },
    expected: { body: unknownAccount },
  },
  ...[
    ['refuses-to-verify-without-a-number', '/merchant-verify', { serviceID: 'gotv' }],
    ['refuses-to-verify-an-empty-number', '/merchant-verify', { serviceID: 'gotv', billersCode: '' }],
    ['refuses-to-verify-without-a-service', '/merchant-verify', { billersCode: '1212121212' }],
    ['refuses-to-verify-no-smile-e-mail', smilePath, { serviceID: 'smile-direct' }],
    ['refuses-to-verify-a-smile-e-mail-without-a-service', smilePath, { billersCode: 'tester@sandbox.com' }],
  ].map(([name, path, fields]) => ({
    name: name as string,
    title: 'A verification that lacks a field is refused with 011',
    source: 'Response Codes, Verification Response',
    row: missingRow,
    path: path as string,
    fields: fields as Readonly<Record<string, string>>,
    expected: refusal('011'),
  })),
  ...[
    ['refuses-to-verify-airtime', '/merchant-verify', 'mtn'],
    ['refuses-to-verify-what-does-not-exist', '/merchant-verify', 'gotv2'],
    ['refuses-to-verify-a-smartcard-as-smile', smilePath, 'gotv'],
  ].map(([name, path, serviceID]) => ({
    name: name as string,
    title: `Verifying ${serviceID} at ${path} is refused with 012`,
    source: 'seen; Response Codes, Verification Response',
    row: noneRow,
    path: path as string,
    fields: { billersCode: '1212121212', serviceID: serviceID as string },
    expected: refusal('012'),
  })),
]

export const verificationCases: readonly VtpassCase[] = verifications.map(
  ({ path, fields, expected, ...rest }) => ({
    ...rest,
    group,
    run: async (vtpass) => {
      vtpass.expect(await vtpass.post(path, fields), expected)
    },
  }),
)

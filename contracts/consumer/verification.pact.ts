import { expect } from 'vitest'
import { readVerification } from '../../reseller/index.ts'
import { agree } from './agree.ts'
import { text, words } from './matchers.ts'
import { INVALID_CREDENTIALS } from './purchases.ts'

const card = { serviceID: 'gotv', billersCode: '1212121212' }
const badCard = { serviceID: 'gotv', billersCode: '9999999999' }

agree(
  'a smartcard that is somebody’s',
  {
    request: { post: '/merchant-verify', body: card },
    answer: { code: '000', content: { Customer_Name: text('TEST METER') } },
  },
  async (vtpass) => {
    expect(readVerification(await vtpass.verify(card))).toMatchObject({
      kind: 'verified',
      customerName: 'TEST METER',
      renewalAmount: null,
    })
  },
)

agree(
  'a smartcard that is nobody’s',
  {
    request: { post: '/merchant-verify', body: badCard },
    answer: {
      code: '000',
      content: { error: words('The Smartcard/Decoder Number you entered may be invalid') },
    },
  },
  async (vtpass) => {
    expect(readVerification(await vtpass.verify(badCard))).toEqual({
      kind: 'refused',
      said: 'The Smartcard/Decoder Number you entered may be invalid',
    })
  },
)

agree(
  'a smartcard, with keys that VTpass does not know',
  {
    given: ['keys that VTpass does not know'],
    request: { post: '/merchant-verify', body: card },
    status: 401,
    answer: INVALID_CREDENTIALS,
  },
  async (vtpass) => {
    expect(readVerification(await vtpass.verify(card))).toEqual({
      kind: 'unavailable',
      said: 'INVALID CREDENTIALS',
    })
  },
)

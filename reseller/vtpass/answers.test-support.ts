import type { Heard } from './heard.ts'

/** The reference of the purchase that tests ask about. */
export const REFERENCE = '202503101014k3nf8a2qxz7wm1p9'

export function answered(body: unknown, httpStatus = 200, contentType = 'application/json'): Heard {
  return { kind: 'answer', httpStatus, contentType, body }
}

/** What pay answers for ₦410 of MTN data; VTpass's page "MTN Data Subscription API". */
export const delivered = {
  code: '000',
  content: {
    transactions: {
      status: 'delivered',
      product_name: 'MTN Data',
      unique_element: '08011111111',
      unit_price: '410.00',
      quantity: 1,
      commission: 6.1499999999999995,
      total_amount: 403.85,
      amount: '410.00',
      transactionId: '17415980564672211596777904',
    },
  },
  response_description: 'TRANSACTION SUCCESSFUL',
  requestId: REFERENCE,
  amount: 410,
  transaction_date: '2025-03-10T09:14:16.000000Z',
  purchased_code: '',
}

/** The same answer under another code, with another status; null leaves the transaction out, as refusals do. */
export function sayingOf(code: string, status: string | null) {
  const content =
    status === null ? { errors: [] } : { transactions: { ...delivered.content.transactions, status } }
  return { ...delivered, code, content, response_description: `TEXT OF ${code}` }
}

export const STATUSES = [
  'pending',
  'delivered',
  'failed',
  'reversed',
  'initiated',
  'cancelled',
  null,
] as const

/** Every code of VTpass's page "Response Codes". */
export const CODES = (
  '000 001 010 011 012 013 014 015 016 017 018 019 020 021 022 023 024 025 026 027 028 ' +
  '030 031 032 034 035 040 044 083 085 087 089 091 099'
).split(' ')

/** Whether one of the codes in a text, parted by spaces. */
export function among(codes: string): (code: string) => boolean {
  const set = new Set(codes.split(' '))
  return (code) => set.has(code)
}

import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { secretOf, signedHeaders } from './message.ts'

const secret = secretOf(new Uint8Array(32).fill(7))
const old = secretOf(new Uint8Array(32).fill(8))
const message = { id: 'msg_1_delivered', body: '{"type":"transaction.delivered"}' }
const at = new Date('2026-01-27T12:00:00.999Z')

function hmac(key: number, text: string): string {
  return createHmac('sha256', Buffer.alloc(32, key)).update(text).digest('base64')
}

it('signs id, second and body with the secret', () => {
  const signed = `msg_1_delivered.1769515200.${message.body}`
  expect(signedHeaders(message, [secret], at)).toEqual({
    'content-type': 'application/json',
    'user-agent': 'vtpass-reseller',
    'webhook-id': 'msg_1_delivered',
    'webhook-timestamp': '1769515200',
    'webhook-signature': `v1,${hmac(7, signed)}`,
  })
})

it('signs with each of two secrets, the present one first', () => {
  const signed = `msg_1_delivered.1769515200.${message.body}`
  const headers = signedHeaders(message, [secret, old], at)
  expect(headers['webhook-signature']).toBe(`v1,${hmac(7, signed)} v1,${hmac(8, signed)}`)
})

it('is taken by the library that a customer uses, with either secret and with no other', () => {
  const headers = signedHeaders(message, [secret, old], new Date())
  expect(new Webhook(secret).verify(message.body, headers)).toEqual({ type: 'transaction.delivered' })
  expect(new Webhook(old).verify(message.body, headers)).toEqual({ type: 'transaction.delivered' })
  const other = secretOf(new Uint8Array(32).fill(9))
  expect(() => new Webhook(other).verify(message.body, headers)).toThrow('No matching signature found')
  expect(() => new Webhook(secret).verify(`${message.body} `, headers)).toThrow()
})

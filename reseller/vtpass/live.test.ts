import { expect, it } from 'vitest'
import { isLive } from './live.ts'

it.each([
  'https://vtpass.com/api',
  'https://www.vtpass.com/api',
  'https://api-service.vtpass.com/api/',
  'https://VTPASS.com./api',
  'https://user:sandbox@vtpass.com/sandbox/api?sandbox',
])('%s costs money', (baseUrl) => {
  expect(isLive(baseUrl)).toBe(true)
})

it.each([
  'https://sandbox.vtpass.com/api',
  'https://SANDBOX.vtpass.com/api',
  'http://127.0.0.1:4040/api',
  'http://localhost:4040/api',
  'https://notvtpass.com/api',
  'https://vtpass.com.example/api',
  'https://example.com/vtpass.com/api',
])('%s does not', (baseUrl) => {
  expect(isLive(baseUrl)).toBe(false)
})

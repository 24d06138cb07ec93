import type { Dispatcher } from 'undici'
import { onTestFinished } from 'vitest'
import { createVtpass, type VtpassSettings } from './client.ts'
import type { PayFields, Vtpass } from './vtpass.ts'

export const keys = {
  apiKey: 'api-key-of-ours-1',
  publicKey: 'PK_public_key_of_ours_2',
  secretKey: 'SK_secret_key_of_ours_3',
}

export const purchase: PayFields = {
  request_id: '202503101014k3nf8a2qxz7wm1p9',
  serviceID: 'mtn-data',
  billersCode: '08011111111',
  variation_code: 'mtn-10mb-100',
  phone: '08011111111',
}

/** A client that is closed with its test. */
export function clientOf(
  baseUrl: string,
  settings: Partial<VtpassSettings> = {},
  dispatcher?: Dispatcher,
): Vtpass {
  const all = { baseUrl, ...keys, timeoutMs: 10_000, connectTimeoutMs: 10_000, ...settings }
  const vtpass = dispatcher === undefined ? createVtpass(all) : createVtpass(all, dispatcher)
  onTestFinished(() => vtpass.close())
  return vtpass
}

/** undici takes a connection back some turns of the event loop after its answer; who asks at once gets another one. */
export function connectionIsFree(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}

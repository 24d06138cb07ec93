import type { SimulatorOptions } from '../../simulator/index.ts'

/**
 * Where a behaviour comes from: a page of VTpass's documentation and the part of it, an answer of the real API that
 * somebody has seen, or our own choice where neither exists.
 */
export type Origin = { readonly page: string; readonly part: string } | 'seen' | 'ours'

export interface Call {
  readonly to: 'pay' | 'requery' | 'merchant-verify' | 'balance' | 'services' | 'service-variations'
  readonly fields: Readonly<Record<string, string | number>>
  /** Headers instead of, or beside, the right keys. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A way to get something out of the simulator. A test goes it: the last call must answer what the row promises. */
export interface Way {
  readonly how: string
  readonly from: Origin
  readonly options?: SimulatorOptions
  readonly calls: readonly Call[]
  /** The text that comes with it, where a code has several. */
  readonly text?: string
}

/** The moment at which every way is gone. */
export const MOMENT = '2025-03-10T09:14:16Z'

const today = '202503101014'

export function pay(fields: Call['fields'], headers?: Call['headers']): Call {
  return headers === undefined ? { to: 'pay', fields } : { to: 'pay', fields, headers }
}

export function requery(requestId: string): Call {
  return { to: 'requery', fields: { request_id: requestId } }
}

/** ₦100 of MTN airtime, with what is to be different. */
export function airtime(name: string, different: Call['fields'] = {}): Call['fields'] {
  return { request_id: today + name, serviceID: 'mtn', amount: 100, phone: '08011111111', ...different }
}

export function data(name: string, different: Call['fields'] = {}): Call['fields'] {
  return {
    request_id: today + name,
    serviceID: 'mtn-data',
    billersCode: '08011111111',
    variation_code: 'mtn-10mb-100',
    phone: '08011111111',
    ...different,
  }
}

export function gotv(name: string, different: Call['fields'] = {}): Call['fields'] {
  return {
    request_id: today + name,
    serviceID: 'gotv',
    billersCode: '1212121212',
    variation_code: 'gotv-lite',
    phone: '08011111111',
    subscription_type: 'change',
    ...different,
  }
}

export function spectranet(name: string, different: Call['fields'] = {}): Call['fields'] {
  return {
    request_id: today + name,
    serviceID: 'spectranet',
    billersCode: '1212121212',
    variation_code: 'vt-1000',
    phone: '1212121212',
    ...different,
  }
}

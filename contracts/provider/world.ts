import { randomInt } from 'node:crypto'
import { asRecord, at, type Json } from './json.ts'
import type { Keys } from './target.ts'
import { keysOf, type Request, type Vtpass } from './vtpass.ts'

type Outcome = 'delivered' | 'pending' | 'failed'

/** What cannot be arranged at this target; the message says why. */
export class CannotArrange extends Error {
  override readonly name = 'CannotArrange'
}

/** What one interaction is played in: an account, and what its states have arranged there. */
export class World {
  readonly #vtpass: Vtpass
  readonly #keys: Keys
  /** Whether the purchase of the interaction may be a likely duplicate. */
  isHurried = false
  /** Whether the keys of the pact are sent as they are. */
  hasForeignKeys = false

  constructor(vtpass: Vtpass, keys: Keys) {
    this.#vtpass = vtpass
    this.#keys = keys
  }

  /** The keys to send, as headers. */
  keysFor(method: string): Record<string, string> {
    return this.hasForeignKeys ? {} : keysOf(method, this.#keys)
  }

  hurry(): void {
    this.isHurried = true
  }

  keepForeignKeys(): void {
    this.hasForeignKeys = true
  }

  /** As VTpass's page "How to generate Request ID" wants it: Lagos's date, hour and minute, and twelve characters. */
  newRequestId(): string {
    const minute = new Date(Date.now() + LAGOS_AHEAD_MS).toISOString().slice(0, 16).replaceAll(/\D/g, '')
    const characters = Array.from({ length: 12 }, () => randomInt(36).toString(36))
    return minute + characters.join('')
  }

  /** Buys one of a product; the recipient decides what becomes of it. Gives its request id. */
  async buy(serviceID: string, outcome: Outcome): Promise<string> {
    const recipient = recipientFor(serviceID, outcome)
    const request_id = this.newRequestId()
    await this.#vtpass.space(recipient, false)
    const fields = {
      request_id,
      serviceID,
      phone: recipient,
      ...(await this.#fieldsOf(serviceID, recipient)),
    }
    const told = await this.#post('/pay', fields)
    const status = at(told, 'content', 'transactions', 'status')
    if (status !== outcome) {
      throw new Error(
        `${serviceID} for ${recipient} should be ${outcome}; VTpass says ${JSON.stringify(told)}`,
      )
    }
    return request_id
  }

  /** An amount of MTN airtime, in naira, that costs more than the wallet holds. */
  async airtimeBeyondTheWallet(): Promise<number> {
    const balance = Number(at(await this.#get('/balance'), 'contents', 'balance'))
    const listed = listIn(at(await this.#get('/services?identifier=airtime'), 'content'))
    const dearest = Number(listed.find(({ serviceID }) => serviceID === 'mtn')?.maximum_amount)
    // Commission is a few per cent.
    const amount = Math.ceil(balance * 1.1) + 100
    if (amount <= dearest) return amount
    throw new CannotArrange(`the wallet holds ₦${balance}, and MTN airtime costs at most ₦${dearest}`)
  }

  async #fieldsOf(serviceID: string, recipient: string): Promise<object> {
    if (AIRTIME.has(serviceID)) return { amount: 100 }
    const listed = await this.#get(`/service-variations?${new URLSearchParams({ serviceID })}`)
    const plan = listIn(at(listed, 'content', 'variations')).find(
      ({ variation_amount }) => Number(variation_amount) > 0,
    )
    return {
      billersCode: recipient,
      variation_code: plan?.variation_code,
      ...(serviceID === 'spectranet' ? { quantity: 1 } : {}),
      ...(serviceID === 'gotv' ? { subscription_type: 'change' } : {}),
    }
  }

  #get(path: string): Promise<unknown> {
    return this.#ask({ method: 'GET', path, headers: keysOf('GET', this.#keys) })
  }

  #post(path: string, fields: object): Promise<unknown> {
    const headers = { ...keysOf('POST', this.#keys), 'content-type': 'application/json' }
    return this.#ask({ method: 'POST', path, headers, body: JSON.stringify(fields) })
  }

  async #ask(request: Request): Promise<unknown> {
    const { status, text } = await this.#vtpass.send(request)
    try {
      return JSON.parse(text)
    } catch {
      throw new Error(`${request.path} answers HTTP ${status} with no JSON`)
    }
  }
}

const AIRTIME: ReadonlySet<string> = new Set(['mtn', 'airtel', 'glo', 'etisalat'])
const LAGOS_AHEAD_MS = 3_600_000

/** VTpass's sandbox decides by the recipient what becomes of a purchase. */
function recipientFor(serviceID: string, outcome: Outcome): string {
  if (outcome === 'pending') return '201000000000'
  if (outcome === 'failed') return `0803${randomInt(10_000_000).toString().padStart(7, '0')}`
  return /^(gotv|dstv|startimes|showmax|spectranet)$/.test(serviceID) ? '1212121212' : '08011111111'
}

function listIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asRecord) : []
}

import { Webhook } from 'standardwebhooks'

/** A message to a customer's webhook, as Standard Webhooks has it. */
export interface Message {
  /** Names it: the same at every attempt. No full stop, which divides what is signed. */
  readonly id: string
  readonly body: string
}

/** The headers of one attempt. Each secret signs: after a change the customer may check with either. */
export function signedHeaders(
  { id, body }: Message,
  secrets: readonly string[],
  at: Date,
): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': 'vtpass-reseller',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}

/** Standard Webhooks asks for 24 to 64 bytes. */
export const SECRET_BYTES = 32

/** A secret in the form that Standard Webhooks' libraries take. @param bytes so many, at random */
export function secretOf(bytes: Uint8Array): string {
  return `whsec_${Buffer.from(bytes).toString('base64')}`
}

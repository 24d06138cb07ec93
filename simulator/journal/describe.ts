import type { components } from '../../openapi/generated/control.ts'
import type { Fields } from '../engine/order.ts'
import type { World } from '../engine/world.ts'
import { type Entry, heardBy } from './entry.ts'
import { redactHeaders, redactKeys, redactQuery } from './redact.ts'

type JournalEntry = components['schemas']['JournalEntry']
type JournalOrder = components['schemas']['JournalOrder']

/** An entry as the contract has it. Keys and passwords are redacted. */
export function describeEntry(entry: Entry, world: World): JournalEntry {
  const { answer, arranged } = entry
  const strike = arranged?.strike ?? null
  const { apiKey, publicKey, secretKey } = world.account
  const url = new URL(entry.url, 'http://vtpass')
  const described: JournalEntry = {
    id: entry.id,
    at: new Date(entry.at.world).toISOString(),
    wallAt: new Date(entry.at.wall).toISOString(),
    endpoint: entry.endpoint,
    request: {
      method: entry.method,
      path: url.pathname,
      query: redactQuery(url.searchParams),
      headers: redactHeaders(entry.headers),
      fields: { ...entry.fields },
      callerIp: entry.callerIp,
    },
    order: orderOf(entry, world),
    answer:
      answer === null
        ? null
        : {
            status: answer.status,
            contentType: answer.contentType,
            body: answer.body,
            reason: answer.reason ?? null,
          },
    code: entry.code,
    status: entry.status,
    heard: heardBy(entry),
    scenario: arranged?.name ?? null,
    rule: entry.rule,
    fault: strike === null ? null : { kind: strike.fault.kind, when: strike.when },
    warnings: [...(answer?.warnings ?? [])],
  }
  return redactKeys(described, [apiKey, publicKey, secretKey])
}

/** What was asked for; a requery names its purchase only, which the record knows. */
export function orderOf({ endpoint, fields }: Entry, world: World): JournalOrder | null {
  if (endpoint !== 'pay' && endpoint !== 'requery' && endpoint !== 'merchant-verify') return null
  const record = endpoint === 'requery' ? world.transactions.get(fields.request_id ?? '') : undefined
  const transaction = record === undefined || 'refusedWith' in record ? null : record
  return {
    requestId: fields.request_id ?? null,
    serviceID: transaction?.product.serviceID ?? fields.serviceID ?? null,
    recipient: transaction?.recipient ?? recipientOf(fields, world),
    variationCode: transaction?.variationCode ?? fields.variation_code ?? null,
    amount: transaction?.unitPriceText ?? fields.amount ?? null,
    subscriptionType: fields.subscription_type ?? null,
  }
}

function recipientOf(fields: Fields, { catalogue }: World): string | null {
  const field = catalogue.products.get(fields.serviceID ?? '')?.file.recipient.field ?? 'billersCode'
  return fields[field] ?? null
}

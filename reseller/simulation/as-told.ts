import type { Purchase } from '../storage/purchase.ts'
import type { Told } from './client.ts'

/** A client who was told "successful" or "failed" was told what stayed true. */
export function asTold(
  { wish, requestId, status, message, id }: Told,
  purchases: readonly Purchase[],
): string[] {
  // A refusal names nothing, and a client who named nothing either cannot tell which purchase it was.
  if (requestId === null) return []
  const purchase = purchases.find(
    (each) => each.customer === wish.customer.id && each.requestId === requestId,
  )
  const state = purchase?.state ?? 'nothing'
  const wrong = (what: string) => [`${wish.name} was told "${message}", and ${requestId} is ${what}`]
  if (status === 500) return wrong('a mistake')
  if (status === 200 && id !== purchase?.id) return wrong(`${purchase?.id}, not ${id}`)
  if (message === 'Data purchase successful' && state !== 'delivered' && state !== 'reversed')
    return wrong(state)
  if (/^Transaction failed|NOT WHITELISTED/.test(message) && state !== 'failed' && state !== 'reversed')
    return wrong(state)
  return []
}

/** One request id, one purchase. */
export function boughtOnce(told: readonly Told[]): string[] {
  const ids = new Map<string, Set<string>>()
  for (const { wish, requestId, id } of told) {
    if (id === null || requestId === null) continue
    const name = `${wish.customer.id} ${requestId}`
    ids.set(name, (ids.get(name) ?? new Set()).add(id))
  }
  return [...ids].filter(([, { size }]) => size > 1).map(([name]) => `${name} is more than one purchase`)
}

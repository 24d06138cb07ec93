import type { components } from '../../openapi/generated/control.ts'
import type { Millis } from '../engine/time.ts'
import type { Attempt, Delivery } from './delivery.ts'

type Schemas = components['schemas']

/** A delivery as the control API's contract has it. */
export function describeDelivery(delivery: Delivery): Schemas['Delivery'] {
  const { id, type, requestId, serviceID, body, createdAt, state, attempts, nextAttemptAt } = delivery
  return {
    id,
    type,
    requestId,
    serviceID,
    body: { ...body },
    createdAt: momentOf(createdAt),
    state,
    attempts: attempts.map(describeAttempt),
    nextAttemptAt: nextAttemptAt === null ? null : momentOf(nextAttemptAt),
  }
}

function describeAttempt({ at, url, status, body, error }: Attempt): Schemas['Attempt'] {
  return { at: momentOf(at), url, status, body, error, isAcknowledged: error === null }
}

function momentOf(at: Millis): string {
  return new Date(at).toISOString()
}

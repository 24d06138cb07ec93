import type { components } from '../../openapi/generated/control.ts'
import type { Millis } from '../engine/time.ts'
import { whyNotAcknowledged } from './acknowledgement.ts'
import type { Heard } from './post.ts'

/** A webhook to be sent. */
export interface Webhook {
  readonly type: 'transaction-update' | 'variations-update'
  /** The transaction's; null where the webhook is about none. */
  readonly requestId: string | null
  readonly serviceID: string
  readonly body: object
}

export interface Attempt {
  readonly at: Millis
  readonly url: string
  readonly status: number | null
  readonly body: string | null
  /** In words, why it is no acknowledgement; null where it is one. */
  readonly error: string | null
}

/** A webhook and what became of it. */
export interface Delivery extends Webhook {
  readonly id: string
  readonly createdAt: Millis
  readonly state: components['schemas']['DeliveryState']
  readonly attempts: readonly Attempt[]
  /** How many of the attempts were the schedule's own: a redelivery is none. */
  readonly scheduledAttempts: number
  readonly nextAttemptAt: Millis | null
}

/** The most characters that are kept of a receiver's answer. */
const LONGEST_BODY = 2000

export function attemptOf(at: Millis, url: string, heard: Heard): Attempt {
  const { status = null, body } = heard
  const kept = body?.slice(0, LONGEST_BODY).toWellFormed() ?? null
  return { at, url, status, body: kept, error: whyNotAcknowledged(heard) }
}

/** Its first attempt is due at once. */
export function newDelivery(id: string, webhook: Webhook, at: Millis): Delivery {
  const { type, requestId, serviceID, body } = webhook
  const noted = { id, type, requestId, serviceID, body, createdAt: at }
  return { ...noted, state: 'due', attempts: [], scheduledAttempts: 0, nextAttemptAt: at }
}

/** After an attempt that somebody asked for: what is due stays due, unless this one was acknowledged. */
export function withAttempt(delivery: Delivery, attempt: Attempt): Delivery {
  const after = { ...delivery, attempts: [...delivery.attempts, attempt] }
  return attempt.error === null ? { ...after, state: 'acknowledged', nextAttemptAt: null } : after
}

/** After an attempt of the schedule: a delay is the time from the end of one attempt to the next. */
export function withScheduledAttempt(
  delivery: Delivery,
  attempt: Attempt,
  delaysMs: readonly Millis[],
  now: Millis,
): Delivery {
  const delayMs = delaysMs[delivery.scheduledAttempts]
  const scheduledAttempts = delivery.scheduledAttempts + 1
  const after = { ...withAttempt(delivery, attempt), scheduledAttempts }
  if (after.state === 'acknowledged') return after
  if (delayMs === undefined) return { ...after, state: 'given-up', nextAttemptAt: null }
  return { ...after, state: 'due', nextAttemptAt: now + delayMs }
}

import type { Database } from '../storage/database.ts'
import {
  claimNotices,
  dropNotice,
  type Notice,
  noteDelivery,
  type SignedWebhook,
} from '../storage/telling.ts'
import type { Job } from '../worker.ts'
import { type Message, signedHeaders } from './message.ts'
import type { Post } from './post.ts'
import { waitBeforeRetry } from './retry-schedule.ts'

/** All that sending takes from outside: time, luck, the database and the network. */
export interface Sending {
  readonly database: Database
  readonly post: Post
  now(): Date
  /** From 0, and below 1. */
  fraction(): number
  /** After this a notice is due again whose sender was not heard of: longer than a POST may take. */
  readonly leaseMs: number
  /** Told of a notice whose attempt could not be noted; it is due again after the lease. */
  report(error: unknown, where: string): void
}

/** On their way at once from this process, and to one customer from all processes. */
const AT_ONCE = 64
const AT_ONCE_TO_ONE = 4

/**
 * Tells customers what there is to tell. A round begins to send and does not wait for the answers: a webhook that does not
 * answer takes a place, and no time of others. Whoever is done makes room, which is filled at once.
 */
export function createSender(sending: Sending): Job {
  const onTheirWay = new Set<Promise<void>>()
  let filling: Promise<number> | null = null
  let isFinishing = false
  const fill = () => {
    filling ??= claimSome().finally(() => {
      filling = null
    })
    return filling
  }
  const claimSome = async () => {
    const limit = AT_ONCE - onTheirWay.size
    if (limit === 0) return 0
    const due = await claim(sending, limit)
    for (const notice of due) begin(notice)
    return due.length
  }
  const begin = (notice: Notice) => {
    const sent = sendNotice(sending, notice)
      .finally(() => onTheirWay.delete(sent))
      .then(async () => {
        if (!isFinishing) await fill()
      })
      .catch((error: unknown) => sending.report(error, `notice ${notice.id}`))
    onTheirWay.add(sent)
  }
  return {
    name: 'telling customers',
    atOnce: AT_ONCE,
    round: fill,
    async finish() {
      isFinishing = true
      await filling?.catch(() => {})
      await Promise.all(onTheirWay)
    },
  }
}

function claim({ database, now, leaseMs }: Sending, limit: number): Promise<readonly Notice[]> {
  const at = now()
  const until = new Date(at.getTime() + leaseMs)
  return claimNotices(database, { at, until, limit, each: AT_ONCE_TO_ONE })
}

async function sendNotice(sending: Sending, notice: Notice): Promise<void> {
  const { database } = sending
  if (notice.webhook === null) return dropNotice(database, notice.id)
  const startedAt = sending.now()
  const { httpStatus, note } = await sendMessage(sending, messageOf(notice), notice.webhook)
  const endedAt = sending.now()
  const waitMs = waitBeforeRetry(notice.attempts + 1, sending.fraction())
  const retry = waitMs === null ? 'given-up' : new Date(endedAt.getTime() + waitMs)
  await noteDelivery(database, {
    notice: notice.id,
    startedAt,
    endedAt,
    url: notice.webhook.url,
    httpStatus,
    note,
    next: isAcknowledged(httpStatus) ? 'delivered' : retry,
  })
}

/** Sends a message once, signed now. */
export function sendMessage(
  { post, now }: Pick<Sending, 'post' | 'now'>,
  message: Message,
  to: SignedWebhook,
) {
  return post({ url: to.url, headers: signedHeaders(message, to.secrets, now()), body: message.body })
}

/** A purchase comes to a state once: that names the message. */
export function messageId({ purchase, event }: Pick<Notice, 'purchase' | 'event'>): string {
  return `msg_${purchase}_${event}`
}

function messageOf({ body, ...notice }: Notice): Message {
  return { id: messageId(notice), body: JSON.stringify(body) }
}

/** Any 2xx, whatever it says beside it. */
export function isAcknowledged(httpStatus: number | null): boolean {
  return httpStatus !== null && httpStatus >= 200 && httpStatus < 300
}

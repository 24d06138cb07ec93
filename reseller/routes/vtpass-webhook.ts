import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Observer } from '../observe/observer.ts'
import { noteInTrace } from '../observe/trace.ts'
import { receiveWebhook } from '../storage/waiting.ts'
import { type Hint, readWebhook } from '../vtpass/webhook-body.ts'
import type { Backend, Env } from './backend.ts'
import { readJson } from './fields.ts'
import { tooLarge } from './refusal.ts'

/** VTpass's own have a few kilobytes; anybody may send one, and each is kept. */
const LARGEST = 65_536

/**
 * VTpass's callback. Nothing of it is believed but which purchase to ask VTpass about: it is kept, and that purchase is due,
 * before it is acknowledged.
 */
export function addVtpassWebhook(
  app: Hono<Env>,
  { shop, catalogue }: Backend,
  { log, metrics }: Observer,
): void {
  const limited = bodyLimit({ maxSize: LARGEST, onError: tooLarge })
  app.post('/api/v1/vtpass/webhook', limited, async (context) => {
    const body = await context.req.text()
    const hint = readWebhook(readJson(body))
    const reference = hint?.kind === 'transaction-update' ? hint.requestId : null
    const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })
    const known = { ...(reference === null ? {} : { reference }), ...(purchase === null ? {} : { purchase }) }
    noteInTrace(known)
    const about = aboutOf(hint, purchase)
    metrics.webhooks.inc({ about })
    log.info({ about, ...known }, 'a webhook came')
    if (hint?.kind === 'variations-update') catalogue.refresh(hint.serviceID)
    return context.json({ response: 'success' })
  })
}

function aboutOf(hint: Hint | null, purchase: string | null): 'purchase' | 'plans' | 'nothing' {
  if (hint?.kind === 'variations-update') return 'plans'
  return purchase === null ? 'nothing' : 'purchase'
}

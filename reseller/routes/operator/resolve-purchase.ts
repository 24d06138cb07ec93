import type { Hono } from 'hono'
import { firstWatchAfter } from '../../purchases/next-look.ts'
import { noticeOf } from '../../purchases/notice.ts'
import { type Resolution, resolvePurchase, type Word } from '../../storage/review.ts'
import type { JsonObject } from '../../vtpass/json.ts'
import type { Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { bad, readBody } from '../fields.ts'
import { purchaseNamed } from '../read-purchase.ts'
import { Refusal } from '../refusal.ts'
import { done, render } from '../render.ts'
import { purchaseLine } from './purchase-line.ts'
import { requiredRemark } from './remark.ts'

const messages: Record<Exclude<Resolution['kind'], 'stands'>, string> = {
  proposed: 'Another person must confirm',
  repeated: 'Another person must confirm',
  resolved: 'Purchase resolved successfully',
}

/** A person says what has become of a purchase in doubt; the second who says the same settles it. */
export function addResolvePurchase(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/operator/purchases/:id/resolve', async (context) => {
    const operator = await operatorOf(context, backend)
    const named = await purchaseNamed(context, backend)
    const body = await readBody(context)
    const outcome = outcomeIn(body)
    const at = backend.shop.now()
    const { kind, purchase } = await resolvePurchase(backend.shop.database, {
      purchase: named.id,
      outcome,
      actor: `operator ${operator}`,
      reason: requiredRemark(body, 'reason'),
      at,
      // Persons err: VTpass is asked all the same, and what it says against them is told.
      wakeAt: firstWatchAfter(at),
      notice: noticeOf(named, outcome, at),
    })
    if (kind === 'stands') throw new Refusal(409, `The purchase is ${purchase.state}, and not in doubt`)
    return render(context, done(messages[kind], { result: kind, purchase: purchaseLine(purchase) }))
  })
}

function outcomeIn({ outcome }: JsonObject): Word['outcome'] {
  if (outcome === 'delivered' || outcome === 'failed') return outcome
  throw bad('outcome must be delivered or failed')
}

import type { ResellerMutant } from './mutant.ts'

const DECIDE = 'purchases/decide-look.ts'
const WEBHOOK = 'routes/vtpass-webhook.ts'
const RECEIVES = 'const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })'
/** Settles as the body says, without asking. */
const BELIEVES = `${RECEIVES}
    const told = JSON.parse(body)?.data?.content?.transactions?.status
    if (purchase !== null && (told === 'failed' || told === 'delivered')) {
      const { settlePurchase } = await import('../storage/ledger.ts')
      await settlePurchase(shop.database, { purchase, at: shop.now(), attempt: null, alert: null, outcome: told, charged: null, actor: 'requery', wakeAt: null, notice: {} } as any)
    }`

/** Of what VTpass tells by itself. */
export const webhookMutants: readonly ResellerMutant[] = [
  {
    name: 'webhook-acknowledged-in-other-words',
    mistake: 30,
    title: 'A webhook is acknowledged with another body',
    file: WEBHOOK,
    replace: "{ response: 'success' }",
    by: '{ received: true }',
    caughtBy: ['no-webhook-acknowledged-with-wrong-body'],
    beside: ['webhook-is-heard', 'webhook-of-a-failure'],
  },
  {
    name: 'webhook-believed',
    mistake: 30,
    title: 'A webhook is believed without asking: anybody refunds, or delivers',
    file: WEBHOOK,
    replace: RECEIVES,
    by: BELIEVES,
    caughtBy: ['webhook-forged-delivery', 'webhook-forged-failure'],
  },
  {
    name: 'webhook-signed',
    mistake: 30,
    title: 'A signature is required, which VTpass never sends',
    file: WEBHOOK,
    replace: 'const body = await context.req.text()',
    by: "if (context.req.header('x-signature') === undefined) return context.json({ message: 'no signature' }, 401)\n    const body = await context.req.text()",
    caughtBy: ['webhook-is-heard', 'no-webhook-not-acknowledged'],
  },
  {
    name: 'webhook-reads-request-id',
    mistake: 30,
    title: 'A webhook is read for request_id, and has requestId',
    file: 'vtpass/webhook-body.ts',
    replace: '[data?.requestId, data?.request_id, object.requestId, object.request_id]',
    by: '[data?.request_id]',
    caughtBy: ['webhook-is-heard'],
  },
  {
    name: 'reversal-ignored',
    mistake: 31,
    title: 'A reversal after a delivery is ignored: the customer is never refunded',
    file: DECIDE,
    replace:
      "if (outcome.kind === 'reversed') return { does: { kind: 'reverse' }, wakeAt: null, alert: null }",
    by: '',
    caughtBy: ['delivered-then-reversed'],
  },
  {
    name: 'reversal-heard-by-webhook-alone',
    mistake: 31,
    title: 'What is delivered is never asked about again: a reversal whose webhook was lost is missed',
    file: 'purchases/next-look.ts',
    replace: 'const WATCHES_MS = [3_600_000, 86_400_000]',
    by: 'const WATCHES_MS = [9_000_000_000]',
    caughtBy: ['reversal-whose-webhook-was-lost'],
  },
  {
    name: 'webhook-unwrapped-is-missed',
    mistake: 30,
    title: 'A transaction that comes without its wrapping is missed',
    file: 'vtpass/webhook-body.ts',
    replace: '[data?.requestId, data?.request_id, object.requestId, object.request_id]',
    by: '[data?.requestId, data?.request_id]',
    caughtBy: ['webhook-that-is-not-wrapped'],
  },
  {
    name: 'webhook-body-crashes',
    mistake: 'beyond the list',
    title: 'A body that is not VTpass’s brings the route down',
    file: 'routes/vtpass-webhook.ts',
    replace: 'const hint = readWebhook(readJson(body))',
    by: 'const hint = readWebhook(JSON.parse(body))',
    caughtBy: ['webhook-that-is-not-vtpass'],
  },
  {
    name: 'webhook-for-nothing-is-an-error',
    mistake: 'beyond the list',
    title: 'A webhook about a purchase that nobody made is answered with an error',
    file: 'routes/vtpass-webhook.ts',
    replace: 'const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })',
    by: "const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })\n    if (hint?.kind === 'transaction-update' && purchase === null) throw new Error('no such purchase')",
    caughtBy: ['webhook-for-an-unknown-purchase'],
  },
  {
    name: 'webhook-by-the-customer-s-request-id',
    mistake: 'beyond the list',
    title: 'A webhook names a purchase by the customer’s own request id, and is believed',
    file: 'routes/vtpass-webhook.ts',
    replace: 'const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })',
    by: "const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })\n    const told = (readJson(body) as any)?.data\n    const status = told?.content?.transactions?.status\n    if (status === 'reversed' || status === 'failed') {\n      await shop.database.query(\n        'select f.* from purchase p, fund_wallet(p.customer, p.price, p.reference, $2, $3) f where p.request_id = $1',\n        [told.requestId, 'webhook', shop.now()],\n      )\n    }",
    caughtBy: ['webhook-forged-reversal', 'webhook-forged-failure'],
  },
]

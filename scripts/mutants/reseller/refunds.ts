import type { ResellerMutant } from './mutant.ts'

/** Of money that goes back, and back again. */
export const refundMutants: readonly ResellerMutant[] = [
  {
    name: 'webhook-five-times-refunds-five-times',
    mistake: 30,
    title: 'A webhook is not idempotent: each time that it comes again, it refunds again',
    file: 'routes/vtpass-webhook.ts',
    replace: 'const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })',
    by: "const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })\n    const told = readJson(body) as any\n    const isBack = ['failed', 'reversed'].includes(told?.data?.content?.transactions?.status)\n    const came = await shop.database.query<{ times: number }>('select count(*) as times from webhook where purchase = $1', [purchase])\n    if (isBack && Number(came[0]?.times) > 1) await refund()\n    async function refund() {\n      await shop.database.query(\n        'select f.* from purchase p, fund_wallet(p.customer, p.price, $2, $3, $4) f where p.id = $1',\n        [purchase, crypto.randomUUID(), 'webhook', shop.now()],\n      )\n    }",
    caughtBy: ['webhook-five-times', 'webhook-of-a-failure-five-times'],
  },
  {
    name: 'reversal-refunded-by-webhook-and-requery',
    mistake: 31,
    title: 'A reversal is refunded twice: by the webhook, and by the requery that it gives reason for',
    file: 'routes/vtpass-webhook.ts',
    replace: 'const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })',
    by: "const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })\n    const told = readJson(body) as any\n    if (told?.data?.content?.transactions?.status === 'reversed' && purchase !== null) {\n      await shop.database.query(\n        'select f.* from purchase p, fund_wallet(p.customer, p.price, $2, $3, $4) f where p.id = $1',\n        [purchase, purchase, 'webhook', shop.now()],\n      )\n    }",
    caughtBy: ['delivered-then-reversed'],
  },
  {
    name: 'failure-refunded-twice',
    mistake: 'beyond the list',
    title: 'What fails after a doubt is refunded by its release, and by hand once more',
    file: 'storage/migrations/0007_settle_purchase.sql',
    replace: "when 'failed' then result := release(result, p_actor, p_at);",
    by: "when 'failed' then\n        result := release(result, p_actor, p_at);\n        if p_actor = 'requery' then\n          perform fund_wallet(was.customer, was.price, was.reference, p_actor, p_at);\n        end if;",
    caughtBy: ['pending-then-failed', 'failed-but-unheard'],
  },
  {
    name: 'reversal-refunded-again-by-each-look',
    mistake: 31,
    title: 'A reversal is refunded by its purchase, and by a credit beside it',
    file: 'storage/migrations/0008_reverse_purchase.sql',
    replace: '    result := give_back(result, p_actor, p_at);',
    by: '    result := give_back(result, p_actor, p_at);\n    perform fund_wallet(was.customer, was.price, was.reference, p_actor, p_at);',
    caughtBy: ['delivered-then-reversed', 'reversal-whose-webhook-was-lost'],
  },
  {
    name: 'late-delivery-is-charged-to-the-customer',
    mistake: 'beyond the list',
    title: 'What VTpass delivers after its refund is taken from the customer after all',
    file: 'storage/migrations/0008_reverse_purchase.sql',
    replace: "    perform post_transfer(entry, 'loss', 'float', result.late_loss);",
    by: "    perform post_transfer(entry, 'main', 'float', result.late_loss, was.customer);",
    caughtBy: ['delivered-after-its-refund'],
  },
]

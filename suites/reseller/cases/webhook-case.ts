import { setTimeout as sleep } from 'node:timers/promises'
import { needsWebhook, type ResellerCase, sources } from '../case.ts'
import type { Purchase, Stage } from '../stage.ts'

type Details = Omit<ResellerCase, 'group' | 'source' | 'runs' | 'skip'> & Pick<Partial<ResellerCase>, 'runs'>

export function webhookCase(details: Details): ResellerCase {
  return { group: 'webhooks', source: sources.webhooks, runs: 'together', skip: needsWebhook, ...details }
}

/** A purchase of somebody’s, that stands as VTpass says. */
export async function bought(stage: Stage, fate: 'pending' | 'delivered'): Promise<Purchase> {
  const customer = await stage.customer()
  const recipient = stage.recipient()
  await stage.arrange(recipient, { fate })
  return stage.buy(customer, { recipient })
}

export async function referenceOf(stage: Stage, { order }: Purchase): Promise<string> {
  const [transaction] = await stage.atVtpass(order.recipient)
  return transaction?.requestId ?? '202601011200unknown'
}

/** As VTpass posts it; anybody can. */
export function update(requestId: string, code: string, status: string): string {
  return JSON.stringify({
    type: 'transaction-update',
    data: {
      code,
      content: { transactions: { status, product_name: 'MTN Data', total_amount: 485, amount: '500' } },
      response_description:
        status === 'delivered' ? 'TRANSACTION DELIVERED' : 'TRANSACTION REVERSAL TO WALLET',
      amount: 500,
      transaction_date: null,
      requestId,
      purchased_code: '',
    },
  })
}

/** Long enough for whoever believes it to have acted. */
export async function letItSinkIn(stage: Stage): Promise<void> {
  if (stage.driver.tick === undefined) await sleep(500)
  else await stage.driver.tick()
}

export async function isDelivered(stage: Stage, { customer, order }: Purchase): Promise<boolean> {
  const books = await stage.transactions(customer)
  return books.some(({ requestId, status }) => requestId === order.requestId && status === 'delivered')
}

/** VTpass calls nobody meanwhile. For a case that runs alone. */
export async function withoutCallbacks({ simulator }: Stage, during: () => Promise<void>): Promise<void> {
  const account = await simulator.accounts.get('default')
  const { callbackUrl } = await account.read()
  await account.change({ callbackUrl: null })
  try {
    await during()
  } finally {
    await account.change({ callbackUrl })
  }
}

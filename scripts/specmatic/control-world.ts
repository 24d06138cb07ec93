import type { ControlledAccount, ControlledSimulator } from '../../simulator/index.ts'
import { apart } from './control-narrowing.ts'

/** What the examples of openapi/control.yaml name. The purchase is pending; the webhook is that of another. */
const REQUEST_ID = '202601051000k3nf8a2qx'
const MOMENT = '2026-01-05T09:00:00Z'

/** Sees to it that in every account that specmatic asks there is what the document's examples name. */
export async function arrangeControl(simulator: ControlledSimulator): Promise<void> {
  const { accounts, baseUrl } = simulator
  await furnish(await accounts.get('default'), baseUrl)
  for (const id of new Set(Object.values(apart))) await furnish(await accounts.create({ id }), baseUrl)
}

async function furnish(account: ControlledAccount, baseUrl: string): Promise<void> {
  await account.clock.freeze(MOMENT)
  await account.change({ callbackUrl: 'http://127.0.0.1:3000/vtpass' })
  await account.scenarios.add({ fate: 'pending' })
  const buy = (requestId: string, phone: string) => pay(account, baseUrl, requestId, phone)
  await buy(REQUEST_ID, '08011111111')
  await buy(`${REQUEST_ID}2`, '08022222222')
  await account.transactions.settle(`${REQUEST_ID}2`, 'delivered')
}

async function pay(account: ControlledAccount, baseUrl: string, requestId: string, phone: string) {
  const answer = await fetch(`${baseUrl}/pay`, {
    method: 'POST',
    headers: {
      'api-key': account.apiKey,
      'secret-key': account.secretKey,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ request_id: requestId, serviceID: 'mtn', amount: 100, phone }),
  })
  await answer.text()
}

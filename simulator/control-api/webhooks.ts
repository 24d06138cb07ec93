import { describeDelivery } from '../webhooks/describe.ts'
import { type Operation, ok, pageOf } from './operation.ts'
import { refuse } from './problem.ts'

export const listWebhooks: Operation<'listWebhooks'> = ({ live, query }) => {
  const { state, requestId } = query
  const deliveries = live.deliveries
    .list()
    .map(describeDelivery)
    .filter(
      (delivery) =>
        (state === undefined || delivery.state === state) &&
        (requestId === undefined || delivery.requestId === requestId),
    )
  return ok<'listWebhooks'>(pageOf(deliveries, query, (delivery) => delivery))
}

export const getWebhook: Operation<'getWebhook'> = ({ live, param }) => {
  const delivery = live.deliveries.get(param('webhookId'))
  if (delivery === undefined) throw noSuchWebhook(param('webhookId'))
  return ok<'getWebhook'>(describeDelivery(delivery))
}

export const redeliverWebhook: Operation<'redeliverWebhook'> = async ({ live, param }) => {
  const delivery = await live.deliveries.redeliver(param('webhookId'))
  if (delivery === undefined) throw noSuchWebhook(param('webhookId'))
  if (delivery === 'no-callback-url')
    throw refuse(409, 'the account has no callbackUrl; set it with PATCH accounts/{id}')
  return ok<'redeliverWebhook'>(describeDelivery(delivery))
}

function noSuchWebhook(id: string): Error {
  return refuse(404, `there is no webhook "${id}"; GET webhooks lists those that there are`)
}

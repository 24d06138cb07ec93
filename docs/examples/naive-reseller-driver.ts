// What the suite needs to know of naive_reseller.py: where it listens, and how it says things.
import type { Bought, ResellerDriver, Told } from 'vtpass-simulator/suites'

const url = process.env.RESELLER_URL ?? 'http://127.0.0.1:4060'

/** A purchase, as the reseller shows it. */
interface Order {
  readonly ref: string
  readonly state: Bought['status']
  readonly phone: string
  readonly price: number
}

export const driver: ResellerDriver = {
  name: url,
  webhookUrl: `${url}/vtpass`,
  fund: async (user, kobo) => {
    await ask('/topup', { user, kobo })
  },
  balance: async (user) => {
    const { body } = await ask<{ kobo: number }>(`/wallet?user=${user}`)
    // It takes the money at once, and shows nothing that is held.
    return { main: body.kobo, cashback: 0, held: null }
  },
  buy: async (user, { requestId, serviceID, variation, recipient }) => {
    const order = { user, ref: requestId, service: serviceID, plan: variation, phone: recipient }
    return told(await ask<Partial<Order>>('/orders', order))
  },
  status: async (user, requestId) => {
    const { status, body } = await ask<Order[]>(`/orders?user=${user}`)
    const order = body.find(({ ref }) => ref === requestId)
    return order === undefined
      ? { word: 'unknown', amount: null, said: 'no such order', status }
      : told({ status, body: order })
  },
  transactions: async (user) => {
    const { body } = await ask<Order[]>(`/orders?user=${user}`)
    return body.map(({ ref, state, phone, price }) => ({
      requestId: ref,
      status: state,
      recipient: phone,
      amount: price,
      earned: 0,
    }))
  },
}

const words = { delivered: 'delivered', pending: 'processing', failed: 'failed', reversed: 'failed' } as const

/** A refusal has no price, and an error no state. */
function told({ status, body }: Answer<Partial<Order>>): Told {
  return {
    word: status === 200 && body.state !== undefined ? words[body.state] : 'unclear',
    amount: body.price ?? null,
    said: JSON.stringify(body),
    status,
  }
}

interface Answer<Body> {
  readonly status: number
  readonly body: Body
}

async function ask<Body>(path: string, body?: object): Promise<Answer<Body>> {
  const answer = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Body }
}

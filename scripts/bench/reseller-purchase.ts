import { randomUUID } from 'node:crypto'
import { Client } from 'undici'
import { type Customer, plan, type Stand } from './reseller-stand.ts'

/** Buys through the reseller's HTTP API, each customer over a connection of its own. */
export interface Shoppers {
  /** @throws where it is not delivered. */
  buy(customer: number): Promise<void>
  close(): Promise<void>
}

export function shoppersOf({ url, customers }: Stand): Shoppers {
  const clients = customers.map((customer) => ({ client: new Client(url), headers: headersOf(customer) }))
  return {
    async buy(index) {
      const shopper = clients[index]
      if (shopper === undefined) throw new Error(`there is no customer ${index}`)
      const { client, headers } = shopper
      const body = JSON.stringify({ ...plan, request_id: randomUUID() })
      const answer = await client.request({ method: 'POST', path, headers, body })
      const text = await answer.body.text()
      const { statusCode } = answer
      if (statusCode !== 200 || !text.includes('"status":"delivered"')) {
        throw new Error(`a purchase was answered ${statusCode}: ${text}`)
      }
    },
    close: async () => {
      await Promise.all(clients.map(({ client }) => client.close()))
    },
  }
}

const path = '/api/v1/vtpass/data/purchase'

function headersOf({ token }: Customer): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
}

// What the suite needs to know of naive_reseller.py: where it listens, and how it says things.
const url = process.env.RESELLER_URL ?? 'http://127.0.0.1:4060'

async function ask(path, body) {
  const answer = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.json() }
}

const words = { delivered: 'delivered', pending: 'processing', failed: 'failed', reversed: 'failed' }

function told({ status, body }) {
  return {
    word: status === 200 ? words[body.state] : 'unclear',
    amount: body.price ?? null,
    said: JSON.stringify(body),
    status,
  }
}

export const driver = {
  name: url,
  webhookUrl: `${url}/vtpass`,
  fund: async (user, kobo) => {
    await ask('/topup', { user, kobo })
  },
  balance: async (user) => {
    const { body } = await ask(`/wallet?user=${user}`)
    // It takes the money at once, and shows nothing that is held.
    return { main: body.kobo, cashback: 0, held: null }
  },
  buy: async (user, { requestId, serviceID, variation, recipient }) => {
    const order = { user, ref: requestId, service: serviceID, plan: variation, phone: recipient }
    return told(await ask('/orders', order))
  },
  status: async (user, requestId) => {
    const { status, body } = await ask(`/orders?user=${user}`)
    const order = body.find(({ ref }) => ref === requestId)
    return order === undefined
      ? { word: 'unknown', amount: null, said: 'no such order', status }
      : told({ status, body: order })
  },
  transactions: async (user) => {
    const { body } = await ask(`/orders?user=${user}`)
    return body.map(({ ref, state, phone, price }) => ({
      requestId: ref,
      status: state,
      recipient: phone,
      amount: price,
      earned: 0,
    }))
  },
}

import { needsClock, type ResellerCase, sources } from '../case.ts'
import { nairaText } from '../money.ts'
import type { Stage } from '../stage.ts'

const DAY_S = 86_400
/** By then a reseller that believes 015 believes it. */
const ASKED_OFTEN = 10

/** Tells the suite’s own calls from the reseller’s. */
export const SUITE = 'check-reseller'

/**
 * Buys at VTpass under a request id that a reseller has used: what VTpass does when it has not heard at first, or writes an
 * order down late.
 */
async function actLate({ simulator, note, plan }: Stage, requestId: string, recipient: string) {
  const { baseUrl, account } = simulator
  const { serviceID, variation } = plan
  const body = JSON.stringify({
    request_id: requestId,
    serviceID,
    billersCode: recipient,
    variation_code: variation,
    phone: recipient,
  })
  const answer = await simulator.fetch(`${baseUrl}/pay`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': SUITE,
      'api-key': account.apiKey,
      'secret-key': account.secretKey,
    },
    body,
  })
  note({
    at: new Date().toISOString(),
    between: 'suite and VTpass',
    method: 'POST',
    path: '/api/pay',
    request: body,
    status: answer.status,
    answer: await answer.text(),
    note: 'stands for VTpass, which acts late on what it was asked',
  })
}

async function referenceOf({ simulator }: Stage, recipient: string): Promise<string | null> {
  const [call] = await simulator.journal.purchases({ recipient })
  return call?.order?.requestId ?? null
}

function lateCase(
  details: Pick<ResellerCase, 'name' | 'title'> & { readonly heard: 'never-arrived' | 'code-014' },
): ResellerCase {
  const { heard, ...named } = details
  return {
    ...named,
    group: 'a doubt that VTpass ends late',
    source: sources.codes,
    // The clock may go on by a minute, and not by ten.
    runs: 'alone',
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: heard, occurrence: { first: 1 } })
      await stage.arrange(recipient, { fate: 'delivered' })
      await stage.buy(customer, { recipient, mayBeTold: ['processing', 'unclear', 'delivered'] })
      const reference = await referenceOf(stage, recipient)
      for (let asked = 0; asked < 3; asked += 1) await stage.time.pass(12)
      if (reference !== null && (await stage.atVtpass(recipient)).length === 0)
        await actLate(stage, reference, recipient)
      await stage.resolve()
    },
  }
}

export const lateCases: readonly ResellerCase[] = [
  lateCase({
    name: 'requery-015-is-no-proof',
    title:
      '015 soon after a purchase is no failure: VTpass may write the order down later, and what it delivers is charged',
    heard: 'never-arrived',
  }),
  lateCase({
    name: 'pay-014-of-an-order-that-is-delivered',
    title:
      '014 means that the request id is taken: the order behind it is asked about, and what it delivered is charged',
    heard: 'code-014',
  }),
  {
    name: 'requery-015-now-and-then',
    group: 'a doubt that VTpass ends late',
    title: '015 with “pending” in between is no proof, however often and however late it is said',
    source: sources.codes,
    runs: 'together',
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'pending' })
      // Far apart, so that an answer which is lost on a busy machine does not bring them together.
      for (const nth of [2, ASKED_OFTEN]) {
        await stage.arrange(recipient, {
          match: { endpoint: 'requery' },
          fate: { code: '015' },
          occurrence: { nth },
        })
      }
      await stage.buy(customer, { recipient })
      await stage.time.until(async () => {
        const [order] = await stage.atVtpass(recipient)
        if (order === undefined) return true
        const { requestId } = order
        return (await stage.simulator.journal.count({ endpoint: 'requery', requestId })) >= ASKED_OFTEN
      }, 14_400)
      await stage.settle(recipient, 'delivered')
      await stage.resolve()
    },
  },
  {
    name: 'requery-015-of-a-delivery',
    group: 'a doubt that VTpass ends late',
    title: 'What was delivered stays so, whatever a later requery says, but a reversal',
    source: sources.codes,
    runs: 'alone',
    skip: needsClock,
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'delivered' })
      await stage.arrange(recipient, { match: { endpoint: 'requery' }, fate: { code: '015' } })
      await stage.buy(customer, { recipient })
      for (let passed = 0; passed < 2 * DAY_S; passed += DAY_S / 8) await stage.time.pass(DAY_S / 8)
      await stage.resolve()
    },
  },
  {
    name: 'delivered-after-its-refund',
    group: 'a doubt that VTpass ends late',
    title:
      'What VTpass delivers after 015 was believed is the house’s loss: nothing is taken from the customer',
    source: sources.codes,
    runs: 'alone',
    skip: needsClock,
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'never-arrived', occurrence: { first: 1 } })
      await stage.arrange(recipient, { fate: 'delivered' })
      await stage.buy(customer, { recipient, mayBeTold: ['processing', 'unclear', 'delivered'] })
      await stage.resolve()
      const reference = await referenceOf(stage, recipient)
      if (reference === null || (await stage.atVtpass(recipient)).length > 0) return
      await actLate(stage, reference, recipient)
      stage.bearLoss(recipient)
      for (let passed = 0; passed < 2 * DAY_S; passed += DAY_S / 8) await stage.time.pass(DAY_S / 8)
      const { main, cashback } = await stage.balance(customer)
      if (main + cashback === customer.funded) return
      stage.problem({
        field: 'balance',
        expected: `${nairaText(customer.funded)}: the customer was told that it has failed`,
        actual: nairaText(main + cashback),
        cost: 'The customer has bought elsewhere meanwhile, and pays for both.',
      })
    },
  },
  {
    name: 'requery-015-once',
    group: 'a doubt that VTpass ends late',
    title: 'One 015 about an order that is on record is a stale answer, and no failure',
    source: sources.codes,
    runs: 'together',
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'pending' })
      await stage.arrange(recipient, {
        match: { endpoint: 'requery' },
        fate: { code: '015' },
        occurrence: { first: 1 },
      })
      await stage.buy(customer, { recipient })
      await stage.time.until(async () => {
        const [order] = await stage.atVtpass(recipient)
        if (order === undefined) return true
        return (await stage.simulator.journal.count({ endpoint: 'requery', requestId: order.requestId })) >= 1
      }, 1_800)
      await stage.settle(recipient, 'delivered')
      await stage.resolve()
    },
  },
  {
    name: 'refused-as-a-duplicate',
    group: 'a doubt that VTpass ends late',
    title:
      '019 refuses the second purchase alone: its money goes back, the first stays delivered, and nothing is sent until it passes',
    source: sources.codes,
    // The duplicate window is off everywhere else, so that it hides no double charge.
    runs: 'alone',
    run: async (stage) => {
      const account = await stage.simulator.accounts.get('default')
      await account.change({ duplicateWindow: '30s' })
      try {
        const customer = await stage.customer()
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate: 'delivered' })
        await stage.buy(customer, { recipient })
        await stage.buy(customer, { recipient, mayBeTold: ['failed', 'processing'] })
        await stage.resolve()
      } finally {
        await account.change({ duplicateWindow: '0' })
      }
    },
  },
  {
    name: 'duplicate-after-silence',
    group: 'a doubt that VTpass ends late',
    title:
      'Whoever sends again after silence hears 014 or 019: the first purchase was delivered, and is charged once',
    source: sources.codes,
    runs: 'alone',
    run: async (stage) => {
      const account = await stage.simulator.accounts.get('default')
      await account.change({ duplicateWindow: '30s' })
      try {
        const customer = await stage.customer()
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate: 'delivered-but-unheard', occurrence: { first: 1 } })
        await stage.arrange(recipient, { fate: 'delivered' })
        const purchase = await stage.buy(customer, {
          recipient,
          mayBeTold: ['processing', 'unclear', 'delivered'],
        })
        await stage.again(purchase)
        await stage.resolve()
      } finally {
        await account.change({ duplicateWindow: '0' })
      }
    },
  },
]

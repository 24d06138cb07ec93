import { describe, expect, it } from 'vitest'
import { controlOf, type Finding, type JournalEntry, type Transaction } from '../client/index.ts'
import { entry, finding, listOf, transaction } from '../client/samples.test-support.ts'
import './matchers.ts'

/** An account with these on record. */
function accountWith(record: {
  transactions?: Transaction[]
  requeries?: JournalEntry[]
  findings?: Finding[]
}) {
  const { transactions = [], requeries = [], findings = [] } = record
  const answers: Record<string, object> = {
    '/transactions?offset=0&limit=1000': listOf(...transactions),
    '/journal?endpoint=requery&offset=0&limit=1000': { ...listOf(...requeries), dropped: 0 },
    '/findings': { ...listOf(...findings), isComplete: true },
  }
  return controlOf('http://vtpass', {
    fetch: async (input) => Response.json(answers[String(input).replace('http://vtpass/_simulator', '')]),
  })
}

const first: Transaction = { ...transaction, requestId: 'first' }
const again: Transaction = { ...first, requestId: 'again' }
const failed: Transaction = { ...first, status: 'failed', code: '016', charged: 0 }

describe('toHaveBoughtOnce', () => {
  it('passes where one purchase is charged', async () => {
    await expect(accountWith({ transactions: [first] })).toHaveBoughtOnce('first')
  })

  it('passes where it is pending, which holds the money', async () => {
    await expect(accountWith({ transactions: [{ ...first, status: 'pending' }] })).toHaveBoughtOnce('first')
  })

  it('passes beside purchases of something else', async () => {
    const others: Transaction[] = [
      { ...again, serviceID: 'glo' },
      { ...again, recipient: '08022222222' },
      { ...again, amount: 200 },
    ]

    await expect(accountWith({ transactions: [first, ...others] })).toHaveBoughtOnce('first')
  })

  it('passes where a second try of the same failed, was reversed or was refused', async () => {
    const tries: Transaction[] = [
      { ...again, status: 'failed', charged: 0 },
      { ...again, status: 'reversed', charged: 0 },
      {
        ...again,
        status: 'refused',
        charged: 0,
        serviceID: null,
        recipient: null,
        amount: null,
        total: null,
      },
    ]

    await expect(accountWith({ transactions: [first, ...tries] })).toHaveBoughtOnce('first')
  })

  it('fails where the same was bought again under another request id, and shows both', async () => {
    const account = accountWith({ transactions: [first, { ...again, status: 'pending' }] })

    await expect(expect(account).toHaveBoughtOnce('first')).rejects.toThrow(
      [
        'expected the account to have bought first once, but 2 of the same are charged:',
        '  first delivered: mtn for 08011111111, ₦100, charged ₦97',
        '  again pending: mtn for 08011111111, ₦100, charged ₦97',
      ].join('\n'),
    )
    await expect(account).not.toHaveBoughtOnce('again')
  })

  it('fails where the purchase costs nothing', async () => {
    await expect(expect(accountWith({ transactions: [failed] })).toHaveBoughtOnce('first')).rejects.toThrow(
      [
        'expected the account to have bought first once, but first is not charged:',
        '  first failed: mtn for 08011111111, ₦100, charged ₦0',
      ].join('\n'),
    )
  })

  it('fails where another request id bought it, and shows that one', async () => {
    const account = accountWith({ transactions: [failed, again] })

    await expect(expect(account).toHaveBoughtOnce('first')).rejects.toThrow(
      [
        'expected the account to have bought first once, but first is not charged:',
        '  first failed: mtn for 08011111111, ₦100, charged ₦0',
        '  again delivered: mtn for 08011111111, ₦100, charged ₦97',
      ].join('\n'),
    )
    await expect(account).toHaveBoughtOnce('again')
  })

  it('fails where VTpass knows no such request id, and shows what it knows', async () => {
    const refused: Transaction = { ...again, status: 'refused', serviceID: null }

    await expect(expect(accountWith({})).toHaveBoughtOnce('first')).rejects.toThrow(
      'expected the account to have bought first once, but VTpass has no transaction first',
    )
    await expect(expect(accountWith({ transactions: [refused] })).toHaveBoughtOnce('first')).rejects.toThrow(
      /but VTpass has no transaction first:\n {2}again refused$/,
    )
  })

  it('not fails where it did', async () => {
    const account = accountWith({ transactions: [first] })

    await expect(expect(account).not.toHaveBoughtOnce('first')).rejects.toThrow(
      [
        'expected the account not to have bought first once, but it did:',
        '  first delivered: mtn for 08011111111, ₦100, charged ₦97',
      ].join('\n'),
    )
  })
})

describe('toHaveBoughtNothing', () => {
  it('passes where there is nothing, and where nothing is charged', async () => {
    await expect(accountWith({})).toHaveBoughtNothing()
    await expect(accountWith({ transactions: [failed] })).toHaveBoughtNothing()
  })

  it('fails where something is charged, and shows it', async () => {
    const account = accountWith({ transactions: [failed, again] })

    await expect(account).not.toHaveBoughtNothing()
    await expect(expect(account).toHaveBoughtNothing()).rejects.toThrow(
      [
        'expected the account to have bought nothing, but 1 of its transactions are charged:',
        '  again delivered: mtn for 08011111111, ₦100, charged ₦97',
      ].join('\n'),
    )
  })

  it('not fails where nothing is charged', async () => {
    await expect(expect(accountWith({})).not.toHaveBoughtNothing()).rejects.toThrow(
      'expected the account not to have bought nothing, but it bought nothing',
    )
  })
})

function requeryOf(requestId: string): JournalEntry {
  const order = { requestId, serviceID: null, recipient: null, variationCode: null, amount: null }
  return {
    ...entry,
    endpoint: 'requery',
    order: { ...order, subscriptionType: null },
    code: '000',
    status: 'delivered',
    heard: 'whole',
  }
}

describe('toHaveRequeried', () => {
  it('passes where there was a requery, whatever was heard of it', async () => {
    const requeries: JournalEntry[] = [{ ...requeryOf('first'), heard: 'nothing' }]

    await expect(accountWith({ requeries })).toHaveRequeried('first')
  })

  it('fails where there was none', async () => {
    await expect(expect(accountWith({})).toHaveRequeried('first')).rejects.toThrow(
      'expected the account to have requeried first, but it requeried nothing',
    )
  })

  it('fails where another was requeried, and shows that', async () => {
    const account = accountWith({ requeries: [requeryOf('again'), { ...entry, endpoint: 'requery' }] })

    await expect(account).not.toHaveRequeried('first')
    await expect(expect(account).toHaveRequeried('first')).rejects.toThrow(
      [
        'expected the account to have requeried first, but it requeried others:',
        '  2026-01-05T09:00:00Z again: 000 delivered, heard whole',
        '  2026-01-05T09:00:00Z without a request id: no code, heard waiting',
      ].join('\n'),
    )
  })

  it('not fails where there was one, and shows it', async () => {
    const account = accountWith({ requeries: [requeryOf('first'), requeryOf('first')] })

    await expect(expect(account).not.toHaveRequeried('first')).rejects.toThrow(
      'expected the account not to have requeried first, but it did so 2 times:\n  2026-01-05T09:00:00Z first',
    )
  })
})

describe('toHaveNoFindings', () => {
  it('passes where there are none, or those that there are are ignored', async () => {
    await expect(accountWith({})).toHaveNoFindings()
    await expect(accountWith({ findings: [finding] })).toHaveNoFindings({
      ignore: ['bought-again-while-in-doubt'],
    })
  })

  it('fails where there are any, and shows what happened and what to do', async () => {
    const account = accountWith({ findings: [finding] })

    await expect(account).not.toHaveNoFindings({ ignore: ['hammered-requery'] })
    await expect(expect(account).toHaveNoFindings()).rejects.toThrow(
      [
        'expected the account to have no findings, but it has 1:',
        '  critical: bought-again-while-in-doubt',
        '    202601051000abc was in doubt when 202601051001abc bought the same.',
        '    2026-01-05T09:00:00Z POST pay 202601051001abc → 000 delivered',
        '    Requery before you buy again.',
      ].join('\n'),
    )
  })

  it('not fails where there are none', async () => {
    await expect(expect(accountWith({})).not.toHaveNoFindings()).rejects.toThrow(
      'expected the account not to have no findings, but it has none',
    )
  })
})

it('a matcher that is given no account says what it takes', async () => {
  await expect(expect({}).toHaveBoughtNothing()).rejects.toThrow(
    'this is expected of an account: the fixture vtpass, or a simulator',
  )
  await expect(expect(null).toHaveNoFindings()).rejects.toThrow(TypeError)
})

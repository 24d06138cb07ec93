import { randomInt, randomUUID } from 'node:crypto'
import { kobo } from '../../reseller/pricing/kobo.ts'
import type { Attempt } from '../../reseller/storage/attempt.ts'
import { openPurchase, settlePurchase } from '../../reseller/storage/ledger.ts'
import { openDatabase } from '../../reseller/storage/pool.ts'
import { newReference } from '../../reseller/vtpass/reference.ts'
import { buyInLoops, forSeconds } from './reseller-loops.ts'

/** What the process of its own, which holds and settles and does nothing else, is told to do. */
export interface BareShot {
  readonly customers: readonly string[]
  readonly seconds: number
}

const [, , databaseUrl = ''] = process.argv
const database = await openDatabase(databaseUrl)
const [COST, PRICE] = [kobo(10_000), kobo(10_000)]
const MINUTE_MS = 60_000

process.on('message', ({ customers, seconds }: BareShot) => {
  const buy = (index: number) => holdAndSettle(customers[index] ?? '')
  buyInLoops(customers.length, forSeconds(seconds), buy).then((loops) => process.send?.(loops))
})
process.on('disconnect', () => database.close())

/** The two statements that a purchase is for the database, with what the reseller gives them. */
async function holdAndSettle(customer: string): Promise<void> {
  const [id, at] = [randomUUID(), new Date()]
  const opening = await openPurchase(database, {
    id,
    customer,
    requestId: id,
    fingerprint: id,
    reference: newReference(at.getTime(), randomInt),
    kind: 'data',
    serviceID: 'mtn-data',
    variation: 'mtn-10mb-100',
    title: 'N100 100MB - 24 hrs',
    recipient: '08011111111',
    phone: '08012345678',
    subscription: null,
    cost: COST,
    price: PRICE,
    earns: kobo(0),
    useCashback: false,
    at,
    wakeAt: new Date(at.getTime() + MINUTE_MS),
  })
  if (opening.kind !== 'opened') throw new Error(`a purchase is ${opening.kind}`)
  await settlePurchase(database, {
    purchase: id,
    outcome: 'delivered',
    charged: COST,
    actor: 'pay',
    at: new Date(),
    wakeAt: new Date(at.getTime() + 60 * MINUTE_MS),
    attempt: { ...attempt, startedAt: at, endedAt: new Date() },
    notice: null,
    alert: null,
  })
}

const attempt: Omit<Attempt, 'startedAt' | 'endedAt'> = {
  call: 'pay',
  httpStatus: 200,
  code: '000',
  status: 'delivered',
  learnt: 'delivered',
  note: 'TRANSACTION SUCCESSFUL',
  transactionId: '17693505840000000000000001',
  answer: {
    code: '000',
    content: {
      transactions: {
        status: 'delivered',
        product_name: 'MTN Data',
        unique_element: '08011111111',
        unit_price: '100',
        quantity: 1,
        service_verification: null,
        channel: 'api',
        commission: 3,
        total_amount: 97,
        discount: null,
        type: 'Data Services',
        email: 'sandbox@vtpass.com',
        phone: '08012345678',
        name: null,
        convinience_fee: 0,
        amount: '100',
        platform: 'api',
        method: 'api',
        transactionId: '17693505840000000000000001',
      },
    },
    response_description: 'TRANSACTION SUCCESSFUL',
    requestId: '202601271200abcdefghijklmnop',
    amount: 100,
    transaction_date: '2026-01-27T12:00:00.000000Z',
    purchased_code: '',
  },
}

import type { PurchaseState } from '../../reseller/storage/purchase.ts'
import type { Told } from './answers.ts'
import type { Bought, Evidence, OnRecord, Wallet } from './evidence.ts'
import type { Experience } from './shopper.ts'

/** Something on which two sides do not agree. */
export interface Difference {
  /** The customer's request id, or whatever else it is about. */
  readonly of: string
  readonly what: string
}

export interface Sides extends Evidence {
  readonly experiences: readonly Experience[]
  /** What was paid in, as the operator was told. */
  readonly paidIn: ReadonlyMap<string, number>
}

/** Every difference between what customers were told, the ledger, and what VTpass has on record. */
export function differencesIn(sides: Sides): readonly Difference[] {
  const bought = new Map(sides.purchases.map((each) => [each.requestId, each]))
  return [
    ...sides.violations.map(({ invariant, rows }) => ({
      of: 'the ledger',
      what: `"${invariant}" does not hold: ${JSON.stringify(rows.slice(0, 3))}`,
    })),
    ...sides.purchases.flatMap((each) => withVtpass(each, sides.vtpass.get(each.reference))),
    ...unknownReferences(sides),
    ...sides.experiences.flatMap((each) => withCustomer(each, bought.get(each.wanted.requestId))),
    ...strangers(sides),
    ...sides.wallets.flatMap((each) => withWallet(each, sides)),
  ]
}

/** What VTpass may have on record for each of our states. `null` is no order. */
const agreeing: Record<PurchaseState, readonly OnRecord['status'][]> = {
  sending: [],
  unknown: [],
  review: [],
  delivered: ['delivered'],
  failed: ['failed', 'reversed', 'refused', null],
  reversed: ['reversed'],
}

function withVtpass(bought: Bought, record: OnRecord | undefined): Difference[] {
  const { requestId, state, reference, charged, lateLoss } = bought
  const { status, posts, charged: theirs } = record ?? { status: null, posts: 0, charged: 0 }
  const found: string[] = []
  if (!agreeing[state].includes(status)) found.push(`is ${state} here and ${status ?? 'no order'} at VTpass`)
  const ours = state === 'delivered' ? charged : 0
  if (ours !== theirs) found.push(`is booked at ${ours} kobo, and has cost ${theirs} at VTpass`)
  if (posts > 1) found.push(`was sent ${posts} times`)
  if (lateLoss !== 0) found.push(`was delivered after its refund, at a loss of ${lateLoss} kobo`)
  return found.map((what) => ({ of: requestId, what: `${what} (${reference})` }))
}

function unknownReferences({ purchases, vtpass }: Sides): Difference[] {
  const ours = new Set(purchases.map(({ reference }) => reference))
  return [...vtpass.keys()]
    .filter((reference) => !ours.has(reference))
    .map((reference) => ({ of: reference, what: 'was sent to VTpass, and nothing here knows of it' }))
}

/** What a customer may be told of each state, and what may have been said before. */
const last: Record<PurchaseState, readonly Told['state'][]> = {
  sending: [],
  unknown: [],
  review: [],
  delivered: ['delivered'],
  failed: ['failed'],
  reversed: ['reversed'],
}
const before: Record<PurchaseState, readonly Told['state'][]> = {
  sending: ['processing'],
  unknown: ['processing'],
  review: ['processing'],
  delivered: ['processing', 'delivered'],
  // VTpass took back what had not been booked yet: told with its code.
  failed: ['processing', 'failed', 'reversed'],
  reversed: ['processing', 'delivered', 'reversed'],
}

function withCustomer(
  { wanted, told, last: lastTold }: Experience,
  bought: Bought | undefined,
): Difference[] {
  const found: string[] = []
  if (bought === undefined) {
    if (told.length > 0 || lastTold !== null) found.push('was spoken of, and is not there')
  } else {
    const { state, price } = bought
    if (lastTold === null || !last[state].includes(lastTold.state)) {
      found.push(`is ${state}, and its customer was told ${lastTold?.state ?? 'of none'} in the end`)
    }
    for (const each of told) {
      if (!before[state].includes(each.state))
        found.push(`is ${state}, and its customer was told ${each.state}`)
    }
    const prices = [...told, ...(lastTold === null ? [] : [lastTold])].map((each) => each.price)
    for (const each of [price, ...prices]) {
      if (each !== null && each !== wanted.plan.price) {
        found.push(`was shown at ${wanted.plan.price} kobo, and costs ${each}`)
      }
    }
  }
  return [...new Set(found)].map((what) => ({ of: wanted.requestId, what }))
}

function strangers({ purchases, experiences }: Sides): Difference[] {
  const wanted = new Set(experiences.map((each) => each.wanted.requestId))
  return purchases
    .filter(({ requestId }) => !wanted.has(requestId))
    .map(({ requestId }) => ({ of: requestId, what: 'was bought, and nobody wanted it' }))
}

function withWallet(wallet: Wallet, { experiences, paidIn, purchases }: Sides): Difference[] {
  const { customer, told } = wallet
  const spent = experiences
    .filter(({ wanted, last }) => wanted.customer === customer && last?.state === 'delivered')
    .reduce((sum, { last }) => sum + (last?.price ?? 0), 0)
  const earned = purchases
    .filter((each) => each.customer === customer)
    .reduce((sum, each) => sum + each.earned, 0)
  const facts: readonly (readonly [string, number, number])[] = [
    ['was paid in as the operator was told, and in the ledger', paidIn.get(customer) ?? 0, wallet.paidIn],
    ['was spent as the customer was told, and in the ledger', spent, wallet.spent],
    ['of cashback was earned by the purchases, and in the ledger', earned, wallet.earned],
    [
      'is in the wallets as the customer is told, and as the lines come to',
      told.main + told.cashback,
      wallet.paidIn - wallet.spent + wallet.earned - wallet.takenBack,
    ],
    ['is held, and should be', told.held, 0],
  ]
  return facts
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([what, ours, theirs]) => ({
      of: `the wallet of ${customer}`,
      what: `${what}: ${ours} and ${theirs} kobo`,
    }))
}

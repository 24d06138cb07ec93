import { toNaira } from '../catalogue/money.ts'
import { decideSettlement } from '../engine/decide.ts'
import {
  amountOf,
  commissionOf,
  isCharged,
  type RecordedRefusal,
  settlesFrom,
  type Transaction,
  totalOf,
} from '../engine/transaction.ts'
import type { World } from '../engine/world.ts'
import { requeryCodeOf } from '../wire/transaction.ts'
import type { AnswerOf, QueryOf } from './contract.ts'
import { type Operation, ok, pageOf } from './operation.ts'
import { refuse } from './problem.ts'

type Described = AnswerOf<'getTransaction'>

export const listTransactions: Operation<'listTransactions'> = ({ live, query }) => {
  live.catchUp()
  const found = [...live.world.transactions.values()].filter((record) => isAskedFor(record, query))
  return ok<'listTransactions'>(pageOf(found, query, describeTransaction))
}

export const getTransaction: Operation<'getTransaction'> = ({ live, param }) => {
  live.catchUp()
  return ok<'getTransaction'>(describeTransaction(findTransaction(live.world, param('requestId'))))
}

export const settleTransaction: Operation<'settleTransaction'> = async ({ live, param, body }) => {
  live.catchUp()
  const requestId = param('requestId')
  const record = findTransaction(live.world, requestId)
  const event = decideSettlement(live.world, requestId, body.status)
  if (event === null) {
    const status = 'refusedWith' in record ? 'refused' : record.status
    const from = settlesFrom[body.status]
    throw refuse(409, `it is ${status}; only what is ${from} can become ${body.status}`)
  }
  live.note(event)
  await live.time.rest()
  return ok<'settleTransaction'>(describeTransaction(findTransaction(live.world, requestId)))
}

/** @throws Refused */
function findTransaction({ transactions }: World, requestId: string): Transaction | RecordedRefusal {
  const record = transactions.get(requestId)
  if (record !== undefined) return record
  throw refuse(
    404,
    `no purchase has the request_id "${requestId}"; GET transactions lists those that there are`,
  )
}

function isAskedFor(
  record: Transaction | RecordedRefusal,
  { status, serviceID, recipient, requestId }: QueryOf<'listTransactions'>,
): boolean {
  const isRefused = 'refusedWith' in record
  return (
    (requestId === undefined || record.requestId === requestId) &&
    (status === undefined || (isRefused ? 'refused' : record.status) === status) &&
    (serviceID === undefined || (!isRefused && record.product.serviceID === serviceID)) &&
    (recipient === undefined || (!isRefused && record.recipient === recipient))
  )
}

/** A transaction as the contract has it. */
export function describeTransaction(record: Transaction | RecordedRefusal): Described {
  const { requestId } = record
  const createdAt = new Date(record.createdAt).toISOString()
  if ('refusedWith' in record) {
    const known = { requestId, status: 'refused' as const, code: record.refusedWith, charged: 0, createdAt }
    return { ...nothingKnown, ...known }
  }
  const total = toNaira(totalOf(record))
  return {
    requestId,
    status: record.status,
    code: requeryCodeOf(record),
    transactionId: record.transactionId,
    serviceID: record.product.serviceID,
    variationCode: record.variationCode,
    recipient: record.recipient,
    quantity: record.quantity,
    unitPrice: toNaira(record.unitPrice),
    amount: toNaira(amountOf(record)),
    commission: toNaira(commissionOf(record)),
    fee: toNaira(record.product.fee),
    total,
    charged: isCharged(record.status) ? total : 0,
    createdAt,
  }
}

const nothingKnown = {
  transactionId: null,
  serviceID: null,
  variationCode: null,
  recipient: null,
  quantity: null,
  unitPrice: null,
  amount: null,
  commission: null,
  fee: null,
  total: null,
}

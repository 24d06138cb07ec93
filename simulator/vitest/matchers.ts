import { expect } from 'vitest'
import type { AccountControl, FindingName } from '../client/index.ts'
import { withoutFindings } from './findings.ts'
import { boughtNothing, boughtOnce } from './purchases.ts'
import { requeried } from './requeries.ts'
import { failureOf, type Verdict } from './verdict.ts'

export interface FindingsOptions {
  /** The findings that are let pass. */
  readonly ignore?: readonly FindingName[]
}

/** What can be expected of an account: the fixture `vtpass`, or a simulator for its default account. Each is awaited. */
export interface VtpassMatchers {
  /**
   * The purchase of this request id costs the wallet money, and no other of the same service, recipient and amount does.
   * What was refunded does not count.
   */
  toHaveBoughtOnce(requestId: string): Promise<void>
  /** No transaction costs the wallet money. */
  toHaveBoughtNothing(): Promise<void>
  /** There was a requery of this request id. */
  toHaveRequeried(requestId: string): Promise<void>
  /** The simulator's auditor found nothing that costs money. */
  toHaveNoFindings(options?: FindingsOptions): Promise<void>
}

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends VtpassMatchers {}
}

interface Context {
  readonly isNot: boolean
}

expect.extend({
  async toHaveBoughtOnce(this: Context, received: unknown, requestId: string) {
    const transactions = await accountIn(received).transactions.list()
    return resultOf(this, `to have bought ${requestId} once`, boughtOnce(transactions, requestId))
  },

  async toHaveBoughtNothing(this: Context, received: unknown) {
    const transactions = await accountIn(received).transactions.list()
    return resultOf(this, 'to have bought nothing', boughtNothing(transactions))
  },

  async toHaveRequeried(this: Context, received: unknown, requestId: string) {
    const requeries = await accountIn(received).journal.requeries()
    return resultOf(this, `to have requeried ${requestId}`, requeried(requeries, requestId))
  },

  async toHaveNoFindings(this: Context, received: unknown, { ignore = [] }: FindingsOptions = {}) {
    const findings = await accountIn(received).findings()
    return resultOf(this, 'to have no findings', withoutFindings(findings, ignore))
  },
})

function resultOf({ isNot }: Context, claim: string, verdict: Verdict) {
  return { pass: verdict.pass, message: () => failureOf(claim, isNot, verdict) }
}

/** @throws TypeError where a test expects this of something else. */
function accountIn(received: unknown): AccountControl {
  if (isAccount(received)) return received
  throw new TypeError('this is expected of an account: the fixture vtpass, or a simulator')
}

function isAccount(received: unknown): received is AccountControl {
  return (
    typeof received === 'object' && received !== null && 'transactions' in received && 'journal' in received
  )
}

import type { NewRule, Settlement } from '../../../simulator/index.ts'
import { type ResellerCase, sources } from '../case.ts'
import type { Word } from '../driver.ts'

/** One purchase, what VTpass does about it, and what becomes of it afterwards. */
interface Row {
  readonly name: string
  readonly title: string
  readonly rules: readonly NewRule[]
  readonly mayBeTold?: readonly Word[]
  /** What VTpass makes of it, once the customer has been told. */
  readonly becomes?: Settlement['status']
  readonly group?: string
  readonly source?: string
  /** VTpass waits by its own clock, which must not be moved meanwhile. */
  readonly isHeld?: true
}

const first = { first: 1 } as const
const inDoubt: readonly Word[] = ['processing', 'unclear']
/** Whoever asks at once, before answering, may know already. */
const unheard: readonly Word[] = ['processing', 'unclear', 'delivered']
const whenUnheard: readonly Word[] = ['processing', 'unclear', 'failed']

/** Longer than most resellers wait, and shorter than nobody does. */
const HELD = '35s'

const rows: readonly Row[] = [
  {
    name: 'delivered',
    title: 'What VTpass delivers is charged once, at the price that was shown',
    rules: [{ fate: 'delivered' }],
    mayBeTold: ['delivered', 'processing'],
  },
  {
    name: 'failed',
    title: '016 is a failure, although content.transactions is there: the money goes back',
    rules: [{ fate: 'failed' }],
    mayBeTold: ['failed', 'processing'],
  },
  {
    name: 'pending-is-no-delivery',
    title: '000 with the status pending is no delivery: the money is held',
    rules: [{ fate: 'pending' }],
    mayBeTold: inDoubt,
    becomes: 'delivered',
  },
  {
    name: 'pending-then-delivered',
    title: 'What is pending and then delivered is charged once, and not refunded meanwhile',
    rules: [{ fate: 'pending' }],
    mayBeTold: inDoubt,
    becomes: 'delivered',
  },
  {
    name: 'pending-then-failed',
    title: 'What is pending and then fails is refunded once',
    rules: [{ fate: 'pending' }],
    mayBeTold: inDoubt,
    becomes: 'failed',
  },
  {
    name: 'delivered-but-unheard',
    title: 'Silence is no failure: what was delivered and not heard is charged once',
    rules: [{ fate: 'delivered-but-unheard', occurrence: first }, { fate: 'delivered' }],
    mayBeTold: unheard,
  },
  {
    name: 'reset-after-delivery',
    title: 'A connection that is reset after VTpass has delivered is no failure',
    rules: [
      { fate: 'delivered', fault: { kind: 'connection-reset-by-peer' }, occurrence: first },
      { fate: 'delivered' },
    ],
    mayBeTold: unheard,
  },
  {
    name: 'failed-but-unheard',
    title: 'What failed and was not heard is refunded when VTpass has said so',
    rules: [{ fate: 'failed-but-unheard', occurrence: first }, { fate: 'failed' }],
    mayBeTold: whenUnheard,
  },
  {
    name: 'not-processed-and-unheard',
    title: '091 that was not heard is told by the requery: the money goes back once',
    rules: [{ fate: 'code-091', fault: { kind: 'connection-reset-by-peer' } }],
    mayBeTold: whenUnheard,
  },
  {
    name: 'reversed-and-unheard',
    title: 'A purchase that was reversed and not heard of is refunded when the requery says 040',
    rules: [{ fate: { status: 'reversed' }, fault: { kind: 'connection-reset-by-peer' } }],
    mayBeTold: whenUnheard,
  },
  {
    name: 'delivered-as-001-and-unheard',
    title: '001 with the status delivered is a delivery in a requery too: it is charged once',
    rules: [{ fate: 'code-001', fault: { kind: 'connection-reset-by-peer' } }],
    mayBeTold: unheard,
  },
  {
    name: 'never-arrived',
    title: 'What never arrived is refunded in the end, and not bought behind the customer’s back',
    rules: [{ fate: 'never-arrived' }],
    mayBeTold: inDoubt,
  },
  {
    name: 'timeout-after-commit',
    isHeld: true,
    title: 'An answer that does not come in time is neither yes nor no: what was delivered is charged',
    rules: [
      { fate: 'delivered', fault: { kind: 'fixed-delay', delay: HELD }, occurrence: first },
      { fate: 'delivered' },
    ],
    mayBeTold: unheard,
  },
  {
    name: 'timeout-then-pending',
    isHeld: true,
    title: 'An answer that does not come in time, of a purchase that fails later, is refunded then',
    rules: [{ fate: 'timeout', occurrence: first }, { fate: 'pending' }],
    mayBeTold: inDoubt,
    becomes: 'failed',
  },
  {
    name: 'timeout-before-commit',
    isHeld: true,
    title:
      'VTpass may act after the caller has hung up: a timeout is not refunded before it has said what it did',
    rules: [
      {
        fate: 'delivered',
        fault: { kind: 'fixed-delay', when: 'before-commit', delay: HELD },
        occurrence: first,
      },
      { fate: 'delivered' },
    ],
    mayBeTold: unheard,
  },
  {
    name: 'slow',
    isHeld: true,
    title: 'A slow answer is an answer, or else a doubt, and never a failure',
    rules: [{ fate: 'delivered', fault: { kind: 'fixed-delay', delay: '4s' } }],
    mayBeTold: unheard,
  },
  {
    name: 'dribbled',
    isHeld: true,
    title: 'An answer that comes in pieces is read whole, or is a doubt',
    rules: [
      { fate: 'delivered', fault: { kind: 'chunked-dribble-delay', numberOfChunks: 5, totalDuration: '1s' } },
    ],
    mayBeTold: unheard,
  },
]

const garbled: Readonly<Record<string, NewRule>> = {
  'unlisted-code': { fate: 'unexpected-code' },
  'unlisted-status': { fate: 'unexpected-status' },
  'html-502': { fate: 'unexpected-html' },
  'html-503': { fate: 'delivered', fault: { kind: 'html-503' } },
  'html-504': { fate: 'delivered', fault: { kind: 'html-504' } },
  'empty-body': { fate: 'unexpected-empty' },
  'truncated-json': { fate: 'unexpected-truncated' },
  'bare-text': { fate: 'unexpected-text' },
  'broken-chunk': { fate: 'delivered', fault: { kind: 'malformed-response-chunk' } },
  'random-bytes': { fate: 'delivered', fault: { kind: 'random-data-then-close' } },
}

/** What is no answer of VTpass's page, over a purchase that is delivered: the one that costs most. */
const unexpected: readonly Row[] = [
  ...Object.entries(garbled).map(([name, rule]) => ({
    name: `unexpected-${name}`,
    group: 'answers that nobody expects',
    title: `An answer that no page lists (${name}) is pending, and asked about: what was delivered is charged once`,
    source: `${sources.codes}: any response that differs is to be taken as pending`,
    rules: [{ ...rule, occurrence: first }, { fate: 'delivered' as const }],
    mayBeTold: unheard,
  })),
  ...['wrong-content-type', 'wrong-charset', 'duplicated-answer'].map((kind) => ({
    name: `unexpected-${kind}`,
    group: 'answers that nobody expects',
    title: `An odd answer (${kind}) is read or asked about: what was delivered is charged once`,
    source: `${sources.codes}: any response that differs is to be taken as pending`,
    rules: [
      { fate: 'delivered' as const, fault: { kind } as NonNullable<NewRule['fault']>, occurrence: first },
      { fate: 'delivered' as const },
    ],
    mayBeTold: unheard,
  })),
  ...['unlisted-code', 'unlisted-status', 'bare-text', 'empty-body'].map((kind) => ({
    name: `unexpected-${kind}-of-a-failure`,
    group: 'answers that nobody expects',
    title: `An answer that no page lists (${kind}) is no delivery either: what fails later is refunded once`,
    source: `${sources.codes}: any response that differs is to be taken as pending`,
    rules: [{ fate: 'pending' as const, fault: { kind } as NonNullable<NewRule['fault']> }],
    mayBeTold: inDoubt,
    becomes: 'failed' as const,
  })),
  {
    name: 'unexpected-html-of-a-failure',
    group: 'answers that nobody expects',
    title: 'A gateway’s page over a purchase that failed is refunded when a requery has said so, once',
    source: sources.codes,
    rules: [{ fate: 'failed', fault: { kind: 'html-502' } }],
    mayBeTold: whenUnheard,
  },
]

function caseOf({ name, group, title, source, rules, mayBeTold, becomes, isHeld }: Row): ResellerCase {
  return {
    name,
    group: group ?? 'what becomes of a purchase',
    title,
    source: source ?? sources.status,
    runs: isHeld === true ? 'alone' : 'together',
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      for (const rule of rules) await stage.arrange(recipient, rule)
      await stage.buy(customer, { recipient, ...(mayBeTold === undefined ? {} : { mayBeTold }) })
      if (becomes !== undefined) {
        // A reseller that gives up waiting gives up now.
        await stage.time.pass(900)
        await stage.settle(recipient, becomes)
      }
      await stage.resolve()
    },
  }
}

export const outcomeCases: readonly ResellerCase[] = [...rows, ...unexpected].map(caseOf)

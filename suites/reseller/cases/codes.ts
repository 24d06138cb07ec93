import type { NewRule } from '../../../simulator/index.ts'
import { type ResellerCase, sources } from '../case.ts'
import type { Word } from '../driver.ts'
import type { Stage } from '../stage.ts'

/** What VTpass's page says of a code in the answer to a purchase, and what is said there of the order. */
interface Code {
  readonly code: string
  readonly said: string
  readonly mayBeTold: readonly Word[]
}

const failed: readonly Word[] = ['failed']
/** The page does not say that it is a failure; a reseller that asks first is right as well. */
const no: readonly Word[] = ['failed', 'processing', 'unclear', 'later']
const inDoubt: readonly Word[] = ['processing', 'unclear']
const delivered: readonly Word[] = ['delivered', 'processing']

const codes: readonly Code[] = [
  { code: '001', said: 'TRANSACTION QUERY', mayBeTold: delivered },
  { code: '010', said: 'VARIATION CODE DOES NOT EXIST', mayBeTold: failed },
  { code: '011', said: 'INVALID ARGUMENTS', mayBeTold: failed },
  { code: '012', said: 'PRODUCT DOES NOT EXIST', mayBeTold: failed },
  { code: '013', said: 'BELOW MINIMUM AMOUNT ALLOWED', mayBeTold: failed },
  { code: '014', said: 'REQUEST ID ALREADY EXIST', mayBeTold: inDoubt },
  { code: '015', said: 'INVALID REQUEST ID', mayBeTold: no },
  { code: '016', said: 'TRANSACTION FAILED', mayBeTold: failed },
  { code: '017', said: 'ABOVE MAXIMUM AMOUNT ALLOWED', mayBeTold: failed },
  { code: '018', said: 'LOW WALLET BALANCE', mayBeTold: ['failed', 'later'] },
  { code: '019', said: 'LIKELY DUPLICATE TRANSACTION', mayBeTold: failed },
  { code: '020', said: 'BILLER CONFIRMED', mayBeTold: failed },
  { code: '021', said: 'ACCOUNT LOCKED', mayBeTold: no },
  { code: '022', said: 'ACCOUNT SUSPENDED', mayBeTold: no },
  { code: '023', said: 'API ACCESS NOT ENABLE FOR USER', mayBeTold: no },
  { code: '024', said: 'ACCOUNT INACTIVE', mayBeTold: no },
  { code: '025', said: 'RECIPIENT BANK INVALID', mayBeTold: no },
  { code: '026', said: 'RECIPIENT ACCOUNT COULD NOT BE VERIFIED', mayBeTold: no },
  { code: '027', said: 'IP NOT WHITELISTED', mayBeTold: no },
  { code: '028', said: 'PRODUCT IS NOT WHITELISTED', mayBeTold: failed },
  { code: '030', said: 'BILLER NOT REACHABLE', mayBeTold: failed },
  { code: '031', said: 'BELOW MINIMUM QUANTITY', mayBeTold: no },
  { code: '032', said: 'ABOVE MAXIMUM QUANTITY', mayBeTold: no },
  { code: '034', said: 'SERVICE SUSPENDED', mayBeTold: no },
  { code: '035', said: 'SERVICE INACTIVE', mayBeTold: no },
  { code: '040', said: 'TRANSACTION REVERSAL', mayBeTold: no },
  { code: '044', said: 'TRANSACTION RESOLVED', mayBeTold: inDoubt },
  { code: '083', said: 'SYSTEM ERROR', mayBeTold: inDoubt },
  { code: '085', said: 'IMPROPER REQUEST ID', mayBeTold: no },
  { code: '087', said: 'INVALID CREDENTIALS, with HTTP 401 and the word in `message`', mayBeTold: no },
  { code: '089', said: 'REQUEST IS PROCESSING', mayBeTold: inDoubt },
  { code: '091', said: 'TRANSACTION NOT PROCESSED', mayBeTold: failed },
  { code: '099', said: 'TRANSACTION IS PROCESSING', mayBeTold: inDoubt },
]

function payCase({ code, said, mayBeTold }: Code): ResellerCase {
  const isDoubt = mayBeTold === inDoubt
  return {
    name: `pay-code-${code}`,
    group: 'every response code, in answer to a purchase',
    title: isDoubt
      ? `${code} ${said} is neither yes nor no: the money is held until a requery tells`
      : `${code} ${said}: ${mayBeTold === delivered ? 'what was delivered is charged once' : 'the money goes back, once'}`,
    source: sources.codes,
    runs: 'together',
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      const fate = code === '083' ? 'unexpected-083' : (`code-${code}` as const)
      await stage.arrange(recipient, { fate })
      await stage.buy(customer, { recipient, mayBeTold })
      const open = (await stage.atVtpass(recipient)).some(({ status }) => status === 'pending')
      if (open) {
        await stage.time.pass(900)
        await stage.settle(recipient, 'delivered')
        // Which VTpass says of it from now on by the ordinary code.
      }
      await stage.resolve()
    },
  }
}

/** In answer to a requery these say nothing of the order: the question was refused, or not understood. */
const refusals = [
  '010',
  '011',
  '012',
  '013',
  '014',
  '017',
  '018',
  '019',
  '020',
  '021',
  '022',
  '023',
  '024',
  '025',
  '026',
  '027',
  '028',
  '030',
  '031',
  '032',
  '034',
  '035',
  '044',
  '083',
  '085',
  '087',
  '089',
  '099',
]

function requeryCase(code: string): ResellerCase {
  return {
    name: `requery-code-${code}`,
    group: 'every response code, in answer to a requery',
    title: `${code} in answer to a requery says nothing of the purchase: the doubt goes on, and ends as VTpass ends it`,
    source: sources.codes,
    runs: 'together',
    run: (stage) => asksInVain(stage, { fate: { code } }),
  }
}

const faults = [
  'html-502',
  'empty-body',
  'truncated-json',
  'bare-text',
  'unlisted-code',
  'unlisted-status',
  'connection-reset-by-peer',
  'empty-response',
  'random-data-then-close',
  'malformed-response-chunk',
] as const

function garbledRequeryCase(kind: (typeof faults)[number]): ResellerCase {
  return {
    name: `requery-unexpected-${kind}`,
    group: 'requeries that nobody understands',
    title: `A requery that is answered with ${kind} teaches nothing: the doubt goes on, and ends as VTpass ends it`,
    source: `${sources.codes}: any response that differs is to be taken as pending`,
    runs: 'together',
    run: (stage) => asksInVain(stage, { fault: { kind } }),
  }
}

const endings = ['delivered', 'failed'] as const

/** Two purchases are asked about in vain, and end differently: whoever guesses is wrong about one of them. */
async function asksInVain(stage: Stage, answer: Pick<NewRule, 'fate' | 'fault'>): Promise<void> {
  const customer = await stage.customer()
  const recipients = endings.map(() => stage.recipient())
  for (const recipient of recipients) {
    await stage.arrange(recipient, { fate: 'pending' })
    await stage.arrange(recipient, {
      match: { endpoint: 'requery' },
      ...answer,
      occurrence: { first: IN_VAIN },
    })
    await stage.buy(customer, { recipient })
  }
  await stage.time.until(async () => {
    const asked = await Promise.all(recipients.map((recipient) => requeriesOf(stage, recipient)))
    return asked.every((times) => times >= IN_VAIN)
  }, 1_800)
  for (const [index, recipient] of recipients.entries())
    await stage.settle(recipient, endings[index] ?? 'delivered')
  await stage.resolve()
}

const IN_VAIN = 2

async function requeriesOf(stage: Stage, recipient: string): Promise<number> {
  const [order] = await stage.atVtpass(recipient)
  if (order === undefined) return 0
  return stage.simulator.journal.count({ endpoint: 'requery', requestId: order.requestId })
}

export const codeCases: readonly ResellerCase[] = [
  ...codes.map(payCase),
  ...refusals.map(requeryCase),
  ...faults.map(garbledRequeryCase),
]

import type { Luck } from './luck.ts'
import type { ResellerProcess } from './reseller-process.ts'
import type { Scheduler } from './scheduler.ts'
import { bodyOf, type Sent, type VtpassWorld } from './vtpass-world.ts'
import { orderBody } from './wire.ts'

export interface Callers {
  readonly scheduler: Scheduler
  readonly luck: Luck
  readonly living: () => readonly ResellerProcess[]
}

const WEBHOOK = '/api/v1/vtpass/webhook'
/** VTpass's page "Callback API Integration": five attempts, until it is acknowledged. */
const MOST_ATTEMPTS = 5

/** VTpass calls back: never, late, twice, and with what was true when the call was made. */
export function callBack(sent: Sent, callers: Callers): void {
  const { scheduler, luck } = callers
  if (luck.chance(0.4)) {
    scheduler.note('- VTpass loses a webhook')
    return
  }
  const body = wrapped(bodyOf(sent), luck)
  const copies = luck.pick([1, 1, 2])
  for (let copy = 1; copy <= copies; copy += 1) {
    const afterMs = luck.pick([0, 700, 90_000, 3_600_000])
    scheduler.start(`webhook ${sent.transactionId} ${copy}`, afterMs, () => deliver(body, callers))
  }
}

function wrapped(body: object, luck: Luck): object {
  return luck.chance(0.8) ? { type: 'transaction-update', data: body } : body
}

async function deliver(body: object, { scheduler, luck, living }: Callers): Promise<void> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const [first, ...rest] = living()
    const answered =
      first === undefined
        ? 'cut'
        : await luck.pick([first, ...rest]).request(WEBHOOK, null, JSON.stringify(body))
    if (answered !== 'cut' && answered.status === 200) return
    await scheduler.reach(null, 'waits, and calls back again', '', 60_000)
  }
}

/** Anybody may send one: of a reference that VTpass knows, or of none, with whatever it says. */
export async function forge({
  vtpass,
  ...callers
}: Callers & { readonly vtpass: VtpassWorld }): Promise<void> {
  const { luck } = callers
  const known = [...vtpass.sent.values()]
  const reference = known[luck.below(known.length + 1)]?.reference ?? 'nobodys-reference'
  const status = luck.pick(['delivered', 'failed', 'reversed', 'pending'])
  const body = orderBody({ reference, status, cost: 100_000, total: 1, transactionId: '666' })
  await deliver(wrapped(body, luck), callers)
}

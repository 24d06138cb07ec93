import { setTimeout as sleep } from 'node:timers/promises'
import type { NewRule } from '../../../simulator/index.ts'
import { needsRestart, type ResellerCase, sources } from '../case.ts'

function crashCase(
  name: string,
  title: string,
  rule: NewRule,
  becomes: 'delivered' | 'failed' | null,
): ResellerCase {
  return {
    name,
    group: 'crashes',
    title,
    source: sources.processing,
    runs: 'alone',
    skip: needsRestart,
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, rule)
      const buying = stage.buy(customer, { recipient })
      const isAsked = async () => (await stage.simulator.journal.count({ endpoint: 'pay', recipient })) > 0
      for (let tries = 0; tries < 150 && !(await isAsked()); tries += 1) await sleep(20)
      await stage.driver.stop?.()
      await stage.driver.start?.()
      const purchase = await buying
      if (becomes !== null) {
        // It is looked at while VTpass has not ended it.
        await stage.time.pass(120)
        await stage.settle(recipient, becomes)
      }
      await stage.resolve()
      await stage.again(purchase)
    },
  }
}

const held = { kind: 'fixed-delay', delay: '1500ms' } as const

export const crashCases: readonly ResellerCase[] = [
  crashCase(
    'crash-while-vtpass-delivers',
    'A crash between the request and the answer loses nothing: what VTpass delivered is charged once',
    { fate: 'delivered', fault: held },
    null,
  ),
  crashCase(
    'crash-while-vtpass-fails',
    'A crash before the answer of a failure is heard: the money goes back once',
    { fate: 'failed', fault: held },
    null,
  ),
  crashCase(
    'crash-while-pending',
    'A crash while a purchase is pending forgets nothing: it is asked about after the start',
    { fate: 'pending', fault: held },
    'delivered',
  ),
]

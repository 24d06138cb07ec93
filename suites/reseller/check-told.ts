import type { Word } from './driver.ts'
import { nairaText } from './money.ts'
import type { Purchase, Stage } from './stage.ts'

/** What a customer is told must be borne out by what VTpass has on record at that moment. */
export async function checkTold(
  stage: Stage,
  purchase: Purchase,
  mayBeTold?: readonly Word[],
): Promise<void> {
  const { told, order, price, plan } = purchase
  const here = (await stage.atVtpass(order.recipient)).map(({ status }) => status)
  const amount = nairaText(price ?? plan.cost)
  const actual = `${told.word}: ${told.status ?? 'no answer'} ${told.said}`
  // Of several at once nobody knows which is whose before the books are read.
  const isAlone = stage.sendsFor(order.recipient) === 1
  if (told.word === 'delivered' && !here.includes('delivered')) {
    stage.problem({
      field: 'told',
      expected: `no delivery: at VTpass it is ${here.join(', ') || 'no order'}`,
      actual,
      cost: `The customer is told that ${amount} of data has come, and it has not: the money is kept, or goods are handed over for nothing.`,
    })
  } else if (
    isAlone &&
    told.word === 'failed' &&
    here.some((status) => status === 'delivered' || status === 'pending')
  ) {
    stage.problem({
      field: 'told',
      expected: `no failure: at VTpass it is ${here.join(', ')}`,
      actual,
      cost: `The customer buys again, and VTpass is paid twice: ${nairaText(plan.cost)} for each try.`,
    })
  } else if (mayBeTold !== undefined && !mayBeTold.includes(told.word)) {
    stage.problem({
      field: 'told',
      expected: mayBeTold.join(' or '),
      actual,
      cost:
        told.word === 'failed'
          ? `What is not known is taken for a failure: each time that VTpass delivers after all, ${amount} is given back for what was delivered.`
          : `The customer is left in the dark about ${amount}.`,
    })
  }
  if (told.amount !== null && price !== null && told.amount !== price) {
    stage.problem({
      field: 'told.amount',
      expected: nairaText(price),
      actual: nairaText(told.amount),
      cost: `The customer is shown one price and charged another: ${nairaText(told.amount - price)} a purchase.`,
    })
  }
}

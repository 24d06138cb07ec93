import { mistakesIn } from './mutant.ts'

/** What a purchase costs, and what the wallet pays. */
export const moneyMutants = [
  ...mistakesIn('simulator/engine/transaction.ts', [
    {
      name: 'total-is-the-face-value',
      title: 'total_amount leaves the commission out',
      text: 'minus(amountOf(transaction), commissionOf(transaction))',
      becomes: 'amountOf(transaction)',
      expected: ['sells-mtn-1', 'sells-spectranet-1'],
    },
    {
      name: 'total-is-rounded-to-kobo',
      title: 'total_amount is rounded to whole kobo',
      text: 'return plus(minus(amountOf(transaction), commissionOf(transaction)), transaction.product.fee)',
      becomes:
        'return (Math.round(plus(minus(amountOf(transaction), commissionOf(transaction)), transaction.product.fee) / 10_000) * 10_000) as Money',
      expected: ['sells-mtn-3', 'sells-airtel-data-2'],
    },
    {
      name: 'quantity-is-not-multiplied',
      title: 'several units cost as much as one',
      text: 'return times(transaction.unitPrice, transaction.quantity)',
      becomes: 'return transaction.unitPrice',
      expected: ['sells-gotv-5', 'sells-spectranet-2'],
    },
    {
      name: 'failed-purchase-is-charged',
      title: 'the wallet pays for a purchase that failed',
      text: "return status === 'pending' || status === 'delivered'",
      becomes: "return status !== 'reversed'",
      expected: ['mtn-failed', 'gotv-failed'],
    },
    {
      name: 'pending-purchase-is-not-charged',
      title: 'a pending purchase holds no money',
      text: "return status === 'pending' || status === 'delivered'",
      becomes: "return status === 'delivered'",
      expected: ['etisalat-pending', 'glo-sme-data-no-response'],
    },
    {
      name: 'reversed-purchase-is-kept',
      title: 'a purchase that was reversed is not paid back',
      text: "return status === 'pending' || status === 'delivered'",
      becomes: "return status !== 'failed'",
      expected: ['delivered-then-reversed'],
    },
  ]),
  ...mistakesIn('simulator/engine/evolve.ts', [
    {
      name: 'wallet-pays-the-face-value',
      title: 'total_amount is right, and the wallet pays the amount',
      text: '? totalOf(transaction) : nothing',
      becomes: '? ((transaction.unitPrice * transaction.quantity) as Money) : nothing',
      expected: ['sells-airtel-2', 'sells-smile-direct-1'],
    },
    {
      name: 'charged-twice',
      title: 'a pending purchase is charged again when it is delivered',
      text: 'minus(plus(world.balance, chargeOf(record)), chargeOf(settled))',
      becomes: 'minus(world.balance, chargeOf(settled))',
      expected: ['delivers-pending-glo-later', 'pending-then-delivered'],
    },
    {
      name: 'not-refunded',
      title: 'a pending purchase that fails later is not paid back',
      text: 'minus(plus(world.balance, chargeOf(record)), chargeOf(settled))',
      becomes: 'world.balance',
      expected: ['pending-then-failed'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/money.ts', [
    {
      name: 'commission-is-rounded-to-kobo',
      title: 'commissions are counted in whole kobo',
      text: '((amount / PER_KOBO) * Math.round(Number(rate) * 100))',
      becomes: '(Math.round(((amount / PER_KOBO) * Number(rate)) / 100) * PER_KOBO)',
      expected: ['sells-mtn-3', 'sells-airtel-2'],
    },
    {
      name: 'kobo-are-lost',
      title: 'the second decimal of an amount is lost',
      text: "Number(decimals.padEnd(2, '0'))",
      becomes: "Number(decimals.slice(0, 1).padEnd(2, '0'))",
      expected: ['sells-airtel-2', 'sells-mtn-3'],
    },
  ]),
  ...mistakesIn('simulator/engine/order.ts', [
    {
      name: 'gotv-renews-at-the-price-of-the-plan',
      title: 'the amount of a GOTV renewal is ignored',
      text: "(price === 'amount-or-variation' && sent !== null)",
      becomes: "(price === 'amount-or-variation' && sent === nothing)",
      expected: ['sells-gotv-3', 'sells-gotv-4'],
    },
    {
      name: 'gotv-renewal-needs-a-plan',
      title: 'a GOTV renewal without a plan and an amount is refused',
      text: 'return type?.variation_code ?? fields.variation_code ?? null',
      becomes: 'return fields.variation_code ?? null',
      expected: ['sells-gotv-2'],
    },
    {
      name: 'plan-at-the-amount-sent',
      title: 'a plan is sold at whatever amount was sent',
      text: 'return { amount: variation.price, text:',
      becomes: 'return { amount: sent ?? variation.price, text:',
      expected: ['sells-airtel-data-3'],
    },
    {
      name: 'plan-with-the-text-of-the-amount-sent',
      title: 'unit_price of a plan is the amount that was sent, at the price of the plan',
      text: 'isSame ? amount : variation.priceText',
      becomes: 'amount ?? variation.priceText',
      expected: ['sells-airtel-data-3'],
    },
    {
      name: 'plan-with-a-text-of-its-own',
      title: 'unit_price of a plan is written as the plan has it, although the client sent the same amount',
      text: 'isSame ? amount : variation.priceText',
      becomes: 'variation.priceText',
      expected: ['sells-etisalat-data-1', 'sells-glo-data-1'],
    },
    {
      name: 'doubled-plan-is-always-the-first',
      title: 'of two plans with one code the first is sold, whatever price was sent',
      text: 'plans.find((plan) => plan.price === sent) ?? plans[0]',
      becomes: 'plans[0]',
      expected: ['sells-mtn-data-3'],
    },
    {
      name: 'smile-airtime-for-nothing',
      title: "Smile's airtime costs ₦0.00, as the list has it",
      text: ' || (variation !== null && variation.price === nothing)',
      becomes: '',
      expected: ['sells-smile-direct-2'],
    },
  ]),
]

import { mistakesIn } from './mutant.ts'

/** What is remembered of a purchase, and what comes of it. */
export const recordMutants = [
  ...mistakesIn('simulator/engine/evolve.ts', [
    {
      name: 'failed-is-no-earlier-one',
      title: 'after a failed purchase the same one is no likely duplicate',
      text: '  noteForDuplicates(world, transaction)\n}',
      becomes: '  if (isCharged(transaction.status)) noteForDuplicates(world, transaction)\n}',
      expected: ['refuses-a-second-purchase-after-one-that-failed'],
    },
    {
      name: 'pending-is-no-earlier-one',
      title: 'after a pending purchase the same one is no likely duplicate',
      text: '  noteForDuplicates(world, transaction)\n}',
      becomes: "  if (transaction.status !== 'pending') noteForDuplicates(world, transaction)\n}",
      expected: ['refuses-a-second-purchase-after-one-that-is-pending'],
    },
    {
      name: 'remembers-one-purchase',
      title: 'a purchase is forgotten when another is made',
      text: '    if (createdAt - moment < duplicateWindowMs) break\n',
      becomes: '    if (oldKey === key) break\n',
      expected: ['remembers-a-purchase-while-others-are-made'],
    },
    {
      name: 'window-of-the-first-purchase',
      title: 'the window runs from the first purchase, and not from the last',
      text: '  world.lastOrders.delete(key)\n  world.lastOrders.set(key, createdAt)\n',
      becomes: '  if (!world.lastOrders.has(key)) world.lastOrders.set(key, createdAt)\n',
      expected: ['lets-the-same-purchase-pass-after-the-window'],
    },
    {
      name: 'pending-holds-one-unit',
      title: 'of several units that are pending one is held',
      text: 'isCharged(transaction.status) ? totalOf(transaction)',
      becomes:
        "isCharged(transaction.status) ? totalOf(transaction.status === 'pending' ? { ...transaction, quantity: 1 } : transaction)",
      expected: ['two-months-of-gotv-that-are-pending', 'three-cards-that-are-pending'],
    },
    {
      name: 'delivers-one-card-later',
      title: 'of three cards that were pending one is delivered',
      text: '{ ...record, status, requeryCode: null }',
      becomes: '{ ...record, status, requeryCode: null, invented: record.invented.slice(0, 1) }',
      expected: ['delivers-three-pending-cards-later'],
    },
  ]),
  ...mistakesIn('simulator/engine/decide.ts', [
    {
      name: 'another-plan-is-no-duplicate',
      title: 'another plan for the same recipient is no likely duplicate',
      text: 'now - last < duplicateWindowMs',
      becomes:
        "now - last < duplicateWindowMs && ![...world.transactions.values()].some((one) => 'product' in one && one.recipient === order.recipient && one.variationCode !== order.variationCode)",
      expected: ['looks-at-no-plan'],
    },
    {
      name: 'glo-data-twice',
      title: 'GLO data is never a likely duplicate',
      text: 'if (isLikelyDuplicate(world, order, at.world))',
      becomes: "if (product.serviceID !== 'glo-data' && isLikelyDuplicate(world, order, at.world))",
      expected: ['refuses-a-second-purchase-of-glo-data'],
    },
    {
      name: '083-is-an-earlier-one',
      title: 'after 083 the same purchase is a likely duplicate',
      text: "if (fate.kind === 'refuse') return refused({ code: fate.code, reason: 'the recipient asks for it' })",
      becomes:
        "if (fate.kind === 'refuse') { world.lastOrders.set(duplicateKey('same-service', product.serviceID, order.recipient), at.world); return refused({ code: fate.code, reason: '' }) }",
      expected: ['remembers-no-purchase-without-an-order'],
    },
    {
      name: '018-is-on-record',
      title: 'a purchase that the wallet could not pay is on record',
      text: 'if (world.balance < total) return refused(tooPoor(world.balance, total))',
      becomes:
        "if (world.balance < total) return { ...refused(tooPoor(world.balance, total)), events: [{ type: 'refused-as-duplicate', requestId, at: at.world }] }",
      expected: ['refuses-what-the-wallet-does-not-hold'],
    },
    {
      name: 'recipient-before-amount',
      title: '500000000000 answers 083, whatever else is wrong',
      text: '  const order = readOrder(product, fields)\n',
      becomes:
        "  if (fate.kind === 'refuse') return refused({ code: fate.code, reason: '' })\n  const order = readOrder(product, fields)\n",
      expected: ['amount-before-recipient', 'wallet-before-recipient', 'biller-before-recipient'],
    },
    {
      name: 'failing-needs-no-money',
      title: 'a purchase that will fail needs no money in the wallet',
      text: 'if (world.balance < total) return',
      becomes: "if (world.balance < total && !(fate.kind === 'vend' && fate.status === 'failed')) return",
      expected: ['wallet-before-failure'],
    },
    {
      name: 'transaction-id-of-the-nearest-second',
      title: 'a transactionId begins with the nearest second',
      text: 'Math.floor(at.world / 1000)',
      becomes: 'Math.round(at.world / 1000)',
      expected: ['names-the-second-that-has-begun'],
    },
    {
      name: 'settles-a-millisecond-early',
      title: 'a pending purchase is delivered a millisecond before its time',
      text: 'at: at.world + settling.afterMs',
      becomes: 'at: at.world + settling.afterMs - 1',
      expected: ['delivers-pending-mtn-later'],
    },
    {
      name: 'requery-by-the-beginning',
      title: 'requery finds a request id by its beginning',
      text: 'const found = world.transactions.get(requestId)',
      becomes:
        'const found = world.transactions.get(requestId) ?? [...world.transactions.values()].find((one) => one.requestId.startsWith(requestId))',
      expected: ['tells-request-ids-apart-to-the-last-character'],
    },
    {
      name: 'requery-in-any-case',
      title: 'requery finds a request id in capitals',
      text: 'const found = world.transactions.get(requestId)',
      becomes:
        'const found = world.transactions.get(requestId) ?? world.transactions.get(requestId.toLowerCase())',
      expected: ['tells-request-ids-apart-to-the-last-character'],
    },
  ]),
  ...mistakesIn('simulator/wire/purchased.ts', [
    {
      name: 'reversed-keeps-its-cards',
      title: 'a purchase that was reversed still shows its cards',
      text: "if (status !== 'delivered') return true",
      becomes: "if (status === 'pending' || status === 'failed') return true",
      expected: ['delivered-then-reversed-for-spectranet', 'answers-040-on-command-for-spectranet'],
    },
  ]),
  ...mistakesIn('simulator/wire/transaction-2022.ts', [
    {
      name: 'pending-cards-at-the-price-of-one',
      title: 'several cards that are pending are told at the price of one',
      text: 'const amount = toNaira(amountOf(transaction))',
      becomes:
        "const amount = toNaira(transaction.status === 'pending' ? transaction.unitPrice : amountOf(transaction))",
      expected: ['three-cards-that-are-pending'],
    },
  ]),
  ...mistakesIn('simulator/wire/verification.ts', [
    {
      name: 'smartcard-by-its-beginning',
      title: 'a smartcard with a digit more is known',
      text: 'fields[field as keyof Fields] === value)',
      becomes: 'String(fields[field as keyof Fields]).startsWith(String(value)))',
      expected: ['answers-000-for-a-smartcard-with-a-digit-more'],
    },
  ]),
  ...mistakesIn('simulator/engine/time.ts', [
    {
      name: 'day-begins-late',
      title: 'the day in Lagos begins a millisecond late',
      text: 'const day = Math.floor((at + LAGOS_AHEAD_MS) / DAY_MS)',
      becomes: 'const day = Math.floor((at + LAGOS_AHEAD_MS - 1) / DAY_MS)',
      expected: ['begins-a-day-at-midnight-in-lagos'],
    },
  ]),
]

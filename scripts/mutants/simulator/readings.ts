import { mistakesIn } from './mutant.ts'

/** How single values are read, and said again. */
export const readingMutants = [
  ...mistakesIn('simulator/wire/fields.ts', [
    {
      name: 'long-numbers-lose-digits',
      title: 'a request id that is a number loses its last digits',
      text: 'return LONG_NUMBER.test(body) ? JSON.parse(body, keepDigits) : parsed',
      becomes: 'return parsed',
      expected: ['takes-a-request-id-that-is-a-number'],
    },
    {
      name: 'blanks-are-kept',
      title: 'blanks around a value are a part of it',
      text: 'const text = value.trim()',
      becomes: 'const text = value',
      expected: ['takes-blanks-around-a-value'],
    },
    {
      name: 'first-of-a-repeated-field',
      title: 'of a field that a form has twice, the first holds',
      text: 'form.getAll(name).at(-1)',
      becomes: 'form.getAll(name).at(0)',
      expected: ['takes-the-last-of-a-repeated-field'],
    },
    {
      name: 'true-is-a-text',
      title: 'true is read as a phone',
      text: "if (typeof value === 'number') return String(value)",
      becomes: "if (typeof value === 'number' || typeof value === 'boolean') return String(value)",
      expected: ['refuses-true-for-a-phone'],
    },
    {
      name: 'null-breaks-the-reader',
      title: 'a body of null ends in a mistake',
      text: "if (parsed === null || typeof parsed !== 'object'",
      becomes: "if (typeof parsed !== 'object'",
      expected: ['refuses-null-for-a-body'],
    },
    {
      name: 'numbers-in-texts-are-not-read',
      title: 'a quantity that is a text is left out',
      text: "  if (typeof value !== 'string') return undefined",
      becomes: "  if (typeof value !== 'string' || /^\\d$/.test(value)) return undefined",
      expected: ['takes-a-quantity-that-is-a-text'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/money.ts', [
    {
      name: 'exponents-are-read',
      title: '1e3 is an amount',
      text: 'const parts = AMOUNT.exec(text)',
      becomes: 'const parts = AMOUNT.exec(/^\\d+e\\d$/.test(text) ? String(Number(text)) : text)',
      expected: ['refuses-an-amount-with-an-exponent'],
    },
    {
      name: 'leading-zeros-are-read',
      title: '0100 is an amount',
      text: '(0|[1-9]\\d{0,9})',
      becomes: '(\\d{1,10})',
      expected: ['refuses-an-amount-with-a-leading-zero'],
    },
    {
      name: 'commas-are-read',
      title: '1,000 is an amount',
      text: 'const parts = AMOUNT.exec(text)',
      becomes: "const parts = AMOUNT.exec(text.replace(',', ''))",
      expected: ['refuses-an-amount-with-a-comma'],
    },
  ]),
  ...mistakesIn('simulator/engine/order.ts', [
    {
      name: 'amount-is-written-anew',
      title: 'unit_price of airtime is not as the client sent it: 5.50 is 5.5',
      text: '{ amount: sent, text: amount }',
      becomes: '{ amount: sent, text: String(Number(amount)) }',
      expected: ['sells-etisalat-3'],
    },
    {
      name: 'constructor-is-a-subscription',
      title: 'subscription_type may be constructor',
      text: 'return Object.hasOwn(subscriptionTypes, subscription_type)',
      becomes: 'return subscription_type in subscriptionTypes',
      expected: ['refuses-constructor-for-a-subscription-type'],
    },
    {
      name: 'renews-the-plan-that-was-sent',
      title: 'a renewal takes the plan that was sent',
      text: 'return type?.variation_code ?? fields.variation_code ?? null',
      becomes: 'return fields.variation_code ?? type?.variation_code ?? null',
      expected: ['takes-no-notice-of-the-plan-of-a-renewal'],
    },
    {
      name: 'airtime-has-plans',
      title: 'airtime with a variation_code is refused with 010',
      text: 'if (variations.size === 0) return null',
      becomes: 'if (variations.size === 0) return fields.variation_code ?? null',
      expected: ['takes-no-notice-of-what-it-does-not-know', 'takes-no-notice-of-what-glo-does-not-know'],
    },
    {
      name: 'amount-in-place-of-a-plan',
      title: 'a bouquet that does not exist is sold where an amount is sent',
      text: 'const code = variationAsked(product, fields)\n',
      becomes:
        "const code = product.file.price === 'amount-or-variation' && fields.amount !== undefined ? null : variationAsked(product, fields)\n",
      expected: ['plan-before-amount'],
    },
  ]),
  ...mistakesIn('simulator/engine/request-id.ts', [
    {
      name: 'every-year-is-a-leap-year',
      title: 'the 29th of February is a date in every year',
      text: 'return year > 0 && parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day',
      becomes:
        'return year > 0 && ((month === 2 && day === 29) || (parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day))',
      expected: ['refuses-request-id-of-the-29th-of-february-2026'],
    },
    {
      name: 'ten-minutes-of-grace',
      title: 'yesterday is today until ten past midnight',
      text: 'const isToday = date === lagosDate(at.world) ||',
      becomes: 'const isToday = date === lagosDate(at.world) || date === lagosDate(at.world - 600_000) ||',
      expected: ['begins-a-day-at-midnight-in-lagos'],
    },
  ]),
  ...mistakesIn('simulator/engine/fate.ts', [
    {
      name: 'country-code-is-a-zero',
      title: '2348011111111 is taken for 08011111111',
      text: "numbers.includes(fields[field] ?? '')",
      becomes: "numbers.includes((fields[field] ?? '').replace(/^234/, '0'))",
      expected: ['mtn-to-a-number-with-a-country-code'],
    },
    {
      name: 'numbers-by-their-beginning',
      title: 'a number that begins like one of the tables is that one',
      text: "numbers.includes(fields[field] ?? '')",
      becomes: "numbers.some((number) => (fields[field] ?? '').startsWith(number))",
      expected: ['mtn-to-a-number-with-a-digit-more', 'mtn-to-a-number-with-a-special-number-and-more'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/products/glo-data.json', [
    {
      name: 'glo-data-looks-at-one-number',
      title: 'a special phone decides nothing of GLO data',
      text: '"lookAt": [\n      "billersCode",\n      "phone"\n    ]',
      becomes: '"lookAt": [\n      "billersCode"\n    ]',
      expected: ['glo-data-with-a-special-phone'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/products/mtn-data.json', [
    {
      name: 'data-in-several-units',
      title: 'three of a plan of MTN data are sold where quantity is 3',
      text: '"price": "variation"',
      becomes: '"price": "variation", "quantity": { "minimum": 1, "maximum": 10 }',
      expected: ['takes-no-notice-of-what-mtn-data-does-not-know'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/product.ts', [
    {
      name: 'dear-plans-lose-a-naira',
      title: 'a plan above ₦20,000 is sold for a naira less',
      text: 'price: naira(Number(entry.variation_amount)),',
      becomes:
        'price: naira(Number(entry.variation_amount) - (Number(entry.variation_amount) > 20_000 ? 1 : 0)),',
      expected: ['sells-every-plan-of-mtn-data', 'sells-every-plan-of-smile-direct'],
    },
  ]),
  ...mistakesIn('simulator/wire/answer.ts', [
    {
      name: 'answers-in-latin-1',
      title: 'the content type names another charset than UTF-8',
      text: "contentType: 'application/json', body }",
      becomes: "contentType: 'application/json; charset=iso-8859-1', body }",
      expected: ['lists-categories', 'sells-mtn-1'],
    },
  ]),
]

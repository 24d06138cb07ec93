import { mistakesIn } from './mutant.ts'

/** The catalogue, the balance and the verifications: wrong in what they list, or in how. */
export const listMutants = [
  ...mistakesIn('simulator/wire/balance.ts', [
    {
      name: 'code-of-the-balance-is-a-text',
      title: 'the code of the balance is the text "1"',
      text: '{ code: 1,',
      becomes: "{ code: '1',",
      expected: ['opens-with-a-million-naira'],
    },
    {
      name: 'balance-is-a-text',
      title: 'the balance is a text',
      text: 'balance: toNaira(balance)',
      becomes: 'balance: toNaira(balance).toFixed(2)',
      expected: ['opens-with-a-million-naira'],
    },
    {
      name: 'contents-without-its-s',
      title: 'the balance stands under content, as in every other answer',
      text: 'contents: {',
      becomes: 'content: {',
      expected: ['opens-with-a-million-naira'],
    },
  ]),
  ...mistakesIn('simulator/wire/catalogue.ts', [
    {
      name: 'varations-left-out',
      title: "plans are not listed under VTpass's misspelt varations",
      text: '      varations: list,\n',
      becomes: '',
      expected: ['lists-variations-of-gotv', 'lists-variations-of-mtn'],
    },
    {
      name: 'categories-with-a-code',
      title: 'the list of categories has code in place of response_description',
      text: 'response_description: OK,\n    content: [...catalogue.categories],',
      becomes: 'code: OK,\n    content: [...catalogue.categories],',
      expected: ['lists-categories'],
    },
    {
      name: 'service-name-of-the-list-of-services',
      title: "ServiceName is the name in the list of services, and not the variations' own",
      text: 'variations?.ServiceName ?? service.name',
      becomes: 'service.name',
      expected: ['lists-variations-of-spectranet'],
    },
    {
      name: 'last-plan-left-out',
      title: 'the last plan of every product is left out',
      text: '[...(variations?.list ?? [])]',
      becomes: '(variations?.list ?? []).slice(0, -1)',
      expected: ['lists-variations-of-airtel-data', 'lists-variations-of-glo-sme-data'],
    },
    {
      name: 'doubled-plans-merged',
      title: 'a plan whose code is doubled is listed once',
      text: '[...(variations?.list ?? [])]',
      becomes: '[...new Map((variations?.list ?? []).map((plan) => [plan.variation_code, plan])).values()]',
      expected: ['lists-variations-of-mtn-data'],
    },
  ]),
  ...mistakesIn('simulator/wire/verification.ts', [
    {
      name: 'bad-smartcard-answers-011',
      title: 'a smartcard that is unknown is refused with 011',
      text: "code: '000', content: verification.unknown",
      becomes: "code: '011', content: verification.unknown",
      expected: ['answers-000-for-a-bad-smartcard'],
    },
    {
      name: 'every-number-is-known',
      title: 'every number is verified with the name of the test customer',
      text: 'fields[field as keyof Fields] === value)',
      becomes: 'fields[field as keyof Fields] !== undefined)',
      expected: ['answers-000-for-a-bad-smartcard', 'answers-000-for-a-bad-smile-e-mail'],
    },
    {
      name: 'smartcard-shows-the-renewal',
      title: 'the verification of a smartcard has the keys that only the text names',
      text: 'if (!verifyDetail || detail === undefined) return content',
      becomes: 'if (detail === undefined) return content',
      expected: ['verifies-a-smartcard'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/merchant-verify.ts', [
    {
      name: 'every-path-verifies-everything',
      title: "Smile's own path verifies smartcards too",
      text: ' || !verification.paths.includes(path)',
      becomes: '',
      expected: ['refuses-to-verify-a-smartcard-as-smile'],
    },
    {
      name: 'verifies-out-of-reach',
      title: 'a biller that is out of reach verifies',
      text: ", 'unreachable']",
      becomes: ']',
      expected: ['refuses-to-verify-with-a-biller-out-of-reach'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/catalogue.ts', [
    {
      name: 'unknown-category-is-empty',
      title: 'a category that does not exist is an empty list',
      text: 'if (products !== null) return { answer: renderServices(products) }',
      becomes: 'if (world !== null) return { answer: renderServices(products ?? []) }',
      expected: ['refuses-an-unknown-category', 'refuses-no-category'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/catalogue.ts', [
    {
      name: 'services-in-alphabetical-order',
      title: 'services are listed by their names',
      text: 'a.file.productId - b.file.productId',
      becomes: 'a.serviceID.localeCompare(b.serviceID)',
      expected: ['lists-services-of-data'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/products/mtn.json', [
    {
      name: 'minimum-is-a-number',
      title: 'minimium_amount of mtn is a number in the list of services',
      text: '"minimium_amount": "10"',
      becomes: '"minimium_amount": 10',
      expected: ['lists-services-of-airtime'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/products/mtn-data.json', [
    {
      name: 'commission-of-another-product',
      title: 'mtn-data has the commission of mtn',
      text: '"rate": "4.00"',
      becomes: '"rate": "3.50"',
      expected: ['sells-mtn-data-1'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/products/gotv.json', [
    {
      name: 'variation-amount-is-a-number',
      title: 'the variation_amount of a GOTV plan is a number',
      text: '"variation_amount": "3600.00"',
      becomes: '"variation_amount": 3600',
      expected: ['lists-variations-of-gotv'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/products/smile-direct.json', [
    {
      name: 'smile-airtime-has-no-fixed-price',
      title: "fixedPrice of Smile's airtime is No",
      text: '"variation_amount": "0.00", "fixedPrice": "Yes"',
      becomes: '"variation_amount": "0.00", "fixedPrice": "No"',
      expected: ['lists-variations-of-smile-direct'],
    },
    {
      name: 'smile-accounts-under-another-key',
      title: 'the verification of a Smile e-mail has Accounts in place of AccountList',
      text: '"AccountList"',
      becomes: '"Accounts"',
      expected: ['verifies-a-smile-e-mail', 'verifies-a-smile-e-mail-as-any-merchant'],
    },
    {
      name: 'smile-counts-accounts-as-a-text',
      title: 'NumberOfAccounts of a Smile e-mail is a text',
      text: '"NumberOfAccounts": 2',
      becomes: '"NumberOfAccounts": "2"',
      expected: ['verifies-a-smile-e-mail'],
    },
  ]),
  ...mistakesIn('simulator/catalogue/products/spectranet.json', [
    {
      name: 'spectranet-plans-have-texts-for-prices',
      title: 'the variation_amount of a Spectranet plan is a text',
      text: '"variation_amount": 2000',
      becomes: '"variation_amount": "2000.00"',
      expected: ['lists-variations-of-spectranet'],
    },
  ]),
]

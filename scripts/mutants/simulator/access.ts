import { mistakesIn } from './mutant.ts'

/** Who is let in, and how what they send is read. */
export const accessMutants = [
  ...mistakesIn('simulator/vtpass-api/authenticate.ts', [
    {
      name: 'refuses-a-post-with-all-keys',
      title: 'a POST that shows its public-key too is refused',
      text: "const secretFits = line.header('secret-key') === account.secretKey",
      becomes:
        "const secretFits = line.header('secret-key') === account.secretKey && (method === 'GET' || line.header('public-key') === null)",
      expected: ['takes-pay-with-all-keys', 'takes-requery-with-all-keys'],
    },
    {
      name: 'refuses-a-get-with-all-keys',
      title: 'a GET that shows its secret-key too is refused',
      text: 'if (publicKey === account.publicKey) return trusted(live)',
      becomes:
        "if (publicKey === account.publicKey && line.header('secret-key') === null) return trusted(live)",
      expected: ['takes-balance-with-all-keys', 'takes-services-with-all-keys'],
    },
    {
      name: 'secret-key-excuses-public-key',
      title: 'a GET with a wrong public-key is answered where its secret-key is right',
      text: 'if (publicKey !== null) return refused',
      becomes: 'if (publicKey !== null && !secretFits) return refused',
      expected: ['refuses-get-balance-with-wrong-public-key-beside-secret-key'],
    },
    {
      name: 'basic-before-keys',
      title: 'a wrong password is refused although the keys are right',
      text: "if (apiKey !== null && apiKey !== '') return byKeys",
      becomes: "if (apiKey !== null && apiKey !== '' && line.header('authorization') === null) return byKeys",
      expected: [
        'takes-balance-with-keys-beside-wrong-password',
        'takes-pay-with-keys-beside-wrong-password',
      ],
    },
    {
      name: 'secret-key-in-any-case',
      title: 'a secret-key in other letters is right',
      text: "const secretFits = line.header('secret-key') === account.secretKey",
      becomes:
        "const secretFits = line.header('secret-key')?.toLowerCase() === account.secretKey.toLowerCase()",
      expected: ['refuses-post-pay-with-second-key-in-other-case'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/requery.ts', [
    {
      name: 'requery-for-the-locked',
      title: 'a locked account may requery',
      text: 'const refused = refuseFirst(exchange)',
      becomes: 'const refused = exchange.scenario === null ? null : refuseFirst(exchange)',
      expected: ['refuses-a-requery-to-a-locked-account', 'refuses-a-requery-to-a-foreign-address'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/balance.ts', [
    {
      name: 'balance-for-the-locked',
      title: 'a locked account may read its balance',
      text: 'return refuseFirst(exchange) ??',
      becomes: 'return (exchange.scenario === null ? null : refuseFirst(exchange)) ??',
      expected: ['refuses-the-balance-to-a-suspended-account'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/merchant-verify.ts', [
    {
      name: 'verification-for-the-locked',
      title: 'a locked account may verify',
      text: 'return (exchange) => refuseFirst(exchange) ??',
      becomes: 'return (exchange) => (exchange.scenario === null ? null : refuseFirst(exchange)) ??',
      expected: [
        'refuses-a-verification-to-an-inactive-account',
        'refuses-a-verification-of-smile-to-a-locked-account',
      ],
    },
    {
      name: 'verifies-what-is-suspended',
      title: 'a suspended product verifies',
      text: "['suspended', 'inactive', 'unreachable']",
      becomes: "['inactive', 'unreachable']",
      expected: ['refuses-to-verify-with-a-product-that-is-suspended'],
    },
    {
      name: 'verifies-what-is-inactive',
      title: 'an inactive product verifies',
      text: "['suspended', 'inactive', 'unreachable']",
      becomes: "['suspended', 'unreachable']",
      expected: ['refuses-to-verify-with-a-product-that-is-inactive'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/catalogue.ts', [
    {
      name: 'lists-what-is-whitelisted',
      title: 'a list of services leaves out what the account may not buy',
      text: 'if (products !== null) return { answer: renderServices(products) }',
      becomes:
        'const { whitelistedProducts: white } = world.account.settings\n  if (products !== null) return { answer: renderServices(products.filter(({ serviceID }) => white === null || white.includes(serviceID))) }',
      expected: ['shows-the-catalogue-to-an-account-that-may-not-buy-it'],
    },
    {
      name: 'lists-what-is-active',
      title: 'a list of services leaves out what is suspended',
      text: 'if (products !== null) return { answer: renderServices(products) }',
      becomes:
        "if (products !== null) return { answer: renderServices(products.filter(({ serviceID }) => (world.productStates.get(serviceID) ?? 'active') === 'active')) }",
      expected: ['shows-the-catalogue-to-whoever-cannot-buy-it-now'],
    },
    {
      name: 'product-in-capitals-is-known',
      title: 'plans are listed for a serviceID in capitals',
      text: 'world.catalogue.products.get(serviceID)',
      becomes: 'world.catalogue.products.get(serviceID.toLowerCase())',
      expected: ['refuses-variations-of-a-product-in-capitals'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/read-body.ts', [
    {
      name: 'charset-is-another-type',
      title: 'JSON that names its charset is not read',
      text: "if (media.includes('json')) return",
      becomes: "if (media === 'application/json') return",
      expected: ['takes-json-that-names-its-charset'],
    },
    {
      name: 'parts-are-not-read',
      title: 'a form in parts is not read',
      text: "media.startsWith('multipart/form-data')",
      becomes: "media.startsWith('multipart/mixed')",
      expected: ['takes-a-form-in-parts'],
    },
    {
      name: 'json-of-any-type',
      title: 'JSON is read, whatever it is said to be',
      text: '  return readUntyped(textOf(body))\n',
      becomes: "  return textOf(body).startsWith('{') ? readJson(textOf(body)) : readUntyped(textOf(body))\n",
      expected: ['refuses-json-that-is-said-to-be-text', 'refuses-json-that-is-said-to-be-a-form'],
    },
    {
      name: 'bodies-of-two-mebibytes',
      title: 'a body of 2 MiB is read',
      text: '1_048_576',
      becomes: '2_097_152',
      expected: ['refuses-a-body-of-more-than-a-mebibyte'],
    },
  ]),
  ...mistakesIn('simulator/app.ts', [
    {
      name: 'doubled-slash-is-not-found',
      title: 'a path with a doubled slash is not found',
      text: "const single = path.includes('//') ? path.replace(/\\/{2,}/g, '/') : path",
      becomes: 'const single = path',
      expected: ['takes-a-path-with-a-doubled-slash'],
    },
    {
      name: 'trailing-slash-is-not-found',
      title: 'a path with a slash at its end is not found',
      text: "return single.length > 1 && single.endsWith('/') ? single.slice(0, -1) : single",
      becomes: 'return single',
      expected: ['takes-a-path-with-a-slash-at-its-end'],
    },
  ]),
]

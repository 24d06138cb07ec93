/** A call to the stand-in and its proper answer, to be changed in place. */
export interface Drifting {
  readonly method: string
  /** Below /api, with its query. */
  readonly path: string
  readonly fields: Readonly<Record<string, unknown>>
  /** What the purchase sold that is asked for. */
  readonly serviceID: string
  status: number
  contentType: string
  // biome-ignore lint/suspicious/noExplicitAny: an answer is changed wherever a drift wants
  body: any
  /** How much longer it takes. */
  delayMs: number
}

export interface Drift {
  readonly what: string
  readonly when: (call: Drifting) => boolean
  readonly change: (call: Drifting) => void
  /** Where the report must have it, and nowhere else: case, field. */
  readonly seenAs: readonly (readonly [name: string, field: string | null])[]
}

const pays =
  (serviceID: string, fields: Record<string, unknown> = {}) =>
  (call: Drifting) =>
    call.path === '/pay' &&
    call.serviceID === serviceID &&
    call.body.code !== undefined &&
    Object.entries(fields).every(([key, value]) => call.fields[key] === value)

const requeries = (serviceID: string, status: string) => (call: Drifting) =>
  call.path === '/requery' &&
  call.serviceID === serviceID &&
  call.body.content?.transactions?.status === status

const gets = (path: string) => (call: Drifting) => call.method === 'GET' && call.path === path

const transactions = 'content.transactions'

/** Another VTpass than ours: each answer is changed in one way. */
export const drifts: readonly Drift[] = [
  {
    what: 'a renamed field',
    when: pays('airtel', { amount: '66.67' }),
    change: ({ body }) => {
      const { product_name, ...rest } = body.content.transactions
      body.content.transactions = { ...rest, productName: product_name }
    },
    seenAs: [
      ['sells-airtel-2', `${transactions}.product_name`],
      ['sells-airtel-2', `${transactions}.productName`],
    ],
  },
  {
    what: 'a number for a string',
    when: (call) =>
      call.path === '/merchant-verify' &&
      call.fields.billersCode === '1212121212' &&
      call.serviceID === 'gotv',
    change: ({ body }) => {
      if (body.content.Customer_Number !== undefined) body.content.Customer_Number = 81111111111
    },
    seenAs: [['verifies-a-smartcard', 'content.Customer_Number']],
  },
  {
    what: 'another code',
    when: pays('glo', { amount: 9.99 }),
    change: ({ body }) => {
      body.code = '016'
    },
    seenAs: [['refuses-glo-below-its-minimum', 'code']],
  },
  {
    what: 'another HTTP status',
    when: pays('MTN'),
    change: (call) => {
      call.status = 400
    },
    seenAs: [['refuses-a-product-in-capitals', 'HTTP status']],
  },
  {
    what: 'a missing list',
    when: gets('/service-variations?serviceID=mtn-data'),
    change: ({ body }) => {
      delete body.content.varations
    },
    seenAs: [['lists-variations-of-mtn-data', 'content.varations']],
  },
  {
    what: 'one plan less',
    when: gets('/service-variations?serviceID=glo-data'),
    change: ({ body }) => {
      body.content.variations.splice(3, 1)
    },
    seenAs: [['lists-variations-of-glo-data', 'content.variations[3]']],
  },
  {
    what: 'another order of keys',
    when: requeries('spectranet', 'failed'),
    change: (call) => {
      const { response_description, ...rest } = call.body
      call.body = { response_description, ...rest }
    },
    seenAs: [['spectranet-failed', null]],
  },
  {
    what: 'rounding',
    when: pays('etisalat', { amount: 5 }),
    change: ({ body }) => {
      if (body.content.transactions !== undefined) body.content.transactions.commission = 0.1
    },
    seenAs: [['sells-etisalat-2', `${transactions}.commission`]],
  },
  {
    what: 'a slower answer',
    when: gets('/services?identifier=airtime'),
    change: (call) => {
      call.delayMs = 12_000
    },
    seenAs: [['lists-services-of-airtime', 'time to answer']],
  },
  {
    what: 'a misspelling that is corrected',
    when: gets('/services?identifier=data'),
    change: ({ body }) => {
      const [first, ...others] = body.content
      const { minimium_amount, ...rest } = first
      body.content = [{ ...rest, minimum_amount: minimium_amount }, ...others]
    },
    seenAs: [
      ['lists-services-of-data', 'content[0].minimium_amount'],
      ['lists-services-of-data', 'content[0].minimum_amount'],
    ],
  },
  {
    what: 'a missing status',
    when: requeries('smile-direct', 'failed'),
    change: ({ body }) => {
      delete body.content.transactions.status
    },
    seenAs: [['smile-direct-failed', `${transactions}.status`]],
  },
  {
    what: 'an extra field',
    when: requeries('glo-sme-data', 'failed'),
    change: ({ body }) => {
      body.token = null
    },
    seenAs: [['glo-sme-data-failed', 'token']],
  },
  {
    what: 'a text for a list of errors',
    when: pays('spectranet', { quantity: 11 }),
    change: ({ body }) => {
      body.content.errors = 'too many'
    },
    seenAs: [['refuses-eleven-cards', 'content.errors']],
  },
  {
    what: 'another date format',
    when: requeries('airtel-data', 'failed'),
    change: ({ body }) => {
      body.transaction_date = String(body.transaction_date).replace('.000000Z', 'Z')
    },
    seenAs: [['airtel-data-failed', 'transaction_date']],
  },
  {
    what: 'a text for a null',
    when: pays('gotv', { amount: 380 }),
    change: ({ body }) => {
      body.content.transactions.discount = ''
    },
    seenAs: [['sells-gotv-3', `${transactions}.discount`]],
  },
  {
    what: 'another content type',
    when: gets('/nothing'),
    change: (call) => {
      call.contentType = 'text/html'
    },
    seenAs: [['does-not-find-an-unknown-path', 'HTTP content-type']],
  },
]

/** The money drifts by itself: after this purchase the wallet has a kobo less than it should, for one look. */
export const balanceDrift = {
  when: pays('mtn-data', { variation_code: 'mtn-50mb-200' }),
  change: (call: Drifting) => {
    call.body.contents.balance -= 0.01
  },
  seenAs: [['sells-mtn-data-2', 'charge']] as const,
}

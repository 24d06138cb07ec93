import type { MutantResult } from './result.ts'

/** The reference reseller with one mistake. */
export interface ResellerMutant extends Pick<MutantResult, 'name' | 'mistake' | 'title'> {
  /** Under reseller/. */
  readonly file: string
  /** Must stand once in the file. */
  readonly replace: string
  readonly by: string
  /** Each of them must fail. */
  readonly caughtBy: readonly string[]
  /** Cases that give a look back something to look at. */
  readonly beside?: readonly string[]
  /** The suite waits two minutes for it: it starts first, beside all the others. */
  readonly isSlow?: true
  /** What the reference is started with, where it is not the usual one. */
  readonly markup?: number
}

const PAY = 'vtpass/outcome-of-pay.ts'
const REQUERY = 'vtpass/outcome-of-requery.ts'
const DECIDE = 'purchases/decide-look.ts'
const BUY = 'purchases/buy.ts'
const VERIFY = 'vtpass/verification.ts'
const WEBHOOK = 'routes/vtpass-webhook.ts'
const QUOTE = 'pricing/quote.ts'
const ANSWER = 'routes/purchase-answer.ts'

const UNEXPLAINED = "if (meaning === undefined || meaning === 'unknown') return unknown"
const BY_STATUS = "return answer.status === 'delivered' ? { kind: 'delivered', alert: null } : unknown"
const SENDS = 'const heard = await shop.vtpass.pay({ ...asks, request_id: reference })'
const IS_GONE = 'return notFound + 1 >= TIMES_NOT_FOUND && sinceMs >= graceMs'
const RECEIVES = 'const purchase = await receiveWebhook(shop.database, { reference, body, at: shop.now() })'
const OPENS = '...buying,\n    id:'

/** Of the answer to a purchase. */
const paying: readonly ResellerMutant[] = [
  {
    name: 'transactions-mean-success',
    mistake: 1,
    title: '016 is a success, since content.transactions is there',
    file: PAY,
    replace: "if (meaning === 'failed') return failure(answer)",
    by: "if (meaning === 'failed') return answer.transactions === null ? failure(answer) : { kind: 'delivered', alert: null }",
    caughtBy: ['failed', 'pay-code-016'],
  },
  {
    name: '000-means-delivered',
    mistake: 2,
    title: '000 alone is a success, pending or not',
    file: PAY,
    replace: BY_STATUS,
    by: "return { kind: 'delivered', alert: null }",
    caughtBy: ['pending-is-no-delivery', 'pending-then-failed'],
  },
  {
    name: '000-of-a-requery-means-delivered',
    mistake: 2,
    title: 'A requery’s 000 alone is a success, pending or not',
    file: REQUERY,
    replace: "['pending', { kind: 'nothing-learnt', alert: null }],",
    by: "['pending', { kind: 'delivered', alert: null }],",
    caughtBy: ['pending-then-failed', 'pending-for-two-days'],
  },
  {
    name: '099-means-delivered',
    mistake: 3,
    title: '099 is a success',
    file: PAY,
    replace: UNEXPLAINED,
    by: `if (answer.code === '099') return { kind: 'delivered', alert: null }; ${UNEXPLAINED}`,
    caughtBy: ['pay-code-099'],
  },
  {
    name: 'pending-means-failed',
    mistake: 4,
    title: 'Pending is a failure, and refunded',
    file: PAY,
    replace: BY_STATUS,
    by: "return { kind: answer.status === 'delivered' ? 'delivered' : 'failed', alert: null }",
    caughtBy: ['pending-is-no-delivery', 'pending-then-delivered'],
  },
  {
    name: 'refund-after-a-day',
    mistake: 4,
    title: 'What has been pending for a day is refunded by a timer',
    file: DECIDE,
    replace: 'const isForReview =',
    by: "if (ageMs > 86_400_000) return settle('failed', null, null)\n  const isForReview =",
    caughtBy: ['pending-for-two-days'],
  },
  {
    name: 'silence-means-failed',
    mistake: 5,
    title: 'A timeout or a broken connection is a failure, “no charge made”',
    file: PAY,
    replace: "if (heard.kind === 'lost') return { kind: 'unknown'",
    by: "if (heard.kind === 'lost') return { kind: 'failed'",
    caughtBy: ['delivered-but-unheard', 'reset-after-delivery', 'never-arrived'],
  },
  {
    name: 'bad-gateway-means-failed',
    mistake: 5,
    title: 'Whatever is not HTTP 2xx is a failure',
    file: PAY,
    replace: "&& !(httpStatus === 401 && answer.code === '087')) return unknown",
    by: ") return { kind: 'failed', alert: null }",
    caughtBy: ['unexpected-html-502', 'unexpected-html-504'],
  },
  {
    name: 'not-000-means-failed',
    mistake: 6,
    title: 'Whatever is not 000 is thrown as an error, and refunded: 099, 089, 014',
    file: PAY,
    replace: UNEXPLAINED,
    by: "if (meaning === undefined || meaning === 'unknown') return { kind: 'failed', alert: null }",
    caughtBy: ['pay-code-014', 'pay-code-089', 'pay-code-099', 'unexpected-unlisted-code'],
  },
  {
    name: '500-loses-the-body',
    mistake: 7,
    title: 'The client throws on HTTP 500: the 083 in its body is not read, and refunded',
    file: PAY,
    replace: "&& !(httpStatus === 401 && answer.code === '087')) return unknown",
    by: "&& httpStatus === 500) return { kind: 'failed', alert: null }",
    caughtBy: ['pay-code-083'],
  },
  {
    name: 'retry-under-the-same-id',
    mistake: 8,
    title: 'A job that hears nothing sends /pay again',
    file: BUY,
    replace: SENDS,
    by: "let heard = await shop.vtpass.pay({ ...asks, request_id: reference })\n  if (heard.kind === 'lost') heard = await shop.vtpass.pay({ ...asks, request_id: reference })",
    caughtBy: ['no-purchase-is-sent-twice'],
    beside: ['delivered-but-unheard'],
  },
  {
    name: 'retry-under-a-new-id',
    mistake: 9,
    title: 'Each retry has a new request id, and buys again',
    file: BUY,
    replace: SENDS,
    by: "let heard = await shop.vtpass.pay({ ...asks, request_id: reference })\n  if (heard.kind === 'lost') heard = await shop.vtpass.pay({ ...asks, request_id: newReference(startedAt.getTime(), shop.randomBelow) })",
    caughtBy: ['delivered-but-unheard', 'no-bought-again-while-in-doubt'],
  },
  {
    name: '014-means-failed',
    mistake: 10,
    title: '014 is a failure, as if it were about money',
    file: PAY,
    replace: "'014': 'unknown',",
    by: "'014': 'failed',",
    caughtBy: ['pay-code-014', 'pay-014-of-an-order-that-is-delivered'],
  },
  {
    name: '019-means-014',
    mistake: 11,
    title: '019 is taken for a request id that is taken: a refused purchase is in doubt',
    file: PAY,
    replace: "'019': 'failed',",
    by: "'019': 'unknown',",
    caughtBy: ['pay-code-019'],
  },
  {
    name: '019-of-a-requery-means-failed',
    mistake: 11,
    title: '019 in answer to a requery refunds what is pending',
    file: REQUERY,
    replace: "'019': refused(),",
    by: "'019': { kind: 'failed', alert: null },",
    caughtBy: ['requery-code-019'],
  },
  {
    name: '015-means-failed-at-once',
    mistake: 12,
    title: 'The first 015 is a failure, before VTpass has written the order down',
    file: DECIDE,
    replace: IS_GONE,
    by: 'return true',
    caughtBy: ['requery-015-is-no-proof', 'requery-015-once'],
  },
  {
    name: '015-twice-without-waiting',
    mistake: 12,
    title: 'Two 015 in a row are a failure, however soon',
    file: DECIDE,
    replace: IS_GONE,
    by: 'return notFound + 1 >= TIMES_NOT_FOUND',
    caughtBy: ['requery-015-is-no-proof'],
  },
  {
    name: '015-is-never-resolved',
    mistake: 12,
    title: '015 is asked about for ever: the money is held for good',
    file: DECIDE,
    replace: IS_GONE,
    by: 'return false',
    caughtBy: ['never-arrived'],
  },
]

/** Of what is sent, and of what is read. */
const speaking: readonly ResellerMutant[] = [
  {
    name: 'request-id-in-utc',
    mistake: 13,
    title: 'The request id has the date in UTC',
    file: 'vtpass/reference.ts',
    replace: 'const LAGOS_AHEAD_MS = 3_600_000',
    by: 'const LAGOS_AHEAD_MS = 0',
    caughtBy: ['request-id-at-2330-utc', 'request-id-at-lagos-midnight'],
  },
  {
    name: 'request-id-with-hour-24',
    mistake: 13,
    title: 'At midnight the request id has the hour 24, as Intl writes it with hour12: false',
    file: 'vtpass/reference.ts',
    replace: '.slice(0, 16)',
    by: ".slice(0, 16).replace('T00', 'T24')",
    caughtBy: ['request-id-at-lagos-midnight'],
  },
  {
    name: 'request-id-of-the-epoch',
    mistake: 13,
    title: 'The request id is “PP_” and milliseconds',
    file: 'vtpass/reference.ts',
    replace: 'return minute + characters',
    by: "return 'PP_' + nowMillis + characters",
    caughtBy: ['delivered', 'request-id-at-utc-midnight'],
  },
  {
    name: 'request-id-that-counts',
    mistake: 14,
    title: 'Request ids can be guessed: they count',
    file: 'vtpass/reference.ts',
    replace: "return minute + characters.join('')",
    by: "return minute + String((globalThis as any).n = ((globalThis as any).n ?? 0) + 1).padStart(8, '0')",
    caughtBy: ['no-predictable-request-id'],
    beside: ['double-submit-*', 'pay-code-01*'],
  },
  {
    name: 'requery-by-transaction-id',
    mistake: 15,
    title: 'A requery names the transactionId, and hears 015 for ever',
    file: 'purchases/look.ts',
    replace: 'const heard = await shop.vtpass.requery(reference)',
    by: "const heard = await shop.vtpass.requery(purchase.transactionId ?? '17416')",
    caughtBy: ['pending-then-delivered', 'no-requeried-with-transaction-id'],
  },
  {
    name: 'bearer-token',
    mistake: 16,
    title: 'The secret key is sent as a bearer’s token',
    file: 'vtpass/client.ts',
    replace: "'secret-key': secretKey,",
    by: 'authorization: `Bearer $' + '{secretKey}`,',
    caughtBy: ['delivered'],
  },
  {
    name: 'secret-key-on-get',
    mistake: 16,
    title: 'The secret key goes with GET as well',
    file: 'vtpass/client.ts',
    replace: "'public-key': publicKey }",
    by: "'public-key': publicKey, 'secret-key': secretKey }",
    caughtBy: ['no-secret-key-on-get'],
  },
  {
    name: '087-looked-for-in-its-description',
    mistake: 17,
    title: '087 is looked for in response_description, where it never stands: nobody is told',
    file: PAY,
    replace: 'lookUp(alerts, code) ??',
    by: "lookUp(alerts, code === '087' ? null : code) ??",
    caughtBy: ['people-are-told'],
  },
  {
    name: 'text-crashes',
    mistake: 18,
    title: 'A body that is a text crashes whoever reads its code',
    file: 'vtpass/answer.ts',
    replace: 'const object = asObject(body) ?? {}',
    by: 'const object = asObject(body)!',
    caughtBy: ['requery-unexpected-bare-text'],
  },
  {
    name: 'verified-by-000',
    mistake: 19,
    title: '000 is a verification, although content.error is set',
    file: VERIFY,
    replace:
      "if (asText(content.error) !== null || content.WrongBillersCode === true) return { kind: 'refused', said }\n  if (typeof content.Customer_Name !== 'string') return { kind: 'unavailable', said }",
    by: '',
    caughtBy: ['smartcard-that-is-not-known'],
  },
  {
    name: 'verified-by-a-flag',
    mistake: 19,
    title: 'WrongBillersCode alone is read, which a smartcard never has',
    file: VERIFY,
    replace: 'asText(content.error) !== null || ',
    by: '',
    caughtBy: ['smartcard-that-is-not-known'],
  },
  {
    name: 'verified-by-silence',
    mistake: 19,
    title: 'A network error is a verification: false == null',
    file: VERIFY,
    replace: "if (heard.kind !== 'answer') return { kind: 'unavailable', said: heard.why }",
    by: "if (heard.kind !== 'answer') return { kind: 'verified', customerName: '', renewalAmount: null, content: {} }",
    caughtBy: ['verification-that-is-not-heard'],
  },
  {
    name: 'catalogue-with-a-code',
    mistake: 21,
    title: 'The catalogue is expected to have a code, which it has not',
    file: 'vtpass/catalogue-answer.ts',
    replace: '(code ?? object.response_description)',
    by: 'code',
    caughtBy: ['delivered', 'mtn-data-is-sold'],
    isSlow: true,
  },
  {
    name: 'amounts-as-texts',
    mistake: 22,
    title: 'An amount must be a text: decoding fails after the money has moved',
    file: 'vtpass/receipt.ts',
    replace: 'const purchased =',
    by: "if (typeof object.amount !== 'string') throw new TypeError('amount: not a string')\n  const purchased =",
    caughtBy: ['delivered', 'mtn-data-is-sold', 'mtn-data-is-found-by-requery'],
  },
  {
    name: 'commission-to-the-kobo',
    mistake: 23,
    title: 'A delivery is believed where the commission fits to the kobo, which a requery rounds',
    file: REQUERY,
    replace: "if (httpStatus === 200) return verdict ?? refused('undocumented')",
    by: "const { amount, commission, total_amount: total } = answer.transactions ?? {}\n  if (verdict?.kind === 'delivered' && Math.abs(Number(amount) - Number(commission) - Number(total)) > 0.001) return refused('contradiction')\n  if (httpStatus === 200) return verdict ?? refused('undocumented')",
    caughtBy: ['airtel-data-is-found-by-requery', 'smile-direct-is-found-by-requery'],
  },
  {
    name: 'service-id-guessed',
    mistake: 27,
    title: 'The service is called 9mobile-data, as nobody at VTpass calls it',
    file: BUY,
    replace: SENDS,
    by: "const serviceID = asks.serviceID === 'etisalat-data' ? '9mobile-data' : asks.serviceID\n  const heard = await shop.vtpass.pay({ ...asks, serviceID, request_id: reference })",
    caughtBy: ['etisalat-data-is-sold'],
  },
  {
    name: 'plan-hard-coded',
    mistake: 28,
    title: 'A plan that VTpass does not have is sold, and refused after the customer has paid',
    file: BUY,
    replace: SENDS,
    by: "const heard = await shop.vtpass.pay({ ...asks, variation_code: 'mtn-1gb-2019', request_id: reference })",
    caughtBy: ['delivered', 'mtn-data-is-sold'],
  },
  {
    name: '018-tells-nobody',
    mistake: 29,
    title: '018 alerts nobody: every sale fails until somebody sees it',
    file: PAY,
    replace: "'018': 'low-float',",
    by: '',
    caughtBy: ['people-are-told'],
  },
  {
    name: 'empty-body-verifies',
    mistake: 32,
    title: 'A missing body is a verification: null == 0 in PHP',
    file: VERIFY,
    replace: 'const isAnswered =',
    by: "if (code === null) return { kind: 'verified', customerName: '', renewalAmount: null, content: {} }\n  const isAnswered =",
    caughtBy: ['verification-that-is-empty'],
  },
  {
    name: '028-means-unknown',
    mistake: 33,
    title: '028 is not reckoned with: a product that is not ticked leaves every purchase in doubt',
    file: PAY,
    replace: "'028': 'failed',",
    by: "'028': 'unknown',",
    caughtBy: ['pay-code-028'],
  },
]

/** Settles as the body says, without asking. */
const BELIEVES = `${RECEIVES}
    const told = JSON.parse(body)?.data?.content?.transactions?.status
    if (purchase !== null && (told === 'failed' || told === 'delivered')) {
      const { settlePurchase } = await import('../storage/ledger.ts')
      await settlePurchase(shop.database, { purchase, at: shop.now(), attempt: null, alert: null, outcome: told, charged: null, actor: 'requery', wakeAt: null, notice: {} } as any)
    }`

const beingTold: readonly ResellerMutant[] = [
  {
    name: 'webhook-acknowledged-in-other-words',
    mistake: 30,
    title: 'A webhook is acknowledged with another body',
    file: WEBHOOK,
    replace: "{ response: 'success' }",
    by: '{ received: true }',
    caughtBy: ['no-webhook-acknowledged-with-wrong-body'],
    beside: ['webhook-is-heard', 'webhook-of-a-failure'],
  },
  {
    name: 'webhook-believed',
    mistake: 30,
    title: 'A webhook is believed without asking: anybody refunds, or delivers',
    file: WEBHOOK,
    replace: RECEIVES,
    by: BELIEVES,
    caughtBy: ['webhook-forged-delivery', 'webhook-forged-failure'],
  },
  {
    name: 'webhook-signed',
    mistake: 30,
    title: 'A signature is required, which VTpass never sends',
    file: WEBHOOK,
    replace: 'const body = await context.req.text()',
    by: "if (context.req.header('x-signature') === undefined) return context.json({ message: 'no signature' }, 401)\n    const body = await context.req.text()",
    caughtBy: ['webhook-is-heard', 'no-webhook-not-acknowledged'],
  },
  {
    name: 'webhook-reads-request-id',
    mistake: 30,
    title: 'A webhook is read for request_id, and has requestId',
    file: 'vtpass/webhook-body.ts',
    replace: '[data?.requestId, data?.request_id, object.requestId, object.request_id]',
    by: '[data?.request_id]',
    caughtBy: ['webhook-is-heard'],
  },
  {
    name: 'reversal-ignored',
    mistake: 31,
    title: 'A reversal after a delivery is ignored: the customer is never refunded',
    file: DECIDE,
    replace:
      "if (outcome.kind === 'reversed') return { does: { kind: 'reverse' }, wakeAt: null, alert: null }",
    by: '',
    caughtBy: ['delivered-then-reversed'],
  },
  {
    name: 'reversal-heard-by-webhook-alone',
    mistake: 31,
    title: 'What is delivered is never asked about again: a reversal whose webhook was lost is missed',
    file: 'purchases/next-look.ts',
    replace: 'const WATCHES_MS = [3_600_000, 86_400_000]',
    by: 'const WATCHES_MS = [9_000_000_000]',
    caughtBy: ['reversal-whose-webhook-was-lost'],
  },
]

const beyond: readonly ResellerMutant[] = [
  {
    name: '087-of-a-requery-means-failed',
    mistake: 'beyond the list',
    title: '087 in answer to a requery refunds what is pending',
    file: REQUERY,
    replace: "if (httpStatus === 200) return verdict ?? refused('undocumented')",
    by: "if (answer.code === '087') return { kind: 'failed', alert: null }\n  if (httpStatus === 200) return verdict ?? refused('undocumented')",
    caughtBy: ['requery-code-087'],
  },
  {
    name: 'markup-below-300',
    mistake: 'beyond the list',
    title: 'A markup is added below ₦300',
    file: QUOTE,
    replace: 'if (cost < MARKED_UP_FROM) return cost',
    by: '',
    caughtBy: ['price-edges'],
  },
  {
    name: 'price-with-kobo',
    mistake: 'beyond the list',
    title: 'A price is not rounded down to the naira',
    file: QUOTE,
    replace: 'wholeNaira(plus(cost, percentOf(cost, markup)), Math.floor)',
    by: 'plus(cost, percentOf(cost, markup))',
    caughtBy: ['price-edges'],
  },
  {
    name: 'price-below-cost',
    mistake: 'beyond the list',
    title: 'Rounding down goes below VTpass’s price',
    file: QUOTE,
    replace: 'return markedUp < cost ? covering : markedUp',
    by: 'return markedUp',
    caughtBy: ['price-edges'],
    markup: 0.1,
  },
  {
    name: 'amount-of-the-client-is-the-price',
    mistake: 'beyond the list',
    title: 'The customer’s program says what a plan costs',
    file: 'routes/data/quote-purchase.ts',
    replace: 'checkPrice(wanted.amount, quote.price)\n  return { plan, quote, amount: null }',
    by: 'return { plan, quote: wanted.amount === null ? quote : quoteAmount(wanted.amount, settings.prices), amount: null }',
    caughtBy: ['amount-of-the-customer-is-no-price'],
  },
  {
    name: 'cashback-never-spent',
    mistake: 'beyond the list',
    title: 'Cashback is not spent where the customer asks for it',
    file: BUY,
    replace: OPENS,
    by: '...buying,\n    useCashback: false,\n    id:',
    caughtBy: ['cashback-is-split'],
  },
  {
    name: 'replay-says-processing',
    mistake: 'beyond the list',
    title: 'The same request again is told “processing”, whatever became of it',
    file: ANSWER,
    replace: 'const answer = ofNew[purchase.state]',
    by: 'const answer: (purchase: Purchase) => Answer = processing',
    caughtBy: ['double-submit-later', 'double-submit-after-failure'],
  },
  {
    name: 'processing-told-as-delivered',
    mistake: 'beyond the list',
    title: 'A customer is told “delivered” of what is in doubt',
    file: ANSWER,
    replace: 'unknown: processing,',
    by: 'unknown: delivered,',
    caughtBy: ['pending-is-no-delivery', 'pay-code-099'],
  },
  {
    name: 'request-id-of-the-client-is-sent',
    mistake: 'beyond the list',
    title: 'The customer’s own request id goes to VTpass',
    file: BUY,
    replace: SENDS,
    by: 'const heard = await shop.vtpass.pay({ ...asks, request_id: purchase.requestId })',
    caughtBy: ['delivered'],
  },
]

export const resellerMutants: readonly ResellerMutant[] = [...paying, ...speaking, ...beingTold, ...beyond]

/** Mistakes of the list that the reference cannot be given, or no case can see, and why. */
export const excusedOfReseller: readonly { readonly mistake: number; readonly why: string }[] = [
  { mistake: 20, why: 'an empty Customer_Name was seen of meters alone: no electricity is sold' },
  { mistake: 24, why: 'tokens are of electricity, which is not sold' },
  { mistake: 25, why: 'tokens are of electricity, which is not sold; no driver hands over a PIN' },
  { mistake: 26, why: 'meter types are of electricity, which is not sold' },
]

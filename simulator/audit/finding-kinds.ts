import type { FindingName, Schemas } from './schemas.ts'

export interface FindingKind {
  readonly grade: Schemas['Grade']
  readonly title: string
  /** What to do instead. */
  readonly advice: string
}

/** What each finding is called, how grave it is, and what helps. */
export const findingKinds: Record<FindingName, FindingKind> = {
  'bought-again-while-in-doubt': {
    grade: 'critical',
    title: 'Bought again while the first purchase was in doubt',
    advice:
      'Requery the first request_id until VTpass says what became of it, and buy again, with a new request_id, only what failed. Where two tests bought the same thing, give each an account of its own.',
  },
  'bought-again-after-014': {
    grade: 'critical',
    title: 'Bought again after 014, which says that the first purchase exists',
    advice:
      '014 and 089 are no failure: the request_id is taken, most likely by the purchase whose answer was lost. Requery it before anything is bought again.',
  },
  'bought-again-after-019': {
    grade: 'critical',
    title: 'Bought again after 019, which says that it is bought already',
    advice:
      'Requery the purchase before the one that 019 refused. Buy again, thirty seconds later, only where that one failed or a second is wanted.',
  },
  'never-requeried': {
    grade: 'critical',
    title: 'In doubt, and never requeried',
    advice:
      'Take silence, a broken answer, HTTP 500, 083, 099, 014 and an unknown code or status as pending: hold the money, and requery the request_id until VTpass says what became of it.',
  },
  'gave-up-too-early': {
    grade: 'major',
    title: 'Stopped asking before VTpass said what became of it',
    advice:
      'Requery at growing intervals until the answer is delivered (000), failed (016), reversed (040), or 015 twice. A requery that says pending, or is not answered, decides nothing.',
  },
  'requeried-with-transaction-id': {
    grade: 'major',
    title: 'Requeried with the transactionId',
    advice:
      'Requery with the request_id that was sent with the purchase. To a transactionId VTpass answers 015, as if nothing had been bought.',
  },
  'hammered-requery': {
    grade: 'minor',
    title: 'Requeried far too often',
    advice:
      'Wait between two requeries of one purchase, longer each time: 5 s, 15 s, 1 min, 5 min and so on.',
  },
  'request-id-in-wrong-time-zone': {
    grade: 'major',
    title: 'The time in the request_id is not that of Lagos',
    advice:
      'Make the first twelve digits (YYYYMMDDHHII) from the time in Africa/Lagos, UTC+1 all year. About midnight another zone has another date, and every purchase is refused with 085.',
  },
  'predictable-request-id': {
    grade: 'minor',
    title: 'The request_id can be guessed',
    advice:
      'Put eight random letters and digits or more behind the twelve digits. Ids that can be guessed collide, and open the receipts of others to whoever guesses them.',
  },
  'secret-key-on-get': {
    grade: 'minor',
    title: 'The secret-key was sent with a GET',
    advice:
      'Send api-key and public-key with GET, api-key and secret-key with POST. --strict refuses the other.',
  },
  'bought-without-verification': {
    grade: 'major',
    title: 'Bought for a recipient that was never verified',
    advice:
      'Verify the smartcard, meter or account first. Code 000 is good only where the content has no error.',
  },
  'renewed-at-another-amount': {
    grade: 'major',
    title: 'Renewed at another amount than the verification names',
    advice: 'Verify the smartcard, and send its Renewal_Amount as the amount.',
  },
  'webhook-not-acknowledged': {
    grade: 'major',
    title: 'Nobody took the webhook',
    advice:
      'Answer the callback URL with HTTP 200, the body {"response":"success"} and no redirect. VTpass sends an update five times in all.',
  },
  'webhook-acknowledged-with-wrong-body': {
    grade: 'minor',
    title: 'The webhook was answered without being acknowledged',
    advice:
      'Answer with the body {"response":"success"}: the HTTP status alone is no acknowledgement. The same update is sent again, and must not be counted twice.',
  },
}

/** Every name, in the order in which reports list them. */
export const findingNames = Object.keys(findingKinds) as FindingName[]

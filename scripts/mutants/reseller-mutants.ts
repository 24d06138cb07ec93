import { answerMutants } from './reseller/answers.ts'
import { codeMutants } from './reseller/codes.ts'
import { customerMutants } from './reseller/customers.ts'
import { doubtMutants } from './reseller/doubts.ts'
import { markupMutants } from './reseller/markups.ts'
import type { ResellerMutant } from './reseller/mutant.ts'
import { priceMutants } from './reseller/prices.ts'
import { refundMutants } from './reseller/refunds.ts'
import { requeryMutants } from './reseller/requeries.ts'
import { sendingMutants } from './reseller/sendings.ts'
import { verificationMutants } from './reseller/verifications.ts'
import { walletMutants } from './reseller/wallets.ts'
import { webhookMutants } from './reseller/webhooks.ts'

/** Each is the reference reseller with one mistake, which the reseller suite must find. */
export const resellerMutants: readonly ResellerMutant[] = [
  ...answerMutants,
  ...codeMutants,
  ...doubtMutants,
  ...requeryMutants,
  ...sendingMutants,
  ...verificationMutants,
  ...webhookMutants,
  ...priceMutants,
  ...markupMutants,
  ...walletMutants,
  ...refundMutants,
  ...customerMutants,
]

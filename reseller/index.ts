/** What contracts and suites may use of the reseller: how it asks VTpass, and what it makes of each answer. */
export { readBalance } from './vtpass/balance.ts'
export { createCatalogue } from './vtpass/catalogue.ts'
export { createVtpass } from './vtpass/client.ts'
export { outcomeOfPay } from './vtpass/outcome-of-pay.ts'
export { outcomeOfRequery } from './vtpass/outcome-of-requery.ts'
export { readVerification } from './vtpass/verification.ts'
export type { PayFields, Vtpass } from './vtpass/vtpass.ts'

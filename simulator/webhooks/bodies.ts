export { transactionUpdate } from './transaction-update.ts'
export { variationsUpdate } from './variations-update.ts'

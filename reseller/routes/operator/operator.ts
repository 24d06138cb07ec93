import type { Hono } from 'hono'
import type { Backend, Env } from '../backend.ts'
import { addAcknowledgeAlert } from './acknowledge-alert.ts'
import { addFloat } from './float.ts'
import { addListAlerts } from './list-alerts.ts'
import { addListPurchases } from './list-purchases.ts'
import { addProfit } from './profit.ts'
import { addReadPurchase } from './read-purchase.ts'
import { addReconciliation } from './reconciliation.ts'
import { addResolvePurchase } from './resolve-purchase.ts'

/** What whoever runs the reseller may see and do; a customer's token is none here. */
export function addOperator(app: Hono<Env>, backend: Backend): void {
  addListPurchases(app, backend)
  addReadPurchase(app, backend)
  addResolvePurchase(app, backend)
  addListAlerts(app, backend)
  addAcknowledgeAlert(app, backend)
  addProfit(app, backend)
  addReconciliation(app, backend)
  addFloat(app, backend)
}

import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds. A page of a list takes some thousandths, a purchase as long as VTpass. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const VTPASS_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60]

export type Metrics = ReturnType<typeof createMetrics>

/** Everything that is counted and measured, in a registry of its own. Money is in kobo: whole, and so exact. */
export function createMetrics() {
  const registry = new Registry()
  return { registry, ...whatHappens([registry]), ...whatIsAsOfNow([registry]) }
}

/** Counted and measured as it happens in this process. */
function whatHappens(registers: Registry[]) {
  return {
    requests: new Histogram({
      name: 'reseller_http_request_duration_seconds',
      help: 'Requests answered, by the template of their route and the status, and how long that took',
      labelNames: ['method', 'route', 'status'],
      buckets: REQUEST_BUCKETS,
      registers,
    }),
    vtpassCalls: new Histogram({
      name: 'reseller_vtpass_call_duration_seconds',
      help: 'Calls to VTpass, by what came of them, and how long they took',
      labelNames: ['call', 'outcome'],
      buckets: VTPASS_BUCKETS,
      registers,
    }),
    webhooks: new Counter({
      name: 'reseller_webhooks_received_total',
      help: 'Webhooks that VTpass, or anybody, sent: about a purchase of ours, plans that changed, or nothing known',
      labelNames: ['about'],
      registers,
    }),
    failedRounds: new Counter({
      name: 'reseller_worker_rounds_failed_total',
      help: 'Rounds of the worker that failed, by job',
      labelNames: ['job'],
      registers,
    }),
  }
}

/** What was found when somebody last looked. */
function whatIsAsOfNow(registers: Registry[]) {
  const labelled = <Label extends string>(name: string, labelNames: Label[], help: string) =>
    new Gauge({ name, help, labelNames, registers })
  const plain = (name: string, help: string) => {
    const gauge = new Gauge({ name, help, registers })
    // It would say 0 before anybody has looked.
    gauge.remove()
    return gauge
  }
  return {
    isDatabaseThere: plain(
      'reseller_database_up',
      'Whether the database answered this scrape; what is read from it is left out where it did not',
    ),
    purchases: labelled(
      'reseller_purchases',
      ['kind', 'state'],
      'Purchases, by product and state; at most a minute old',
    ),
    open: labelled(
      'reseller_open_purchases',
      ['state'],
      'Purchases that are not final; those that are unknown or in review are in doubt',
    ),
    oldest: labelled(
      'reseller_oldest_open_purchase_age_seconds',
      ['state'],
      'Age of the oldest of them; 0 where there is none',
    ),
    held: plain('reseller_held_kobo', 'Money that is held for open purchases'),
    noticesDue: plain('reseller_notices_due', 'Notices to customers whose time to be sent has come'),
    alertsOpen: labelled('reseller_alerts_open', ['kind'], 'Alerts that nobody has acknowledged'),
    ledgerFloat: plain(
      'reseller_ledger_float_kobo',
      'Our money at VTpass, as the ledger has it; at most a minute old',
    ),
    vtpassBalance: plain('reseller_vtpass_balance_kobo', 'Our money at VTpass, as VTpass said last'),
    vtpassBalanceAt: plain('reseller_vtpass_balance_timestamp_seconds', 'When VTpass said so'),
    violations: labelled(
      'reseller_invariant_violations',
      ['invariant'],
      'Rows that contradict what must always hold, as of the last check; 0 is right',
    ),
    checkedAt: plain(
      'reseller_invariants_checked_timestamp_seconds',
      'When what must always hold was last checked',
    ),
  }
}

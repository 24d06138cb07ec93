import type { Database } from '../storage/database.ts'
import { readTotals, readUnderWay, type Totals, type UnderWay } from '../storage/gauge-reads.ts'
import type { OpenState } from '../storage/purchase.ts'
import type { Metrics } from './metrics.ts'

/** How long the totals are kept: they read the whole ledger. */
const KEPT_MS = 60_000

export interface GaugeSurroundings {
  readonly database: Database
  now(): Date
  /** Told that the database did not answer. */
  report(error: unknown, where: string): void
}

/**
 * Brings what the metrics say of the database up to date. It never rejects: what cannot be read is left out, and the rest
 * is told all the same.
 */
export function createGaugeReader(
  metrics: Metrics,
  { database, now, report }: GaugeSurroundings,
): () => Promise<void> {
  let kept: { readonly totals: Totals; readonly atMs: number } | null = null

  async function totalsAt(atMs: number): Promise<Totals> {
    if (kept !== null && atMs - kept.atMs < KEPT_MS) return kept.totals
    const totals = await readTotals(database)
    kept = { totals, atMs }
    return totals
  }

  return async () => {
    const at = now()
    try {
      const underWay = await readUnderWay(database, at)
      const totals = await totalsAt(at.getTime())
      forget(metrics)
      setUnderWay(metrics, underWay, at)
      setTotals(metrics, totals)
      metrics.isDatabaseThere.set(1)
    } catch (error) {
      forget(metrics)
      metrics.isDatabaseThere.set(0)
      report(error, 'reading the gauges')
    }
  }
}

/** A number that is no longer known is worse than none. */
function forget({ purchases, open, oldest, held, noticesDue, alertsOpen, ledgerFloat }: Metrics): void {
  for (const labelled of [purchases, open, oldest, alertsOpen]) labelled.reset()
  for (const plain of [held, noticesDue, ledgerFloat]) plain.remove()
}

const openStates: readonly OpenState[] = ['sending', 'unknown', 'review']

function setUnderWay(metrics: Metrics, { open, noticesDue, alerts }: UnderWay, at: Date): void {
  for (const state of openStates) {
    const found = open.find((each) => each.state === state)
    const ageMs = found === undefined ? 0 : Math.max(0, at.getTime() - found.oldest.getTime())
    metrics.open.set({ state }, found?.count ?? 0)
    metrics.oldest.set({ state }, ageMs / 1000)
  }
  metrics.held.set(open.reduce((sum, { held }) => sum + held, 0))
  metrics.noticesDue.set(noticesDue)
  for (const { kind, count } of alerts) metrics.alertsOpen.set({ kind }, count)
}

function setTotals(metrics: Metrics, { purchases, float }: Totals): void {
  for (const { kind, state, count } of purchases) metrics.purchases.set({ kind, state }, count)
  metrics.ledgerFloat.set(float)
}

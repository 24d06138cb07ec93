import type { CaseReport, SeenExchange, SuiteReport } from './report.ts'

/** What a target may say that a page must not take for its own. */
export const NASTY = `<script>alert("1")</script> & ' \u0000\u001b[31m ]]> \ud800 ₦`

export const exchange: SeenExchange = {
  at: '2026-03-10T09:00:00.000Z',
  between: 'suite and VTpass',
  method: 'POST',
  path: '/api/pay',
  request: '{"serviceID":"mtn"}',
  status: 200,
  answer: '{"code":"000"}',
  note: null,
}

export function caseWith(change: Partial<CaseReport>): CaseReport {
  return {
    name: 'pay-mtn',
    group: 'purchases',
    title: 'MTN airtime is delivered',
    source: 'seed 002, "MTN Airtime VTU API"',
    outcome: 'passed',
    reason: null,
    problems: [],
    exchanges: [],
    seconds: 0.25,
    ...change,
  }
}

export function reportWith(cases: readonly CaseReport[], change: Partial<SuiteReport> = {}): SuiteReport {
  return {
    suite: 'vtpass',
    target: 'the simulator in memory',
    startedAt: '2026-03-10T09:00:00.000Z',
    seconds: 1.5,
    seed: 7,
    cases,
    score: null,
    ...change,
  }
}

export const failed = caseWith({
  name: 'pay-glo',
  group: 'purchases',
  outcome: 'failed',
  problems: [
    {
      field: 'content.transactions.amount',
      expected: 'the number 20',
      actual: 'the text "20"',
      cost: 'a client that adds amounts charges ₦2020 for ₦40',
      fidelity: { row: 'pay: amount', verdict: 'refutes' },
    },
  ],
  exchanges: [exchange],
})

export const skipped = caseWith({
  name: 'pay-late',
  group: 'time',
  outcome: 'skipped',
  reason: 'a remote target has no clock',
})

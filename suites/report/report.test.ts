import { describe, expect, it } from 'vitest'
import { hasPassed, lineOf, renderHtml, renderJson, renderJunit, renderText, verdictOf } from './index.ts'
import { caseWith, exchange, failed, NASTY, reportWith, skipped } from './report.test-support.ts'

const mixed = reportWith([caseWith({}), failed, skipped], { score: { fields: 2001, asExpected: 2000 } })

describe('the verdict', () => {
  it('is passed where something ran and nothing failed', () => {
    expect(hasPassed(reportWith([caseWith({}), skipped]))).toBe(true)
    expect(hasPassed(mixed)).toBe(false)
  })

  it.each([
    ['no case', []],
    ['skipped cases alone', [skipped]],
  ])('of %s is not passed: nothing was shown', (_name, cases) => {
    expect(hasPassed(reportWith(cases))).toBe(false)
  })

  it('counts, and rounds no share up to the whole', () => {
    expect(verdictOf(mixed)).toBe(
      '1 passed, 1 failed, 1 skipped of 3; 2000 of 2001 fields as expected (99.9 %)',
    )
    expect(verdictOf(reportWith([caseWith({})]))).toBe('1 passed of 1')
  })
})

describe('as text', () => {
  it('has a line for each case, and all that shows what is wrong', () => {
    expect(renderText(mixed)).toBe(
      [
        'VTpass, as the simulator in memory answers',
        '',
        'purchases',
        '  ✓ pay-mtn: MTN airtime is delivered',
        '  ✗ pay-glo: MTN airtime is delivered',
        '      content.transactions.amount',
        '        expected the number 20',
        '        actual   the text "20"',
        '        costs    a client that adds amounts charges ₦2020 for ₦40',
        '        refutes  fidelity row: pay: amount',
        '      2026-03-10T09:00:00.000Z suite and VTpass: POST /api/pay {"serviceID":"mtn"}',
        '        → 200 {"code":"000"}',
        '      source: seed 002, "MTN Airtime VTU API"',
        '',
        'time',
        '  – pay-late: MTN airtime is delivered (skipped: a remote target has no clock)',
        '',
        '✗ 1 passed, 1 failed, 1 skipped of 3; 2000 of 2001 fields as expected (99.9 %)',
        '  2026-03-10T09:00:00.000Z, 1.5 s, seed 7',
        '',
      ].join('\n'),
    )
  })

  it('says that no answer came', () => {
    const silent = {
      ...failed,
      exchanges: [{ ...exchange, status: null, answer: '', note: 'arranged: hung' }],
    }
    expect(renderText(reportWith([silent]))).toContain('→ no answer  (arranged: hung)')
  })

  it('moves no cursor, and lets nobody add lines', () => {
    const problem = { field: NASTY, expected: 'a\nb', actual: NASTY, cost: NASTY, fidelity: null }
    const nasty = {
      ...failed,
      title: NASTY,
      problems: [problem],
      exchanges: [{ ...exchange, answer: NASTY, path: NASTY }],
    }
    const text = renderText(reportWith([nasty]))
    expect(text).not.toMatch(/[^\P{Cc}\n]/u)
    expect(text).toContain('\\x1b[31m')
    expect(text).toContain('expected a b')
  })

  it('cuts a body that is long', () => {
    const long = { ...failed, exchanges: [{ ...exchange, answer: 'x'.repeat(5_000) }] }
    expect(renderText(reportWith([long]))).toContain(`${'x'.repeat(400)}…`)
    expect(renderText(reportWith([long]))).not.toContain('x'.repeat(401))
  })

  it('tells a case in a line while the suite runs', () => {
    expect(lineOf(skipped)).toBe(
      '– pay-late: MTN airtime is delivered (skipped: a remote target has no clock)',
    )
  })
})

it('as JSON is the report', () => {
  expect(JSON.parse(renderJson(mixed))).toEqual(mixed)
})

describe('as JUnit', () => {
  it('has a suite for each group, and one failure for a failed case', () => {
    expect(renderJunit(mixed)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="VTpass, as the simulator in memory answers" tests="3" failures="1" errors="0" skipped="1" time="1.500">',
        '  <testsuite name="purchases" tests="2" failures="1" errors="0" skipped="0" time="0.500" timestamp="2026-03-10T09:00:00.000Z">',
        '    <testcase classname="vtpass.purchases" name="pay-mtn" time="0.250"/>',
        '    <testcase classname="vtpass.purchases" name="pay-glo" time="0.250">',
        '      <failure message="MTN airtime is delivered">content.transactions.amount: expected the number 20, actual the text &quot;20&quot;; a client that adds amounts charges ₦2020 for ₦40',
        '2026-03-10T09:00:00.000Z suite and VTpass: POST /api/pay → 200 {&quot;code&quot;:&quot;000&quot;}',
        'source: seed 002, &quot;MTN Airtime VTU API&quot;</failure>',
        '    </testcase>',
        '  </testsuite>',
        '  <testsuite name="time" tests="1" failures="0" errors="0" skipped="1" time="0.250" timestamp="2026-03-10T09:00:00.000Z">',
        '    <testcase classname="vtpass.time" name="pay-late" time="0.250">',
        '      <skipped message="a remote target has no clock"/>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    )
  })

  it('is XML whatever a target says', () => {
    const nasty = { ...failed, title: NASTY, exchanges: [{ ...exchange, answer: NASTY }] }
    const xml = renderJunit(reportWith([nasty]))
    expect(xml).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ')
    expect(xml).not.toMatch(/[^\P{Cc}\n]/u)
    expect(xml.isWellFormed()).toBe(true)
  })
})

describe('as HTML', () => {
  it('has what is wrong first, and open', async () => {
    const page = await renderHtml(mixed)
    const [first = '', second = ''] = [...page.matchAll(/<details.*?<\/details>/gs)].map(([text]) => text)
    expect(first).toContain('id="pay-glo" open')
    for (const said of [
      'the number 20',
      'the text &quot;20&quot;',
      '₦2020',
      'refutes fidelity row',
      'POST /api/pay',
    ])
      expect(first).toContain(said)
    expect(second).toContain('id="pay-mtn">')
    expect(page).toContain('<title>Failed: VTpass, as the simulator in memory answers</title>')
    expect(page).toContain('2000 of 2001 fields as expected (99.9 %)')
  })

  it('says that it passed where it did', async () => {
    const page = await renderHtml(reportWith([caseWith({})]))
    expect(page).toContain('<title>Passed: ')
    expect(page).not.toContain(' open>')
  })

  it('asks the network for nothing, and runs nothing', async () => {
    const nasty = {
      ...failed,
      name: NASTY,
      title: NASTY,
      group: NASTY,
      exchanges: [{ ...exchange, answer: NASTY, note: NASTY }],
    }
    const page = await renderHtml(reportWith([nasty], { target: NASTY }))
    expect(page).not.toMatch(/<script|<img|<link|src=|href=|url\(|@import/i)
    expect(page).toContain("default-src 'none'")
  })
})

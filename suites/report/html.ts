import { html, raw } from 'hono/html'
import type { CaseReport, Problem, SeenExchange, SuiteReport } from './report.ts'
import { groupsOf, hasPassed, scoreOf, summaryOf, titleOf } from './summary.ts'

type Piece = ReturnType<typeof html>

/** One page for a person, which can be kept beside a launch's papers: it asks the network for nothing. */
export async function renderHtml(report: SuiteReport): Promise<string> {
  const { startedAt, seconds, seed } = report
  const title = titleOf(report)
  const score = scoreOf(report)
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${hasPassed(report) ? 'Passed' : 'Failed'}: ${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="verdict ${hasPassed(report) ? 'passed' : 'failed'}">${hasPassed(report) ? 'Passed' : 'Failed'}</p>
${countsOf(report)}
<p class="facts">${score === null ? '' : `${score} · `}${startedAt} · ${seconds.toFixed(1)} s · seed ${String(seed)}</p>
${[...groupsOf(report)].map(([group, cases]) => groupOf(group, cases))}
</main>
</body>
</html>
`
  return String(page)
}

function countsOf(report: SuiteReport): Piece {
  const { passed, failed, skipped } = summaryOf(report)
  return html`<table class="counts"><thead><tr><th scope="col">passed</th><th scope="col">failed</th><th scope="col">skipped</th></tr></thead>
<tbody><tr><td>${String(passed)}</td><td>${String(failed)}</td><td>${String(skipped)}</td></tr></tbody></table>`
}

function groupOf(group: string, cases: readonly CaseReport[]): Piece {
  // What is wrong is what one comes for.
  const rank = { failed: 0, passed: 1, skipped: 2 }
  const sorted = cases.toSorted((a, b) => rank[a.outcome] - rank[b.outcome])
  return html`<section><h2>${group}</h2>${sorted.map(caseOf)}</section>`
}

function caseOf(one: CaseReport): Piece {
  const { outcome, name, title, reason, source } = one
  return html`<details class="case ${outcome}" id="${name}"${raw(outcome === 'failed' ? ' open' : '')}>
<summary><span class="outcome">${outcome}</span> <code>${name}</code> ${title}</summary>
${reason === null ? '' : html`<p>Skipped: ${reason}</p>`}
${one.problems.length === 0 ? '' : problemsOf(one.problems)}
${one.exchanges.map(exchangeOf)}
<p class="source">${source}</p>
</details>`
}

function problemsOf(problems: readonly Problem[]): Piece {
  return html`<div class="wide"><table><thead><tr><th scope="col">where</th><th scope="col">expected</th><th scope="col">actual</th><th scope="col">what it costs</th></tr></thead>
<tbody>${problems.map(
    ({ field, expected, actual, cost, fidelity }) =>
      html`<tr><td><code>${field ?? '–'}</code></td><td>${expected}</td><td>${actual}</td><td>${cost ?? '–'}${
        fidelity === null ? '' : html`<br><small>${fidelity.verdict} fidelity row “${fidelity.row}”</small>`
      }</td></tr>`,
  )}</tbody></table></div>`
}

function exchangeOf({ at, between, method, path, request, status, answer, note }: SeenExchange): Piece {
  return html`<figure class="exchange"><figcaption>${at} · ${between}${note === null ? '' : ` · ${note}`}</figcaption>
<pre>${method} ${path}
${request}</pre>
<pre>${status === null ? 'no answer' : String(status)}
${answer}</pre></figure>`
}

const style = `
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fff; --line: #d5dae2; --good: #1a7f37; --bad: #b3261e; --mild: #5b6675; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --paper: #14181f; --line: #333c4a; --good: #57c26f; --bad: #ff8a80; --mild: #9aa5b4; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.verdict { font-size: 1.3rem; font-weight: 600; } .verdict.passed { color: var(--good); } .verdict.failed { color: var(--bad); }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } .facts, .source, small { color: var(--mild); }
.case { border-top: 1px solid var(--line); padding: .4rem 0; } .case > :not(summary) { margin-left: 1.2rem; }
.outcome { display: inline-block; min-width: 4.2rem; font-weight: 600; } .passed .outcome { color: var(--good); } .failed .outcome { color: var(--bad); } .skipped .outcome { color: var(--mild); }
.exchange { margin: .6rem 0 .6rem 1.2rem; } pre { margin: .2rem 0; padding: .5rem; border: 1px solid var(--line); overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
`

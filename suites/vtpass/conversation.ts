import type { Problem, SeenExchange } from '../report/report.ts'
import type { VtpassAnswer, VtpassRequest, VtpassTarget } from '../targets/target.ts'
import { compare, type Difference, describe } from './compare.ts'
import { rowOfField } from './fidelity-rows.ts'
import type { Luck } from './luck.ts'
import { lagosMinute, type Span, type Template } from './template.ts'

/** A request and what came of it. */
export interface Exchange {
  readonly request: VtpassRequest
  readonly answer: VtpassAnswer
  /** In milliseconds since 1970, by the target's clock. */
  readonly askedAt: number
  /** From before it was asked until after it was answered, as far as two clocks agree. */
  readonly span: Span
  /** The answer's JSON; undefined where it is none. */
  readonly body: unknown
}

/** What an answer must be. */
export interface Expected {
  /** Default: 200. */
  readonly status?: number
  readonly body: Template
  /** How long it is held, in milliseconds: from, to. Default: not at all. */
  readonly held?: readonly [number, number]
  /** The row of docs/fidelity.md that this is about. Default: the case's. */
  readonly row?: string
  /** Rows that an answer of another kind would confirm. */
  readonly confirms?: readonly { readonly row: string; readonly when: (body: unknown) => boolean }[]
}

const LONGEST_SHOWN = 50_000

/** Asks a target, and notes what it answers and how that differs from what it should. */
export class Conversation {
  readonly exchanges: SeenExchange[] = []
  readonly heard: Exchange[] = []
  readonly problems: Problem[] = []
  fields = 0
  readonly target: VtpassTarget
  readonly luck: Luck
  readonly #row: string | null

  constructor(target: VtpassTarget, luck: Luck, row: string | null) {
    this.target = target
    this.luck = luck
    this.#row = row
  }

  /** A proper request id that was never used. */
  requestId(at = this.target.now()): string {
    return `${lagosMinute(at)}${this.luck.letters(12)}`
  }

  async ask(request: Omit<VtpassRequest, 'credentials'> & Partial<VtpassRequest>): Promise<Exchange> {
    const asked: VtpassRequest = { credentials: 'proper', ...request }
    const before = this.target.now()
    const answer = await this.target.ask(asked)
    const tolerance = this.target.clockToleranceMs
    // A target waits before it asks, where purchases are spaced.
    const after = this.target.now()
    const span = { from: before - tolerance, to: after + tolerance }
    const exchange = { request: asked, answer, askedAt: after - answer.ms, span, body: jsonOf(answer.text) }
    this.heard.push(exchange)
    this.exchanges.push(this.#seen(exchange))
    return exchange
  }

  get(path: string, more: Partial<VtpassRequest> = {}): Promise<Exchange> {
    return this.ask({ method: 'GET', path, ...more })
  }

  post(
    path: string,
    fields: NonNullable<VtpassRequest['fields']>,
    more: Partial<VtpassRequest> = {},
  ): Promise<Exchange> {
    return this.ask({ method: 'POST', path, fields, ...more })
  }

  requery(requestId: unknown): Promise<Exchange> {
    return this.post('/requery', { request_id: requestId })
  }

  /** Compares an answer with what it must be, down to its last field. Whether it is that. */
  expect(exchange: Exchange, expected: Expected): boolean {
    const { answer, body } = exchange
    const before = this.problems.length
    if (answer.status === null) return this.expectThat(false, expected.row, '', 'an answer', noAnswer(answer))
    this.#note(
      [{ field: 'HTTP status', expected: `${expected.status ?? 200}`, actual: `${answer.status}` }],
      expected,
    )
    // JSON is UTF-8: whether that is said makes no difference, and another charset is a mistake.
    const type = answer.contentType.replace(/;\s*charset="?utf-8"?\s*$/i, '').toLowerCase()
    this.#note([{ field: 'HTTP content-type', expected: 'application/json', actual: type }], expected)
    this.#expectTime(answer.ms, expected)
    if (body === undefined) {
      return this.expectThat(false, expected.row, '', 'JSON', describe(answer.text))
    }
    const { fields, differences } = compare(expected.body, body)
    this.fields += fields
    const confirmed = expected.confirms?.find(({ when }) => differences.length > 0 && when(body))?.row ?? null
    for (const difference of differences) this.#differs(difference, exchange, expected.row, confirmed)
    return this.problems.length === before
  }

  /** Notes a field of its own. Whether it holds. */
  expectThat(
    holds: boolean,
    row: string | undefined,
    field: string,
    expected: string,
    actual: string,
  ): boolean {
    this.fields += 1
    if (!holds) this.#differs({ field, expected, actual }, null, row, null)
    return holds
  }

  /** Nothing may come, not even an empty answer. */
  expectSilence({ answer }: Exchange): void {
    this.expectThat(
      answer.status === null,
      undefined,
      '',
      'no answer',
      `HTTP ${answer.status} ${describe(answer.text)}`,
    )
  }

  /** Each is a field: what is not as it must be is noted. */
  #note(pairs: readonly Difference[], { row }: Expected): void {
    for (const { field, expected, actual } of pairs) {
      this.expectThat(expected === actual, row, field, expected, actual)
    }
  }

  #expectTime(ms: number, { held, row }: Expected): void {
    const [from, to] = held ?? [0, this.target.slowestMs]
    const bounds = from === to ? `${from} ms` : `${from} to ${to} ms`
    this.expectThat(ms >= from && ms <= to, row, 'time to answer', bounds, `${Math.round(ms)} ms`)
  }

  #differs(
    { field, expected, actual }: Difference,
    exchange: Exchange | null,
    given: string | undefined,
    confirmed: string | null,
  ): void {
    const { redact } = this.target
    const row = given ?? (exchange && rowOfField(exchange.request, field)) ?? this.#row
    this.problems.push({
      field: field === '' ? null : field,
      expected: redact(expected),
      actual: redact(actual),
      cost: null,
      fidelity: verdictOn(row, confirmed),
    })
  }

  #seen({ request, answer, askedAt }: Exchange): SeenExchange {
    const redact = (text: string) => shortened(this.target.redact(text))
    const { method, path, fields, raw } = request
    return {
      at: new Date(askedAt).toISOString(),
      between: 'suite and VTpass',
      method,
      path: `/api${path}`,
      request: redact(raw?.text ?? (fields === undefined ? '' : JSON.stringify(fields))),
      status: answer.status,
      answer: redact(answer.text),
      note: noteOf(request, answer),
    }
  }
}

function verdictOn(row: string | null, confirmed: string | null): Problem['fidelity'] {
  if (confirmed !== null) return { row: confirmed, verdict: 'confirms' }
  return row === null ? null : { row, verdict: 'refutes' }
}

/** What a page is to show of a text. */
function shortened(text: string): string {
  const { length } = text
  return length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}… (${length} characters)`
}

function noteOf({ credentials, scenario }: VtpassRequest, answer: VtpassAnswer): string | null {
  const notes = [
    ...(credentials === 'proper' ? [] : [`credentials: ${credentials}`]),
    ...(scenario === undefined ? [] : [`scenario ${scenario}`]),
    ...(answer.silence === null ? [] : [answer.silence]),
  ]
  return notes.length === 0 ? null : notes.join('; ')
}

function noAnswer({ silence }: VtpassAnswer): string {
  return `no answer: ${silence}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

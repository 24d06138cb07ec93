import type { CaseReport, SuiteReport } from '../../report/report.ts'
import { simulatorInMemory } from '../../targets/simulator-target.ts'
import type { AccountSetup, VtpassTarget } from '../../targets/target.ts'
import { vtpassCases } from '../cases/index.ts'
import { isRecord } from '../compare.ts'
import { Conversation } from '../conversation.ts'
import { luckOf } from '../luck.ts'
import { products } from '../products.ts'
import { eMail, naira, phoneNumber, type Template, textLike } from '../template.ts'
import type { RecordedExchange, Recording } from './recording.ts'

export interface ReplayOptions {
  readonly only?: readonly string[]
  readonly onCase?: (report: CaseReport) => void
  readonly wallClock?: () => number
}

/**
 * Asks a simulator in memory what was asked of another VTpass, at the moments when it was, and holds its answers to those
 * that were recorded. Each recording has a world of its own, and nothing goes over a network.
 */
export async function replayRecordings(
  recordings: readonly Recording[],
  { only, onCase, wallClock = Date.now }: ReplayOptions = {},
): Promise<SuiteReport> {
  const began = wallClock()
  const cases: CaseReport[] = []
  let [fields, differing] = [0, 0]
  const simulator = simulatorInMemory()
  for (const recording of recordings) {
    if (only !== undefined && !only.includes(recording.case)) continue
    const caseBegan = wallClock()
    const vtpass = await replay(recording, simulator)
    fields += vtpass.fields
    differing += vtpass.problems.length
    const report = { ...reportOf(recording, vtpass), seconds: (wallClock() - caseBegan) / 1000 }
    cases.push(report)
    onCase?.(report)
  }
  return {
    suite: 'vtpass',
    target: `simulator in memory, held to ${recordings.length} recordings`,
    startedAt: new Date(began).toISOString(),
    seconds: (wallClock() - began) / 1000,
    seed: 1,
    cases,
    score: { fields, asExpected: Math.max(fields - differing, 0) },
  }
}

async function replay(recording: Recording, simulator: VtpassTarget): Promise<Conversation> {
  const world = (await simulator.abilities['account-settings']?.(setupFor(recording))) ?? simulator
  const row = vtpassCases.find(({ name }) => name === recording.case)?.row ?? null
  const vtpass = new Conversation(world, luckOf(1, recording.case), row)
  for (const exchange of recording.exchanges) await ask(vtpass, world, exchange)
  return vtpass
}

async function ask(vtpass: Conversation, world: VtpassTarget, recorded: RecordedExchange): Promise<void> {
  world.abilities['own-clock']?.set(Date.parse(recorded.at))
  const exchange = await vtpass.ask(recorded.request)
  const { answer } = recorded
  if (answer === null) return vtpass.expectSilence(exchange)
  if (answer.body !== undefined) {
    const anyTime = [0, Number.POSITIVE_INFINITY] as const
    vtpass.expect(exchange, { status: answer.status, body: templateOf(answer.body), held: anyTime })
    return
  }
  const heard = `HTTP ${exchange.answer.status} ${exchange.answer.text}`
  const wanted = `HTTP ${answer.status} ${answer.text}`
  vtpass.expectThat(heard === wanted, undefined, '', wanted, heard)
}

/** What the account must be like for these answers: which products it may buy, and whether it can pay. */
function setupFor({ exchanges }: Recording): AccountSetup {
  const refused = exchanges.filter(({ answer }) => codeOf(answer?.body) === '028')
  const services = new Set(refused.map(({ request }) => request.fields?.serviceID))
  const whitelisted = products.map(({ serviceID }) => serviceID).filter((id) => !services.has(id))
  const isPoor = exchanges.some(({ answer }) => codeOf(answer?.body) === '018')
  return {
    ...(refused.length > 0 && { whitelistedProducts: whitelisted }),
    ...(isPoor && { wallet: 0 }),
  }
}

function codeOf(body: unknown): unknown {
  return isRecord(body) ? body.code : null
}

/** A recorded answer as a template: what differs from call to call is known by its shape. */
function templateOf(value: unknown, key = ''): Template {
  if (Array.isArray(value)) return value.map((inner) => templateOf(inner))
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, templateOf(inner, name)]))
  }
  if (typeof value === 'string') return textTemplate(value, key)
  if (key === 'balance' && typeof value === 'number') return naira
  return value as Template
}

const VOLATILE = ['transactionId', 'transaction_date', 'date']

function textTemplate(text: string, key: string): Template {
  if (text === '[e-mail]') return eMail
  if (key === 'phone' && text.includes('#')) return phoneNumber
  if (!VOLATILE.includes(key) && !text.includes('#')) return text
  const shape = text.replace(/[\d#]/g, '#')
  const pattern = shape.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('#', '\\d')
  return textLike(`text like ${shape}`, new RegExp(`^${pattern}$`))
}

function reportOf({ case: name, target }: Recording, vtpass: Conversation): CaseReport {
  const known = vtpassCases.find((each) => each.name === name)
  const { problems, exchanges } = vtpass
  return {
    name,
    group: known?.group ?? 'recordings',
    title: known?.title ?? 'What was recorded is answered again',
    source: `recorded from ${target}`,
    outcome: problems.length === 0 ? 'passed' : 'failed',
    reason: null,
    problems,
    exchanges,
    seconds: 0,
  }
}

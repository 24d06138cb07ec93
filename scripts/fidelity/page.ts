import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { loadCatalogue } from '../../simulator/catalogue/load.ts'
import type { Product } from '../../simulator/catalogue/product.ts'
import type { RecipientOutcome } from '../../simulator/catalogue/product-file.ts'
import { type ResponseCode, responseCodes } from '../../simulator/engine/codes.ts'
import type { Status } from '../../simulator/engine/transaction.ts'
import { files } from '../../simulator/files.ts'
import { fateOfCode } from '../../simulator/scenarios/code.ts'
import { codeTexts } from '../../simulator/wire/codes.ts'
import { codeOfStatus } from '../../simulator/wire/outcome.ts'
import { causes } from './codes.ts'
import { type Rule, rules } from './rules.ts'
import { scenarioRows } from './scenario-rows.ts'
import type { Origin } from './way.ts'
import { webhookRows } from './webhook-rows.ts'

/** docs/fidelity.md, from what the code itself says. */
export function fidelityPage(): string {
  const { products } = loadCatalogue(files.catalogue, null)
  const all = [...products.values()]
  return `# Fidelity

Every behaviour of the simulator, how to see it, and where it comes from. This page is made from the code by
\`npm run generate\`; a test goes every way that it names, and CI fails when the page is stale.

**Where from**: a page of VTpass's documentation, by its title and the part of it · *seen*: the real API was seen to
do so, and no page says it · *ours*: nobody knows, so we chose. Where the two disagree there is a setting
(\`duplicateWindow\`, \`duplicateScope\`, \`requestIdDate\`, \`verifyDetail\`, \`strict\`); what is ours of a product, its test
numbers included, is a value in its file, which \`--catalogue\` replaces; how long a timeout holds and when a pending
purchase settles are settings. Fixed are: the text of 010, which improper request id gets which text of 085, the empty
content of 001, 044 and 091, and the choice among plans of one code.

The status \`initiated\`, which the page "Response Codes" names, is never answered: nothing tells when VTpass says it.

## Endpoints

${table(['Endpoint', 'What', 'How'], endpointRows())}

## Response codes

Every code also comes on command: send \`x-simulator-scenario: code-NNN\` with a purchase, or with any other call.
For a code that refuses, nothing of the request is looked at but its credentials, and the account's state before it;
a code that comes with an order (000, 001, 016, 040, 044, 091, 099) needs a request that would be accepted.

${table(['Code', 'Text', 'How to produce it', 'Where from'], codeRows())}

What a code on command means for the order (ours):

${table(['Code', 'Order', 'Money', 'Requery'], onCommandRows())}

## Recipients

The number decides what becomes of a purchase. Any number that is not listed fails: 016.

${table(['Product', 'Looked for in', ...outcomes], all.map(recipientRow))}

${table(['Outcome', 'pay', 'requery', 'Where from'], outcomeRows)}

## Scenarios

Nobody knows what VTpass does when it fails: all of this is *ours*. A name goes into the header \`x-simulator-scenario\` of
a call, or into the rule of an account (\`POST /_simulator/scenarios\`), where any fate may stand with any fault.

${table(['Name', 'What happened', 'What the caller hears'], scenarioRows())}

## Webhooks

VTpass documents the bodies, the acknowledgement and that there are five attempts; there is no signature. The rest is
*ours*, and in the account's settings where it can be set:

${table(['What', 'How', 'Where from'], webhookRows)}

## Rules of fields and answers

${table(['Area', 'Rule', 'How to see it', 'Where from'], rules.map(ruleRow))}

## Products

${table(['serviceID', 'Mandatory besides request_id and serviceID', 'Price', 'Limits ₦', 'Quantity', 'Commission', 'Plans', 'Page'], all.map(productRow))}

What in them is not from their page:

${all.flatMap(sourceLines).join('\n')}
`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

interface Operation {
  readonly summary: string
  readonly parameters?: readonly { readonly in?: string; readonly name?: string }[]
}

function endpointRows(): string[][] {
  const document = parse(readFileSync(new URL('../../openapi/vtpass.yaml', import.meta.url), 'utf8')) as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { summary, parameters = [] }]) => {
      const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => `${name}=`)
      const how = `${method.toUpperCase()} /api${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
      return [`\`${path}\``, summary, `\`${how}\``]
    }),
  )
}

function codeRows(): string[][] {
  return responseCodes.flatMap((code) => {
    const ways = causes[code]
    if (ways.length === 0)
      return [[code, codeTexts[code], 'on command only', 'the name: Response Codes; the rest is ours']]
    return ways.map((way) => [code, way.text ?? codeTexts[code], way.how, originText(way.from)])
  })
}

function originText(from: Origin): string {
  return typeof from === 'string' ? `*${from}*` : `${from.page}, ${from.part}`
}

const moneyOf: Record<Status, string> = {
  pending: 'held',
  delivered: 'debited',
  failed: 'none',
  reversed: 'given back',
}

const noOrder: Partial<Record<ResponseCode, readonly string[]>> = {
  '014': ['none new', 'none', "the first one's state, else 015"],
  '089': ['none new', 'none', "the first one's state, else 015"],
  '019': ['refused, on record', 'none', '019'],
}

/** A row for every code, from the scenario that it names; codes that come to the same share one. */
function onCommandRows(): string[][] {
  const byMeaning = new Map<string, string[]>()
  for (const code of responseCodes) {
    const meaning = meaningOf(code).join(' | ')
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), code])
  }
  return [...byMeaning].map(([meaning, codes]) => [codes.join(', '), ...meaning.split(' | ')])
}

function meaningOf(code: ResponseCode): readonly string[] {
  const fate = fateOfCode(code)
  if (fate?.kind !== 'vend') return noOrder[code] ?? ['none', 'none', '015']
  const asked = fate.requeryCode ?? codeOfStatus[fate.status]
  const until = fate.status === 'pending' ? ', until settled' : ''
  return [fate.status, moneyOf[fate.status], `${asked} with ${fate.status}${until}`]
}

const outcomes: readonly Exclude<RecipientOutcome, 'failed'>[] = [
  'delivered',
  'pending',
  'unexpected',
  'no-response',
  'timeout',
]

const outcomeRows = [
  ['delivered', '000, status delivered', '000, status delivered', 'every product page'],
  ['pending', '000, TRANSACTION PROCESSING - PENDING, status pending', 'the same, until settled', '*seen*'],
  ['unexpected', 'HTTP 500, 083, no order', '015', '*seen* (inferred)'],
  [
    'no-response',
    'the connection is closed without a byte; the order is pending',
    'pending, until settled',
    '*ours*',
  ],
  [
    'timeout',
    'held for 60 s (`--timeout-hold`), then the pending answer',
    'pending, until settled',
    '*ours*',
  ],
  ['failed', '016, status failed', '016', 'every product page'],
]

function recipientRow({ serviceID, file }: Product): string[] {
  const numbers = outcomes.map((outcome) => file.recipient.outcomes[outcome]?.join(', ') ?? '–')
  return [serviceID, file.recipient.lookAt.join(', '), ...numbers]
}

function ruleRow({ area, rule, how, from }: Rule): string[] {
  return [area, rule, how, originText(from)]
}

const priceTexts: Record<Product['file']['price'], string> = {
  amount: 'the amount',
  variation: "the plan's; the amount is ignored",
  'amount-or-variation': "the amount, else the plan's",
}

function productRow({ serviceID, file }: Product): string[] {
  const { minimium_amount: least, maximum_amount: most } = file.service
  const types = Object.entries(file.subscriptionTypes ?? {}).map(([type, { fields }]) =>
    fields.length === 0 ? `${type}: nothing more` : `${type}: ${fields.join(', ')}`,
  )
  return [
    `\`${serviceID}\``,
    [file.fields.join(', '), ...types].join('; '),
    priceTexts[file.price],
    `${least} to ${most}`,
    file.quantity === undefined ? '1' : `${file.quantity.minimum} to ${file.quantity.maximum}`,
    `${file.commission.rate} %`,
    String(file.variations?.list.length ?? 0),
    file.sources.page,
  ]
}

function sourceLines({ serviceID, file }: Product): string[] {
  const { seen = [], ours = [] } = file.sources
  const line = (origin: string, what: readonly string[]) =>
    what.length === 0 ? [] : [`- \`${serviceID}\`, *${origin}*: ${what.join(' · ')}`]
  return [...line('seen', seen), ...line('ours', ours)]
}

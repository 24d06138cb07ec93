import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { simulatorInMemory } from '../../targets/simulator-target.ts'
import type { VtpassAnswer, VtpassTarget } from '../../targets/target.ts'
import { targetWithAnswers } from '../changed-answers.test-support.ts'
import { checkVtpass } from '../check.ts'
import { readRecordings, writeRecording } from './files.ts'
import { recordingOf } from './record.ts'
import type { Recording } from './recording.ts'
import { replayRecordings } from './replay.ts'

async function record(
  target: VtpassTarget,
  only?: readonly string[],
  redact = target.redact,
): Promise<Recording[]> {
  const recordings: Recording[] = []
  await checkVtpass(target, {
    ...(only !== undefined && { only }),
    onExchanges: (name, exchanges) => {
      recordings.push(recordingOf(name, target.name, exchanges, redact))
    },
  })
  return recordings
}

function changed(from: string, to: string): VtpassTarget {
  const change = (answer: VtpassAnswer) => ({ ...answer, text: answer.text.replaceAll(from, to) })
  return targetWithAnswers(simulatorInMemory({ seed: 9 }), change)
}

it('the simulator answers all that was recorded of another simulator, though it makes up other values', async () => {
  const { cases } = await replayRecordings(await record(simulatorInMemory({ seed: 9 })))
  expect(
    cases.filter(({ outcome }) => outcome !== 'passed').map(({ name, problems }) => ({ name, problems })),
  ).toEqual([])
  expect(cases.length).toBeGreaterThan(250)
})

it.each([
  ['a field', 'sells-mtn-1', '"platform":"api"', '"platform":"web"', 'content.transactions.platform'],
  ['a type', 'sells-mtn-1', '"unit_price":"20"', '"unit_price":20', 'content.transactions.unit_price'],
  ['a shape', 'sells-mtn-1', '.000000Z', 'Z', 'transaction_date'],
  [
    'an order',
    'lists-categories',
    '{"response_description":"000","content"',
    '{"content":[],"response_description":"000","content"',
    null,
  ],
])('%s that was recorded otherwise is a difference', async (_name, name, from, to, field) => {
  const { cases, score } = await replayRecordings(await record(changed(from, to), [name]))
  expect(cases[0]?.outcome).toBe('failed')
  expect(cases[0]?.problems[0]?.field).toBe(field)
  expect(score?.asExpected).toBeLessThan(score?.fields ?? 0)
})

it('what the recorded account could not do is arranged: 028, and 018', async () => {
  const closed = simulatorInMemory({ account: { whitelistedProducts: ['glo'] } })
  const poor = simulatorInMemory({ account: { wallet: 1 } })
  for (const target of [closed, poor]) {
    const alone = { ...target, abilities: {}, cannot: {} }
    const { cases } = await replayRecordings(
      await record(alone, ['refuses-mtn-below-its-minimum', 'looks-at-no-amount']),
    )
    expect(cases.flatMap(({ problems }) => problems)).toEqual([])
  }
})

it('silence is recorded, and held to', async () => {
  const recordings = await record(simulatorInMemory(), ['sells-mtn-1'])
  const silent = recordings.map((recording) => ({
    ...recording,
    exchanges: recording.exchanges.map((exchange) => ({ ...exchange, answer: null })),
  }))
  const { cases } = await replayRecordings(silent)
  expect(cases[0]?.problems[0]).toMatchObject({ expected: 'no answer' })
})

it('keys, addresses, phones and what can be spent are not kept', async () => {
  const secret = changed(
    '"sandbox@vtpass.com","phone":"07061933309"',
    '"ada@shop.example","phone":"08099999999"',
  )
  const redact = (text: string) => secret.redact(text).replaceAll('1212121212', '[key]')
  const text = JSON.stringify(await record(secret, ['sells-spectranet-1'], redact))
  expect(text).not.toMatch(/ada@|08099999999|1212121212/)
  expect(text).toContain('"PIN: ########, S/N:########"')
  expect(text).toContain('"email":"[e-mail]","phone":"###########"')
})

it('a recording is a file for each case, which says the same every time', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'vtpass-recordings-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const recordings = await record(simulatorInMemory(), ['verifies-a-smartcard', 'lists-categories'])
  const write = () => Promise.all(recordings.map((recording) => writeRecording(directory, recording)))
  await write()
  const first = readFileSync(join(directory, 'lists-categories.json'), 'utf8')
  await write()

  expect(readdirSync(directory).sort()).toEqual(['lists-categories.json', 'verifies-a-smartcard.json'])
  expect(readFileSync(join(directory, 'lists-categories.json'), 'utf8')).toBe(first)
  expect((await readRecordings(directory)).map((recording) => recording.case)).toEqual([
    'lists-categories',
    'verifies-a-smartcard',
  ])
})

it.each(['', '{}', '[]', '{"case":"a","target":"b","exchanges":[{}]}'])(
  '%j is no recording',
  async (text) => {
    const directory = mkdtempSync(join(tmpdir(), 'vtpass-recordings-'))
    onTestFinished(() => rmSync(directory, { recursive: true }))
    writeFileSync(join(directory, 'a.json'), text)
    await expect(readRecordings(directory)).rejects.toThrow('a.json is no recording')
  },
)

it('a directory that is none, or is empty, is told', async () => {
  await expect(readRecordings('/nowhere')).rejects.toThrow('/nowhere is no directory')
})

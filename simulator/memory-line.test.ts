import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { memoryLine } from './lines.ts'
import { written } from './wire/answer.ts'

const answer = { ...written(200, 'the body'), bytes: Buffer.from('the body') }

function lineOf(init: RequestInit = {}) {
  return memoryLine(new Request('http://vtpass/x', init))
}

it('the headers of a call are there one by one, and all of them', () => {
  const line = lineOf({ headers: { 'Api-Key': 'a', 'x-b': 'c' } })
  expect(line.header('api-key')).toBe('a')
  expect(line.header('secret-key')).toBe(null)
  expect(line.headers()).toEqual(['api-key', 'a', 'x-b', 'c'])
})

it('a caller that writes to what it was given changes no other answer', async () => {
  new Uint8Array(await lineOf().send(answer).arrayBuffer()).fill(0)
  const sending = lineOf().open(answer, 8)
  sending.write(answer.bytes)
  sending.end()
  const read = await sending.response.body?.getReader().read()
  read?.value?.fill(0)
  expect(answer.bytes.toString()).toBe('the body')
})

it.each(['send', 'open'] as const)('%s tells the length as a socket would', (way) => {
  const line = lineOf()
  const response = way === 'send' ? line.send(written(200, '₦')) : line.open(answer, 3).response
  expect(response.headers.get('content-length')).toBe('3')
})

it('what was written before the connection was cut is read first', async () => {
  const sending = lineOf().open(answer, 8)
  sending.write(answer.bytes.subarray(0, 3))
  sending.close()
  const reader = sending.response.body?.getReader()
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('the')
  await expect(reader?.read()).rejects.toThrow('terminated')
})

it.each(['close', 'reset'] as const)(
  'a body of which nothing is missing is whole, whatever %s does',
  async (cut) => {
    const sending = lineOf().open(answer, 8)
    sending.write(answer.bytes)
    sending[cut]()
    expect(await sending.response.text()).toBe('the body')
  },
)

it('a cut reaches a caller that waits for more', async () => {
  const sending = lineOf().open(answer, 8)
  const reading = sending.response.body?.getReader().read()
  await Promise.resolve()
  sending.reset()
  await expect(reading).rejects.toThrow('terminated')
})

it('nothing is sent to a caller that gives up', async () => {
  const giveUp = new AbortController()
  const line = lineOf({ signal: giveUp.signal })
  const sending = line.open(answer, 8)
  giveUp.abort()
  sending.write(answer.bytes)
  sending.end()
  expect(line.isGone).toBe(true)
  await expect(sending.response.text()).rejects.toThrow('aborted')
})

it('nothing is sent after the end, and nothing to a caller that has gone', async () => {
  const ended = lineOf().open(answer, 'chunked')
  ended.end()
  ended.write(answer.bytes)
  ended.raw(answer.bytes)
  ended.reset()
  ended.end()
  expect(await ended.response.text()).toBe('')
  const line = lineOf()
  const cancelled = line.open(answer, 'chunked')
  await cancelled.response.body?.cancel()
  cancelled.write(answer.bytes)
  cancelled.close()
  cancelled.end()
  expect(line.isGone).toBe(true)
})

it.each(['close', 'reset', 'garbage'] as const)('%s leaves the line gone', async (cut) => {
  const line = lineOf()
  expect(line.isGone).toBe(false)
  await expect(line[cut](answer.bytes)).rejects.toThrow('fetch failed')
  expect(line.isGone).toBe(true)
})

it('whoever waits for a body keeps the process alive', async () => {
  const program = `
    import { wallClock } from '${new URL('./clock.ts', import.meta.url)}'
    import { memoryLine } from '${new URL('./memory-line.ts', import.meta.url)}'
    const sending = memoryLine(new Request('http://vtpass/x')).open({ status: 200, contentType: 'text/plain' }, 4)
    wallClock.sleep(20).then(() => { sending.write(Buffer.from('late')); sending.end() })
    console.log(await sending.response.text())`
  const cwd = fileURLToPath(new URL('.', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd,
  })
  expect(stdout).toBe('late\n')
})

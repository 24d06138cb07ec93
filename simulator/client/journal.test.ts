import { expect, it } from 'vitest'
import { controlOf } from './index.ts'
import { entry } from './samples.test-support.ts'

/** A journal whose events come when they are said, and which notes whether its reader has hung up. */
function fakeJournal() {
  const asked: Request[] = []
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  const heard = { hungUp: false }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      stream = controller
    },
    cancel: () => {
      heard.hungUp = true
    },
  })
  const fetch = async (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init)
    asked.push(request)
    request.signal.addEventListener('abort', () => stream?.error(request.signal.reason))
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  const say = (text: string) => stream?.enqueue(new TextEncoder().encode(text))
  return { asked, heard, say, end: () => stream?.close(), control: controlOf('http://vtpass', { fetch }) }
}

const eventOf = (id: number) => `event: exchange\nid: ${id}\ndata: ${JSON.stringify({ ...entry, id })}\n\n`

it('the journal is followed entry by entry, until the loop is left', async () => {
  const { control, say, heard, asked } = fakeJournal()
  say(`: welcome\n\n${eventOf(1)}event: other\ndata: {}\n\n${eventOf(2)}${eventOf(3)}`)
  const ids: number[] = []
  for await (const { id } of control.journal.events()) {
    ids.push(id)
    if (id === 2) break
  }

  expect(ids).toEqual([1, 2])
  expect(heard.hungUp).toBe(true)
  expect(asked.map(({ url, headers }) => [url, headers.get('accept'), headers.get('last-event-id')])).toEqual(
    [['http://vtpass/_simulator/journal/events', 'text/event-stream', null]],
  )
})

it('after an id, those since then are asked for, and after 0 all', async () => {
  const { control, say, asked } = fakeJournal()
  say(eventOf(8))
  await control.journal.events({ after: 7 }).next()
  await control.journal
    .events({ after: 0 })
    .next()
    .catch(() => {})

  expect(asked.map(({ headers }) => headers.get('last-event-id'))).toEqual(['7', '0'])
})

it('an abort ends the loop', async () => {
  const { control, say } = fakeJournal()
  const abort = new AbortController()
  say(eventOf(1))
  const ids: number[] = []
  for await (const { id } of control.journal.events({ signal: abort.signal })) {
    ids.push(id)
    abort.abort()
  }

  expect(ids).toEqual([1])
})

it('the end of the simulator ends the loop', async () => {
  const { control, say, end } = fakeJournal()
  say(eventOf(1))
  end()
  const events = control.journal.events()

  expect(await events.next()).toEqual({ done: false, value: { ...entry, id: 1 } })
  expect(await events.next()).toEqual({ done: true, value: undefined })
})

it('a refusal is thrown', async () => {
  const problem = { type: 'about:blank', title: 'Unauthorized', status: 401, detail: 'send the token' }
  const control = controlOf('http://vtpass', { fetch: async () => Response.json(problem, { status: 401 }) })

  await expect(control.journal.events().next()).rejects.toThrow('send the token')
})

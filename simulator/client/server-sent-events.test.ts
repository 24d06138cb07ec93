import { array, assert, asyncProperty, constantFrom, nat, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEvents, type ServerSentEvent } from './server-sent-events.ts'

async function* chunksOf(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  for (const [index, end] of ends.entries()) yield bytes.subarray(ends[index - 1] ?? 0, end)
}

async function eventsIn(text: string, cuts: readonly number[] = []): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = []
  for await (const event of readEvents(chunksOf(new TextEncoder().encode(text), cuts))) events.push(event)
  return events
}

describe('a stream', () => {
  it.each([
    ['an event with a name', 'event: exchange\ndata: 1\n\n', [{ event: 'exchange', data: '1' }]],
    ['an event without one', 'data: 1\n\n', [{ event: 'message', data: '1' }]],
    ['data of several lines', 'data: a\ndata:\ndata: b\n\n', [{ event: 'message', data: 'a\n\nb' }]],
    ['data that begins with spaces', 'data:   a\n\n', [{ event: 'message', data: '  a' }]],
    ['data without a space', 'data:a:b\n\n', [{ event: 'message', data: 'a:b' }]],
    ['data without a colon', 'data\n\n', [{ event: 'message', data: '' }]],
    ['comments', ': hello\n\ndata: 1\n:\n\n', [{ event: 'message', data: '1' }]],
    [
      'ids, retries and what nobody knows',
      'id: 7\nretry: 1\nx: y\ndata: 1\n\n',
      [{ event: 'message', data: '1' }],
    ],
    ['a name without data', 'event: exchange\n\ndata: 1\n\n', [{ event: 'message', data: '1' }]],
    ['a byte order mark', '\ufeffdata: 1\n\n', [{ event: 'message', data: '1' }]],
    ['CRLF', 'data: a\r\ndata: b\r\n\r\n', [{ event: 'message', data: 'a\nb' }]],
    ['CR', 'data: a\rdata: b\r\r', [{ event: 'message', data: 'a\nb' }]],
    ['an event that is cut off', 'data: 1\n\ndata: 2\n', [{ event: 'message', data: '1' }]],
    ['nothing', '', []],
  ])('%s', async (_name, text, events) => {
    expect(await eventsIn(text)).toEqual(events)
  })

  it('an event is there before the next one comes', async () => {
    const encode = (text: string) => new TextEncoder().encode(text)
    const second = Promise.withResolvers<void>()
    const events = readEvents(
      (async function* () {
        yield encode('data: 1\r\n\r\n')
        await second.promise
        yield encode('data: 2\r\n\r\n')
      })(),
    )

    expect(await events.next()).toEqual({ done: false, value: { event: 'message', data: '1' } })
    second.resolve()
    expect(await events.next()).toEqual({ done: false, value: { event: 'message', data: '2' } })
  })

  it('is read alike wherever its chunks begin and end', () => {
    const text = stringMatching(/^[a-z: ₦😀]*$/u)
    return assert(
      asyncProperty(
        array(array(text, { minLength: 1 })),
        constantFrom('\n', '\r\n', '\r'),
        array(nat()),
        async (events, end, cuts) => {
          const stream = events.map((lines) =>
            [':é', ...lines.map((line) => `data: ${line}`), '', ''].join(end),
          )
          const expected = events.map((lines) => ({ event: 'message', data: lines.join('\n') }))

          expect(await eventsIn(stream.join(''), cuts)).toEqual(expected)
        },
      ),
    )
  })
})

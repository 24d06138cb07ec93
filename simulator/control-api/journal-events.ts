import { describeEntry } from '../journal/describe.ts'
import type { Entry } from '../journal/entry.ts'
import type { LiveWorld } from '../live-world.ts'

/** So many events wait for a follower that does not read. */
const MOST_UNREAD = 1000

/** Often enough that no proxy between takes the connection for dead. */
const KEEP_ALIVE_MS = 15_000

/**
 * Server-sent events, one for each exchange whose answer has gone out, until the caller hangs up.
 *
 * @param after the id of the last entry that the caller has; null sends what comes from now on
 */
export function journalEvents(live: LiveWorld, after: number | null): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const end = () => {
        stop()
        controller.close()
      }
      const send = (text: string) => {
        controller.enqueue(encoder.encode(text))
        // Whoever does not read loses the connection, and comes back with the last id that it has.
        if ((controller.desiredSize ?? 0) < -MOST_UNREAD) end()
      }
      const sendEntry = (entry: Entry) => send(eventOf(entry, live))
      send(': the journal\n\n')
      const missed = after === null ? [] : live.journal.entries().filter(({ id }) => id > after)
      for (const entry of missed) if (entry.heard !== 'waiting') sendEntry(entry)
      const stopListening = live.journal.listen({ heard: sendEntry, closed: end })
      const keepAlive = setInterval(() => send(': still here\n\n'), KEEP_ALIVE_MS).unref()
      stop = () => {
        stopListening()
        clearInterval(keepAlive)
      }
    },
    cancel: () => stop(),
  })
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(stream, { headers })
}

function eventOf(entry: Entry, { world }: LiveWorld): string {
  return `event: exchange\nid: ${entry.id}\ndata: ${JSON.stringify(describeEntry(entry, world))}\n\n`
}

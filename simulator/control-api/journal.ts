import { describeEntry, orderOf } from '../journal/describe.ts'
import type { Entry } from '../journal/entry.ts'
import type { LiveWorld } from '../live-world.ts'
import type { QueryOf } from './contract.ts'
import { noContent, type Operation, ok, pageOf } from './operation.ts'

export const listJournal: Operation<'listJournal'> = ({ live, query }) => ({
  ...ok<'listJournal'>({
    ...pageOf(found(live, query), query, (entry) => describeEntry(entry, live.world)),
    dropped: live.journal.dropped,
  }),
})

export const countJournal: Operation<'countJournal'> = ({ live, query }) =>
  ok<'countJournal'>({ count: found(live, query).length })

export const clearJournal: Operation<'clearJournal'> = ({ live }) => {
  live.journal.clear()
  return noContent
}

function found({ journal, world }: LiveWorld, query: QueryOf<'countJournal'>): Entry[] {
  const { endpoint, requestId, recipient, code } = query
  return journal.entries().filter((entry) => {
    return (
      (endpoint === undefined || entry.endpoint === endpoint) &&
      (requestId === undefined || entry.fields.request_id === requestId) &&
      (code === undefined || entry.code === code) &&
      (recipient === undefined || orderOf(entry, world)?.recipient === recipient)
    )
  })
}

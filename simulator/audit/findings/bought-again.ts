import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import { type Repeat, type RepeatName, repeatsOf } from '../repeats.ts'

/** What was bought again: while the first was in doubt, after 014, after 019. */
export function boughtAgain(dossier: Dossier): Found[] {
  return repeatsOf(dossier).map((repeat) => ({
    name: repeat.name,
    detail: details[repeat.name](repeat),
    requestIds: [repeat.first.requestId, ...repeat.again.map(({ entry }) => entry.order?.requestId ?? '')],
    entries: entriesOf(repeat),
  }))
}

const details: Record<RepeatName, (repeat: Repeat) => string> = {
  'bought-again-while-in-doubt': ({ first, again }) =>
    `Nobody knew what had become of ${first.requestId}, and the same thing was bought ${times(again)} with a new request_id.`,
  'bought-again-after-014': ({ first, again }) =>
    `VTpass said that the request_id ${first.requestId} is taken. Nobody asked for what, and the same thing was bought ${times(again)} with a new request_id.`,
  'bought-again-after-019': ({ refusal, again }) =>
    `VTpass refused ${refusal?.entry.order?.requestId} as a likely duplicate. Nobody asked what had become of the purchase before it, and the same thing was bought ${times(again)} with a new request_id.`,
}

function times({ length }: Repeat['again']): string {
  return length === 1 ? 'once more' : `${length} times more`
}

/** What was said of the first until it was last bought again, and every purchase since. */
function entriesOf({ first, refusal, again }: Repeat) {
  const last = again.at(-1)?.entry.id ?? 0
  const before = first.exchanges.filter(({ entry }) => entry.id < last)
  const shown = new Set(
    [...before, ...(refusal === null ? [] : [refusal]), ...again].map(({ entry }) => entry),
  )
  return [...shown].sort((a, b) => a.id - b.id)
}

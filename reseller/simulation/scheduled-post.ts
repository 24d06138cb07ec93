import type { Post, Posted } from '../notices/post.ts'
import type { Luck } from './luck.ts'
import type { Names } from './names.ts'
import type { Home, Scheduler } from './scheduler.ts'

/** What customers' own webhooks have received: which purchase, and which event. */
export type Received = Set<string>

export interface PostEdge {
  readonly scheduler: Scheduler
  readonly home: Home
  readonly names: Names
  readonly luck: Luck
  readonly received: Received
}

const outcomes: Readonly<Record<'taken' | 'taken, unheard' | 'refused' | 'never arrived', Posted>> = {
  taken: { httpStatus: 204, note: null },
  'taken, unheard': { httpStatus: null, note: 'no whole answer in time' },
  refused: { httpStatus: 500, note: null },
  'never arrived': { httpStatus: null, note: 'connection refused' },
}

/** A customer's webhook, which is mostly there. */
export function scheduledPost({ scheduler, home, names, luck, received }: PostEdge): Post {
  return async ({ headers }) => {
    const [, purchase = '', event = ''] = headers['webhook-id']?.split('_') ?? []
    const subject = `${names.of([purchase])} ${event}`
    await scheduler.reach(home, 'notice: before it is sent', subject)
    const outcome = luck.weighted({ taken: 8, 'taken, unheard': 1, refused: 1, 'never arrived': 1 })
    if (outcome.startsWith('taken')) received.add(`${purchase} ${event}`)
    await scheduler.reach(home, 'notice: before the answer is heard', subject, luck.pick([20, 1_000]))
    return outcomes[outcome]
  }
}

import type { Call } from './call.ts'
import type { ClockReading, Duration } from './types.ts'

/** The account's clock. A call that moves it forward answers when all that fell due on the way has happened. */
export interface ClockControl {
  get(): Promise<ClockReading>
  /** Goes to a moment, forward or back. A text is in UTC: `2026-01-05T09:00:00Z`. */
  set(at: Date | string): Promise<ClockReading>
  /** Goes forward. A number is of seconds. */
  advance(by: Duration): Promise<ClockReading>
  /** Stands still from now on, or from a moment. */
  freeze(at?: Date | string): Promise<ClockReading>
  /** Goes on with the clock on the wall, from where it stands. */
  release(): Promise<ClockReading>
}

export function clockOf(call: Call): ClockControl {
  return {
    get: () => call('get', '/clock'),
    set: (at) => call('post', '/clock', { body: { set: momentOf(at) } }),
    advance: (by) => call('post', '/clock', { body: { advance: by } }),
    freeze: (at) =>
      call('post', '/clock', { body: { ...(at !== undefined && { set: momentOf(at) }), mode: 'frozen' } }),
    release: () => call('post', '/clock', { body: { mode: 'real' } }),
  }
}

function momentOf(at: Date | string): string {
  return typeof at === 'string' ? at : at.toISOString()
}

import type { Dispatcher } from 'undici'
import { expect, it } from 'vitest'
import { exchange } from './exchange.ts'

const request = {
  origin: 'http://vtpass.test',
  path: '/api/pay',
  method: 'POST',
  headers: {},
  body: '{}',
} as const
const patience = { connectTimeoutMs: 10_000, timeoutMs: 10_000 }

/** One exchange over an undici that tells what a test says, and why its connections were let go. */
function over(
  tell: (handler: Required<Dispatcher.DispatchHandler>, connection: Connection, aborted: string[]) => void,
) {
  const aborted: string[] = []
  const connection: Connection = (name) => ({
    aborted: false,
    paused: false,
    reason: null,
    abort: () => aborted.push(name),
    pause: () => {},
    resume: () => {},
  })
  const dispatch: Dispatcher['dispatch'] = (_, handler) => {
    tell(handler as Required<Dispatcher.DispatchHandler>, connection, aborted)
    return true
  }
  return { heard: exchange({ dispatch }, request, patience), aborted }
}

type Connection = (name: string) => Dispatcher.DispatchController

it('a request that undici starts again, on another connection, is not sent again', async () => {
  let before: string[] = []
  const { heard } = over((handler, connection, aborted) => {
    handler.onRequestStart(connection('first'), {})
    handler.onRequestStart(connection('second'), {})
    before = [...aborted]
    handler.onResponseError(connection('second'), new Error('aborted'))
  })

  expect((await heard).kind).toBe('lost')
  expect(before).toEqual(['second'])
})

it('a request that failed before it was started is not started afterwards', async () => {
  const { heard, aborted } = over((handler, connection) => {
    handler.onResponseError(connection('none'), Object.assign(new Error(), { code: 'ECONNREFUSED' }))
    handler.onRequestStart(connection('late'), {})
  })

  expect(await heard).toEqual({ kind: 'not-sent', why: 'connection refused (ECONNREFUSED)' })
  expect(aborted).toEqual(['late'])
})

it('what goes wrong once a request is started is lost, whatever undici calls it', async () => {
  const { heard } = over((handler, connection) => {
    handler.onRequestStart(connection('first'), {})
    handler.onResponseError(connection('first'), Object.assign(new Error(), { code: 'ECONNREFUSED' }))
  })

  expect((await heard).kind).toBe('lost')
})

it('an error without a code is told by its name, and without its message', async () => {
  const { heard } = over((handler, connection) => {
    handler.onResponseError(connection('none'), new TypeError('of SK_secret'))
  })

  expect(await heard).toEqual({ kind: 'not-sent', why: 'the network failed (TypeError)' })
})

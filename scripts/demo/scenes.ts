import { setTimeout } from 'node:timers/promises'
import type { Stage } from './stage.ts'

/** A number that VTpass's sandbox gives a meaning, and what is bought for it. */
interface Scene {
  readonly recipient: string
  readonly does: string
  readonly variation: string
  readonly usesCashback: boolean
}

/** What the customer was told of it. */
export interface Played extends Scene {
  readonly requestId: string
  readonly told: string
}

const scenes: readonly Scene[] = [
  {
    recipient: '08011111111',
    does: 'delivers',
    variation: 'mtn-100mb-1000',
    usesCashback: false,
  },
  {
    recipient: '201000000000',
    does: 'leaves it pending',
    variation: 'mtn-500mb-2000',
    usesCashback: false,
  },
  {
    recipient: '500000000000',
    does: 'answers an error, has no order',
    variation: 'mtn-20hrs-1500',
    usesCashback: false,
  },
  {
    recipient: '400000000000',
    does: 'hangs up, has an order',
    variation: 'mtn-3gb-2500',
    usesCashback: false,
  },
  {
    recipient: '300000000000',
    does: 'lets us wait, has an order',
    variation: 'mtn-data-3000',
    usesCashback: false,
  },
  {
    recipient: '08012345678',
    does: 'fails',
    variation: 'mtn-2-5gb-600',
    usesCashback: true,
  },
]

/** Buys for each of them, one after the other. */
export async function playAll(stage: Stage): Promise<readonly Played[]> {
  const played: Played[] = []
  for (const scene of scenes) {
    const requestId = `demo-${played.length + 1}`
    const told = await ask(stage, 'purchase', {
      request_id: requestId,
      serviceID: 'mtn-data',
      billersCode: scene.recipient,
      variation_code: scene.variation,
      use_cashback: scene.usesCashback,
    })
    played.push({ ...scene, requestId, told })
  }
  return played
}

/** What the customer is told of it by now. */
export function query(stage: Stage, { requestId }: Played): Promise<string> {
  return ask(stage, 'query', { request_id: requestId })
}

interface Said {
  readonly message?: string
  readonly data?: {
    readonly status?: string
    readonly content?: { readonly transactions?: { readonly status?: string } }
  }
}

/** The status in the answer, or its message where there is none. */
async function ask({ url, token }: Stage, path: string, body: object): Promise<string> {
  const answer = await fetch(`${url}/api/v1/vtpass/data/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { message = '', data } = (await answer.json()) as Said
  return data?.status ?? data?.content?.transactions?.status ?? message
}

const MINUTE_MS = 60_000
/** A first look, VTpass's settlement, and the ten minutes after which a second 015 is believed. */
const STEPS_MINUTES = [1, 5, 6, 10, 15, 15, 15]
const STEP_PATIENCE_MS = 10_000

/** Moves the clocks until nothing is in doubt. How many minutes that took. */
export async function passUntilSettled(stage: Stage): Promise<number> {
  let minutes = 0
  for (const step of STEPS_MINUTES) {
    await stage.pass(step * MINUTE_MS)
    minutes += step
    if ((await openAfterLooks(stage)) === 0) break
  }
  return minutes
}

/** How many are in doubt once everything that is due was looked at. */
async function openAfterLooks({ database, now }: Stage): Promise<number> {
  for (let waited = 0; ; waited += 50) {
    const [row] = await database.query<{ open: number; due: number }>(
      `select count(*) as open, count(*) filter (where wake_at <= $1) as due
         from purchase where state in ('sending', 'unknown', 'review')`,
      [now()],
    )
    const { open = 0, due = 0 } = row ?? {}
    if (due === 0 || waited >= STEP_PATIENCE_MS) return open
    await setTimeout(50)
  }
}

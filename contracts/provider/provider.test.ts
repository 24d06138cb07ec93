import { readFileSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '../../simulator/index.ts'
import { ownPact } from './pact.test-support.ts'
import { type Task, troublesIn, verifyAside } from './verifier.test-support.ts'

const { VTPASS_BASE_URL, VTPASS_API_KEY = '', VTPASS_PUBLIC_KEY = '', VTPASS_SECRET_KEY = '' } = process.env
const keys = { apiKey: VTPASS_API_KEY, publicKey: VTPASS_PUBLIC_KEY, secretKey: VTPASS_SECRET_KEY }

/** Purchases for one recipient are half a minute apart at a remote VTpass. */
const PATIENCE_MS = VTPASS_BASE_URL === undefined ? 60_000 : 1_200_000

/** The one of VTPASS_BASE_URL and its keys; else a simulator. */
async function target(): Promise<Task['target']> {
  if (VTPASS_BASE_URL !== undefined) return { baseUrl: VTPASS_BASE_URL, keys }
  const simulator = await startSimulator({ port: 0 })
  onTestFinished(() => simulator.stop())
  return { simulator: simulator.url }
}

it(
  `${VTPASS_BASE_URL ?? 'the simulator'} keeps to what the reseller relies on`,
  async () => {
    const { interactions } = JSON.parse(readFileSync(ownPact, 'utf8'))
    const results = await verifyAside({ pact: ownPact, target: await target() })

    expect(troublesIn(results.filter(({ outcome }) => outcome === 'broken'))).toEqual({})
    expect(results).toHaveLength(interactions.length)
  },
  PATIENCE_MS,
)

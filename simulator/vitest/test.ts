import { test as base, type TestAPI } from 'vitest'
import type { ControlledAccount, ControlledSimulator, NewAccount } from '../client/index.ts'
import { simulatorForTests } from './simulator-for-tests.ts'

/** The account of one test: a world of its own. It outlives the test, so that a report can still tell of it. */
export interface Vtpass extends ControlledAccount {
  /** The simulator's address: `http://127.0.0.1:4040` */
  readonly url: string
  /** What a client takes for VTpass's address; it ends in /api. */
  readonly baseUrl: string
  /** For a reseller that is started as a process of its own. */
  readonly env: Readonly<Record<VariableName, string>>
}

type VariableName = 'VTPASS_BASE_URL' | 'VTPASS_API_KEY' | 'VTPASS_PUBLIC_KEY' | 'VTPASS_SECRET_KEY'

export interface VtpassFixtures {
  readonly vtpass: Vtpass
  /** The settings of the tests' accounts: `test.override('vtpassSettings', { wallet: 500 })`. */
  readonly vtpassSettings: NewAccount
  /** The simulator that all tests of a worker share. */
  readonly vtpassSimulator: ControlledSimulator
}

/** vitest's `test`, with an account of its own for every test that asks for `vtpass`. */
export const test: TestAPI<VtpassFixtures> = base.extend<VtpassFixtures>({
  vtpassSettings: {},
  vtpassSimulator: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const simulator = await simulatorForTests(process.env)
      await use(simulator)
      await simulator.stop()
    },
    { scope: 'worker' },
  ],
  vtpass: async ({ vtpassSimulator, vtpassSettings }, use) => {
    const { accounts, url, baseUrl } = vtpassSimulator
    const account = await accounts.create(vtpassSettings)
    await use({ ...account, url, baseUrl, env: environmentOf(account, baseUrl) })
  },
})

function environmentOf(account: ControlledAccount, baseUrl: string): Vtpass['env'] {
  return {
    VTPASS_BASE_URL: baseUrl,
    VTPASS_API_KEY: account.apiKey,
    VTPASS_PUBLIC_KEY: account.publicKey,
    VTPASS_SECRET_KEY: account.secretKey,
  }
}

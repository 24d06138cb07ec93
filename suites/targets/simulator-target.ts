import {
  createSimulator,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../simulator/index.ts'
import type { Keys } from './headers.ts'
import { createLeapingClock, type LeapingClock } from './leaping-clock.ts'
import { redactor } from './redact.ts'
import { type Fetch, send } from './send.ts'
import type { Abilities, AccountSetup, VtpassTarget } from './target.ts'

/** When a simulator's clock starts: in Lagos it is 10:14 of the same day. */
const SIMULATOR_STARTS_AT = Date.UTC(2026, 2, 10, 9, 14, 16)

/** The clock is the target's. */
type Options = Omit<SimulatorOptions, 'clock'>

/** A simulator in this process, which needs no port. */
export function simulatorInMemory(options: Options = {}): VtpassTarget {
  const clock = createLeapingClock(SIMULATOR_STARTS_AT)
  const simulator = createSimulator({ ...options, clock })
  return targetOfSimulator(simulator, { name: 'simulator in memory', baseUrl: 'http://vtpass/api', clock })
}

/** A simulator that listens on a free port until `stop()`. */
export async function simulatorOverSocket(
  options: Options = {},
): Promise<VtpassTarget & { stop(): Promise<void> }> {
  const clock = createLeapingClock(SIMULATOR_STARTS_AT)
  const simulator = await startSimulator({ ...options, clock, port: 0 })
  const { baseUrl, stop } = simulator
  const { fetch } = globalThis
  return { ...targetOfSimulator(simulator, { name: 'simulator over a socket', baseUrl, clock, fetch }), stop }
}

/** How a simulator is asked. Its own clock must be the one that is given here. */
interface SimulatorLine {
  readonly name: string
  readonly baseUrl: string
  readonly clock: LeapingClock
  /** Default: the simulator's own, which needs no port. */
  readonly fetch?: Fetch
}

/** A simulator as the suite sees it; its accounts are worlds of their own, and all of them follow one clock. */
export function targetOfSimulator(simulator: Simulator, line: SimulatorLine): VtpassTarget {
  const { name, baseUrl, clock, fetch = simulator.fetch } = line
  const abilities: Abilities = {
    'own-clock': clock,
    'fresh-account': () => open({}),
    'account-settings': open,
    scenarios: true,
    'basic-authentication': true,
  }
  return targetFor(simulator.account)

  async function open({ products = {}, ...setup }: AccountSetup): Promise<VtpassTarget> {
    const account = await simulator.accounts.create(writable(setup))
    for (const [serviceID, state] of Object.entries(products)) {
      await account.products.change(serviceID, { state })
    }
    return targetFor(account)
  }

  function targetFor(keys: Keys): VtpassTarget {
    return {
      name,
      now: clock.now,
      clockToleranceMs: 0,
      merchant: { email: 'sandbox@sandbox.vtpass.com', phone: '123450987623' },
      slowestMs: 0,
      wait: clock.leap,
      ask: (request) => send(request, { baseUrl, keys, fetch, now: clock.now, patienceMs: null }),
      abilities,
      cannot: {},
      exemptions: [],
      redact: redactor([]),
    }
  }
}

/** The control API's types take lists that may be changed. */
function writable({ whitelistedProducts, whitelistedIps, ...rest }: Omit<AccountSetup, 'products'>) {
  return {
    ...rest,
    ...(whitelistedProducts !== undefined && { whitelistedProducts: [...whitelistedProducts] }),
    ...(whitelistedIps !== undefined && { whitelistedIps: [...whitelistedIps] }),
  }
}

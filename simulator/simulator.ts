import { accountsOf } from './accounts.ts'
import { createApp } from './app.ts'
import { loadCatalogue } from './catalogue/load.ts'
import { wallClock } from './clock.ts'
import { openWorld } from './engine/world.ts'
import type { Line } from './faults/line.ts'
import { files } from './files.ts'
import { memoryLine } from './lines.ts'
import {
  checkNames,
  checkProduct,
  checkProducts,
  checkSeed,
  defaultAccount,
  type SimulatorOptions,
} from './options.ts'
import { createSimulation } from './simulation.ts'

/** What a client needs to call as the default account. */
export interface Credentials {
  readonly apiKey: string
  readonly publicKey: string
  readonly secretKey: string
  /** For Basic authentication. */
  readonly email: string
  readonly password: string
}

/** A simulator in this process, which needs no port. */
export interface Simulator {
  readonly account: Credentials
  /**
   * Answers a request as the simulator would over a socket; takes what the global `fetch` takes. Any host will do:
   * `fetch('http://vtpass/api/balance', { headers })`. Where a socket would be closed without an answer, it rejects
   * with a TypeError, as `fetch` does.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>
}

/** A simulator, and how the server hands a request to it. */
export interface Served extends Simulator {
  answer(request: Request, line: Line): Response | Promise<Response>
}

/** @throws OptionError and CatalogueError, whose messages say what to change. */
export function createServed(options: SimulatorOptions = {}): Served {
  checkNames(options)
  const catalogue = loadCatalogue(files.catalogue, options.catalogue ?? null)
  const account = defaultAccount(options.account ?? {})
  checkProducts(options.products ?? {}, catalogue.products)
  for (const serviceID of account.settings.whitelistedProducts ?? [])
    checkProduct(serviceID, catalogue.products)
  const world = openWorld(account, catalogue, options.products)
  const seed = checkSeed(options.seed ?? 1)
  const simulation = createSimulation(catalogue, accountsOf([world]), options.clock ?? wallClock, seed)
  const app = createApp(simulation)
  return {
    account: credentialsOf(account),
    answer: (request, line) => app.fetch(request, { line }),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      request.signal.throwIfAborted()
      return untilAborted(request.signal, app.fetch(request, { line: memoryLine(request) }))
    },
  }
}

function credentialsOf({ apiKey, publicKey, secretKey, email, password }: Credentials): Credentials {
  return { apiKey, publicKey, secretKey, email, password }
}

/**
 * The caller may give up, as over a socket; what the simulator does goes on. Whoever waits for an answer in this
 * process keeps it alive, as a socket would.
 */
async function untilAborted(signal: AbortSignal, answer: Response | Promise<Response>): Promise<Response> {
  const alive = setInterval(() => {}, 1_000_000_000)
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([answer, aborted.promise])
  } finally {
    clearInterval(alive)
    signal.removeEventListener('abort', abort)
  }
}

import { accountsOf } from './accounts.ts'
import { createApp } from './app.ts'
import { loadCatalogue } from './catalogue/load.ts'
import { wallClock } from './clock.ts'
import { openWorld } from './engine/world.ts'
import type { Line } from './faults/line.ts'
import { files } from './files.ts'
import { memoryLine } from './lines.ts'
import { checkSeed, defaultAccount, OptionError, type SimulatorOptions } from './options.ts'
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
  const catalogue = loadCatalogue(files.catalogue, options.catalogue ?? null)
  const account = defaultAccount(options.account ?? {})
  for (const serviceID of [
    ...Object.keys(options.products ?? {}),
    ...(account.settings.whitelistedProducts ?? []),
  ]) {
    if (!catalogue.products.has(serviceID)) throw new OptionError(`there is no product "${serviceID}"`)
  }
  const world = openWorld(account, catalogue, options.products)
  const seed = checkSeed(options.seed ?? 1)
  const simulation = createSimulation(catalogue, accountsOf([world]), options.clock ?? wallClock, seed)
  const app = createApp(simulation)
  return {
    account: credentialsOf(account),
    answer: (request, line) => app.fetch(request, { line }),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      return app.fetch(request, { line: memoryLine(request) })
    },
  }
}

function credentialsOf({ apiKey, publicKey, secretKey, email, password }: Credentials): Credentials {
  return { apiKey, publicKey, secretKey, email, password }
}

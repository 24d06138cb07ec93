import { Accounts } from './accounts.ts'
import { type App, createApp } from './app.ts'
import { loadCatalogue } from './catalogue/load.ts'
import { controlOf, type SimulatorControl } from './client/control.ts'
import { type Credentials, credentialsOf } from './client/credentials.ts'
import { wallClock } from './clock.ts'
import { files } from './files.ts'
import { memoryLine } from './lines.ts'
import type { Watcher } from './live-world.ts'
import { checkNames, checkProduct, checkProducts, checkSeed, type SimulatorOptions } from './options.ts'
import type { Simulation } from './simulation.ts'
import { createPost } from './webhooks/send.ts'

/** A simulator in this process, which needs no port; and what it can be told and asked. */
export interface Simulator extends SimulatorControl {
  /** The default account's. */
  readonly account: Credentials
  /**
   * Answers a request as the simulator would over a socket; takes what the global `fetch` takes. Any host will do:
   * `fetch('http://vtpass/api/balance', { headers })`. Where a socket would be closed without an answer, it rejects
   * with a TypeError, as `fetch` does.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>
}

/** A simulator, and what a server hands its requests to. */
export interface Served extends Simulator {
  readonly simulation: Simulation
  readonly app: App
}

/** @throws OptionError and CatalogueError, whose messages say what to change. */
export function createServed(options: SimulatorOptions = {}, watcher?: Watcher): Served {
  checkNames(options)
  const catalogue = loadCatalogue(files.catalogue, options.catalogue ?? null)
  const { account = {}, products = {}, controlToken: token } = options
  checkProducts(products, catalogue.products)
  const surroundings = {
    clock: options.clock ?? wallClock,
    seed: checkSeed(options.seed ?? 1),
    post: options.post ?? createPost({ allowPublic: options.allowPublicCallbacks ?? false }),
    ...(watcher !== undefined && { watcher }),
  }
  const accounts = new Accounts({ catalogue, options: account, products }, surroundings)
  for (const serviceID of account.whitelistedProducts ?? []) checkProduct(serviceID, catalogue.products)
  const simulation: Simulation = { catalogue, accounts, controlToken: token ?? null }
  const app = createApp(simulation)
  const fetch: Simulator['fetch'] = async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    const answer = await untilAborted(request.signal, app.fetch(request, memoryLine(request)))
    return isEndless(answer) ? endedBy(request.signal, answer) : answer
  }
  return {
    ...controlOf('http://vtpass', { fetch, ...(token !== undefined && { token }) }),
    account: credentialsOf(accounts.fallback.world.account),
    simulation,
    app,
    fetch,
  }
}

function isEndless({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') === true
}

/** The same answer, whose body ends when its caller hangs up, as it would over a socket. */
function endedBy(signal: AbortSignal, { body, status, headers }: Response): Response {
  return new Response(body?.pipeThrough(new TransformStream(), { signal }) ?? null, { status, headers })
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

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { mintToken } from '../../reseller/routes/token.ts'
import { freePort } from '../../reseller/storage/free-port.ts'
import type { CustomerKind } from '../../reseller/storage/funding.ts'
import type { ControlledSimulator } from '../../simulator/index.ts'
import { createDataApiDriver, type ResellerDriver } from '../../suites/index.ts'
import type { Order, Reply } from './messages.ts'

export interface ReferenceOptions {
  /** A database of its own. */
  readonly databaseUrl: string
  readonly simulator: Pick<ControlledSimulator, 'baseUrl' | 'account' | 'clock'>
  /** What Node loads before it: `['--import', 'file:///…']`. */
  readonly nodeArguments?: readonly string[]
  /** Percent, for regular customers. Default: 2.5. */
  readonly markup?: number
  /** Percent, for friendly ones. Default: 1; null: it is not set. */
  readonly friendlyMarkup?: number | null
  /** Beyond, or instead of, what it is started with here. */
  readonly environment?: Readonly<Record<string, string>>
}

export interface Reference {
  readonly driver: ResellerDriver
  readonly jwtSecret: string
  /** Ends it. */
  stop(): Promise<void>
}

const SECRET = 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9'
/** Its clock is moved by a month and more. */
const YEAR_S = 366 * 86_400
/** VTpass’s silence is real time: it is given up soon. */
const VTPASS_TIMEOUT_MS = 1_500
const MARKUP = 2.5
const FRIENDLY_MARKUP = 1
const CASHBACK = 10
const PROCESS = fileURLToPath(new URL('./process.ts', import.meta.url))

/** Starts the reference reseller for the suite: everything that the suite can ask of a driver, it has. */
export async function startReference(options: ReferenceOptions): Promise<Reference> {
  // One that nobody takes while it is down.
  const port = await freePort()
  const environment = { PORT: String(port), ...environmentOf(options) }
  let running = await startProcess(environment, options.nodeArguments)
  let aheadMs = 0
  const secret = new TextEncoder().encode(SECRET)
  const create = (id: string, kind: CustomerKind) =>
    running.tell({ does: 'create', customer: { id, kind, phone: '08012345678' } })
  const advance = async (seconds: number) => {
    const ms = Math.round(seconds * 1000)
    aheadMs += ms
    await running.tell({ does: 'advance', ms })
  }
  const { markup = MARKUP, friendlyMarkup = FRIENDLY_MARKUP } = options
  const mint = (bearer: Parameters<typeof mintToken>[0]) => mintToken(bearer, secret, Date.now(), YEAR_S)
  const api = createDataApiDriver({
    url: running.url,
    tokenOf: async (customer) => {
      await create(customer, 'regular')
      return mint({ kind: 'customer', id: customer })
    },
    alertsPath: 'operator/alerts',
    befriend: async (customer) => {
      await create(customer, 'friendly')
    },
    settings: { markup, cashback: CASHBACK, ...(friendlyMarkup === null ? {} : { friendlyMarkup }) },
    // Its catalogue asks VTpass again at once: nothing that it comes back to is on the clock of the wall.
    wait: (seconds) =>
      Promise.all([advance(seconds), options.simulator.clock.advance(`${Math.ceil(seconds)}s`)]),
    operatorToken: () => mint({ kind: 'operator', name: 'suite' }),
  })
  const driver: ResellerDriver = {
    ...api,
    clock: {
      now: async () => new Date((await running.tell({ does: 'now' })).now),
      advance,
    },
    tick: async () => {
      await running.tell({ does: 'tick' })
    },
    stop: () => running.kill(),
    start: async () => {
      running = await startProcess({ ...environment, CLOCK_AHEAD_MS: String(aheadMs) }, options.nodeArguments)
    },
  }
  return { driver, jwtSecret: SECRET, stop: () => running.kill() }
}

function environmentOf({
  databaseUrl,
  simulator,
  environment,
  markup = MARKUP,
  friendlyMarkup = FRIENDLY_MARKUP,
}: ReferenceOptions): Record<string, string> {
  const { apiKey, publicKey, secretKey } = simulator.account
  return {
    DATABASE_URL: databaseUrl,
    JWT_SECRET: SECRET,
    VTPASS_BASE_URL: simulator.baseUrl,
    VTPASS_API_KEY: apiKey,
    VTPASS_PUBLIC_KEY: publicKey,
    VTPASS_SECRET_KEY: secretKey,
    VTPASS_TIMEOUT_MS: String(VTPASS_TIMEOUT_MS),
    DATA_MARKUP_PERCENT: String(markup),
    ...(friendlyMarkup === null ? {} : { DATA_MARKUP_PERCENT_FRIENDLIES: String(friendlyMarkup) }),
    DATA_CASHBACK_PERCENT: String(CASHBACK),
    RATE_LIMIT_PER_USER: '0',
    RATE_LIMIT_PER_IP: '0',
    RATE_LIMIT_STORE: 'memory',
    // The suite brings VTpass down in one case, and buys in the next beside it.
    UPSTREAM_DOWN_AFTER: '0',
    BALANCE_EVERY_SECONDS: '0',
    ...environment,
  }
}

type Telling = Order extends infer One ? (One extends Order ? Omit<One, 'id'> : never) : never

interface Running {
  readonly url: string
  tell(order: Telling): Promise<Reply>
  kill(): Promise<void>
}

async function startProcess(
  environment: Readonly<Record<string, string>>,
  nodeArguments: readonly string[] = [],
): Promise<Running> {
  const { PATH = '', HOME = '' } = process.env
  const child = fork(PROCESS, [], {
    env: { PATH, HOME, ...environment },
    execArgv: ['--disable-warning=ExperimentalWarning', ...nodeArguments],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, (reply: Reply) => void>()
  let asked = 0
  const started = new Promise<Reply>((resolve, reject) => {
    waiting.set(0, resolve)
    child.once('exit', (code) => reject(new Error(`the reference ended with ${code} before it had started`)))
  })
  child.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  const { url = '' } = await started
  return {
    url,
    tell: async (order) => {
      asked += 1
      const id = asked
      const reply = await new Promise<Reply>((resolve, reject) => {
        waiting.set(id, resolve)
        child.send({ ...order, id }, (error) => error !== null && reject(error))
      })
      if (reply.error !== null) throw new Error(`the reference: ${reply.error}`)
      return reply
    },
    kill: () => kill(child),
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** A VTpass that can be asked. The suite sees this and nothing behind it. */
export interface VtpassTarget {
  /** What it is, in a line; never with keys. */
  readonly name: string
  /** What its answers are dated by, in milliseconds since 1970. */
  now(): number
  /** How far its clock may be from `now`, in milliseconds. */
  readonly clockToleranceMs: number
  /** Whom its answers name as the merchant; null where that is the caller's own account. */
  readonly merchant: { readonly email: string; readonly phone: string } | null
  /** The longest that an answer may take, in milliseconds, where nothing says that it is held. */
  readonly slowestMs: number
  /** Lets time go by. */
  wait(ms: number): Promise<void>
  /** Asks once, and never again by itself. An answer that does not come is an answer too. @throws LimitReached */
  ask(request: VtpassRequest): Promise<VtpassAnswer>
  /** What it can do beyond VTpass's API. */
  readonly abilities: Abilities
  /** What it cannot do, each with its reason. One that is declared and can be done after all is tried, and must fail. */
  readonly cannot: Partial<Record<Ability, string>>
  /** Cases that it is known to fail. They are run all the same, and one that passes fails the run. */
  readonly exemptions: readonly Exemption[]
  /** A text as it may be shown: without keys, and without addresses that are somebody's. */
  redact(text: string): string
}

/** What a target may offer beyond VTpass's API. */
export interface Abilities {
  /** A clock that moves only when told. */
  readonly 'own-clock'?: OwnClock
  /** A world of its own, where nothing has happened yet. */
  readonly 'fresh-account'?: () => Promise<VtpassTarget>
  /** The same with other settings than an account has at its start. */
  readonly 'account-settings'?: (settings: AccountSetup) => Promise<VtpassTarget>
  /** Takes the header x-simulator-scenario. */
  readonly scenarios?: true
  /** Takes Basic authentication. */
  readonly 'basic-authentication'?: true
}

export type Ability = keyof Abilities

interface OwnClock {
  /** Goes to a moment, forward or back. */
  set(at: number): void
  /** From now on time goes by in `wait` alone: what is held is held, and nothing falls due by itself. */
  hold(): void
  /** Lets go of all that is held, as if its time had come. */
  release(): Promise<void>
}

type ProductState = 'active' | 'suspended' | 'inactive' | 'unreachable'

/** How an account is to be; what is left out is as VTpass has it. */
export interface AccountSetup {
  /** In naira. */
  readonly wallet?: number
  readonly state?: 'active' | 'locked' | 'suspended' | 'inactive' | 'api-disabled'
  readonly authentication?: 'all' | 'keys' | 'basic'
  readonly whitelistedProducts?: readonly string[]
  readonly whitelistedIps?: readonly string[]
  /** 0 is never. */
  readonly duplicateWindow?: 0
  readonly products?: Readonly<Record<string, ProductState>>
  /** How long a pending purchase stays so, in seconds. */
  readonly settlePendingAfter?: number
}

export interface Exemption {
  /** The name of a case. */
  readonly case: string
  readonly reason: string
}

/** Which credentials a request comes with. The keys themselves are the target's. */
export type Credentials =
  | 'proper'
  | 'basic'
  | 'none'
  | 'api-key-alone'
  | 'second-key-alone'
  | 'wrong-api-key'
  | 'wrong-second-key'
  | 'other-key'
  | 'wrong-password'
  | 'bearer'
  | 'all-keys'
  | 'wrong-public-key-beside-secret-key'
  | 'second-key-in-other-case'
  | 'keys-beside-wrong-password'

export interface VtpassRequest {
  readonly method: string
  /** Below `/api`, with its query: `/services?identifier=data`. */
  readonly path: string
  readonly credentials: Credentials
  /** Sent as JSON. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** Sent as it stands, in place of fields. */
  readonly raw?: { readonly type: string; readonly text: string }
  /** The scenario that is asked for; of no use to a target that takes none. */
  readonly scenario?: string
  /** Sent at once: what would be refused as a duplicate is to be. */
  readonly atOnce?: boolean
  /** The most that it can take from the wallet, in naira. */
  readonly costs?: number
}

export interface VtpassAnswer {
  /** Null where no answer came. */
  readonly status: number | null
  readonly contentType: string
  readonly allow: string | null
  readonly text: string
  /** Why no answer came; null where one did. */
  readonly silence: string | null
  /** From the request to the end of the answer, by the target's clock. */
  readonly ms: number
}

/** A target was told to ask no more than this. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached'
}

import { asRecord } from './json.ts'
import type { Arrange, Values } from './states.ts'
import type { Vtpass } from './vtpass.ts'
import { CannotArrange, World } from './world.ts'

/** What one interaction is played with. */
export interface Scene {
  readonly world: World
  readonly values: Values
}

/** Why an interaction was not played. */
export interface Trouble {
  readonly why: string
  /** The target cannot do it, which is nobody's mistake. */
  readonly isBeyondTheTarget: boolean
}

/** Plays the interactions one after another, as the verifier asks for them: states first, then the request. */
export class Stage {
  readonly #vtpass: Vtpass
  readonly #troubles = new Map<number, Trouble>()
  #interaction = -1
  #world: Promise<World> | null = null
  #values: Values = {}

  constructor(vtpass: Vtpass) {
    this.#vtpass = vtpass
  }

  /** What kept the nth interaction from being played, from 0. */
  troubleOf(interaction: number): Trouble | null {
    return this.#troubles.get(interaction) ?? null
  }

  /** A state as the verifier wants it. One that fails is noted: the verifier itself would go on, and be green. */
  async arrange(name: string, arrange: Arrange, parameters: unknown): Promise<Values> {
    try {
      const values = await arrange(await this.#begin(), asRecord(parameters))
      this.#values = { ...this.#values, ...values }
      return values
    } catch (error) {
      this.#note(`the state "${name}" cannot be arranged: ${(error as Error).message}`, error)
      return {}
    }
  }

  /** For the request, which comes last; null where it is not to be sent. */
  async takeScene(): Promise<Scene | null> {
    const world = await this.#begin().catch((error) => this.#note((error as Error).message, error))
    const values = this.#values
    this.#world = null
    this.#values = {}
    return world instanceof World && this.troubleOf(this.#interaction) === null ? { world, values } : null
  }

  #begin(): Promise<World> {
    if (this.#world === null) {
      this.#interaction += 1
      this.#world = this.#vtpass.keysForNext().then((keys) => new World(this.#vtpass, keys))
    }
    return this.#world
  }

  #note(why: string, error: unknown): void {
    if (this.#troubles.has(this.#interaction)) return
    this.#troubles.set(this.#interaction, { why, isBeyondTheTarget: error instanceof CannotArrange })
  }
}

import { readFileSync } from 'node:fs'
import { asRecord, type Json } from './json.ts'

/** What of a pact has to be known before a provider is verified. */
export interface PactFile {
  readonly path: string
  readonly interactions: readonly Interaction[]
}

export interface Interaction {
  readonly description: string
  /** The names of the provider states, in order. */
  readonly states: readonly string[]
}

/** A pact that cannot be verified; the message says which, and why. */
export class PactError extends Error {
  override readonly name = 'PactError'
}

/** Reads a pact of any version. @throws PactError where it is none, or holds what is not HTTP. */
export function readPact(path: string): PactFile {
  const interactions = asRecord(parsed(path)).interactions
  if (!Array.isArray(interactions) || interactions.length === 0) {
    throw new PactError(`${path} holds no interactions of HTTP`)
  }
  return { path, interactions: interactions.map((each) => readInteraction(path, asRecord(each))) }
}

function parsed(path: string): unknown {
  const text = textOf(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new PactError(`${path} is no JSON: ${(error as Error).message}`)
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new PactError(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}

function readInteraction(path: string, interaction: Json): Interaction {
  const { description, type = HTTP, providerState, provider_state, providerStates } = interaction
  const named = String(description ?? '')
  if (type !== HTTP)
    throw new PactError(`${path}: "${named}" is of type ${type}; only ${HTTP} can be verified`)
  const states = Array.isArray(providerStates)
    ? providerStates.map((state) => asRecord(state).name)
    : [providerState ?? provider_state]
  return { description: named, states: states.filter(isName) }
}

function isName(state: unknown): state is string {
  return typeof state === 'string' && state !== ''
}

const HTTP = 'Synchronous/HTTP'

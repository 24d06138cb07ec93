import type { LiveWorld } from '../live-world.ts'
import type { Simulation } from '../simulation.ts'
import { type Answer, json } from '../wire/answer.ts'
import type { AnswerOf, BodyOf, OperationId, QueryOf } from './contract.ts'

/** A call of an operation, checked against the contract. */
interface Call<Id extends OperationId> {
  readonly simulation: Simulation
  /** The account that is meant. */
  readonly live: LiveWorld
  /** Whether no account was named, where that means all of them. */
  readonly isWhole: boolean
  /** A value of the path. */
  readonly param: (name: string) => string
  readonly query: QueryOf<Id>
  readonly body: BodyOf<Id>
}

/** Does what an operation says. @throws Refused, where it cannot be done */
export type Operation<Id extends OperationId> = (call: Call<Id>) => Answer | Promise<Answer>

export function ok<Id extends OperationId>(body: AnswerOf<Id> & object): Answer {
  return { ...json(200, body), isPrivate: true }
}

export function created<Id extends OperationId>(body: AnswerOf<Id> & object, location?: string): Answer {
  return { ...json(201, body), isPrivate: true, ...(location !== undefined && { headers: { location } }) }
}

export const noContent: Answer = { status: 204, contentType: '', body: '', isPrivate: true }

export function text(contentType: string, body: string): Answer {
  return { status: 200, contentType: `${contentType}; charset=utf-8`, body, isPrivate: true }
}

/** The page of a list that a query asks for. */
export function pageOf<Item, Shown>(
  items: readonly Item[],
  { offset = 0, limit = 100 }: { readonly offset?: number; readonly limit?: number },
  show: (item: Item) => Shown,
): { items: Shown[]; total: number } {
  return { items: items.slice(offset, offset + limit).map(show), total: items.length }
}

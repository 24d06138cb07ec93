import type { Simulation } from '../simulation.ts'
import { type Answer, json } from '../wire/answer.ts'
import type { Schemas } from '../wire/schemas.ts'
import { authenticate } from './authenticate.ts'
import { Conversation } from './conversation.ts'
import type { Handler } from './exchange.ts'

/** A path that VTpass has not, or not with this method: noted in the journal of whoever asked for it. */
export function noRoute(simulation: Simulation, allowed: readonly string[]): Handler {
  return (asked) => {
    const { live } = authenticate(simulation.accounts, asked.line, 'GET', 'nothing')
    const answer = allowed.length === 0 ? notFound : methodNotAllowed(allowed.join(', '))
    return new Conversation(asked, live, null, {}).say({ answer }, null)
  }
}

const notFound: Answer = {
  ...json<Schemas['Message']>(404, { message: 'NOT FOUND' }),
  reason: 'there is no such path; /_simulator/docs lists those that there are',
}

function methodNotAllowed(allow: string): Answer {
  const answer = json<Schemas['Message']>(405, { message: 'METHOD NOT ALLOWED' })
  return { ...answer, headers: { allow }, reason: `use ${allow}` }
}

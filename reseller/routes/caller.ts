import { noteInTrace } from '../observe/trace.ts'
import type { Asked, Backend } from './backend.ts'
import { readToken } from './token.ts'

/** The customer whose token it is. @throws Refusal 401, 429 */
export async function customerOf(context: Asked, backend: Backend): Promise<string> {
  const { id } = await readToken('customer', ...credentials(context, backend))
  noteInTrace({ customer: id })
  await backend.limits.perUser.take(`customer ${id}`)
  return id
}

/** The person who operates. @throws Refusal 401, 429 */
export async function operatorOf(context: Asked, backend: Backend): Promise<string> {
  const { name } = await readToken('operator', ...credentials(context, backend))
  noteInTrace({ operator: name })
  await backend.limits.perUser.take(`operator ${name}`)
  return name
}

function credentials({ req }: Asked, { shop, settings }: Backend) {
  return [req.header('authorization'), settings.jwtSecret, shop.now().getTime()] as const
}

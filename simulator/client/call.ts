import type { paths } from '../../openapi/generated/control.ts'
import { type Access, ask, segment } from './access.ts'

type Verb = 'get' | 'post' | 'patch' | 'delete'
type Path = keyof paths

/** What an operation of the contract takes. */
type Input<Operation> = PathInput<Operation> & QueryInput<Operation> & BodyInput<Operation>

type PathInput<Operation> = Operation extends { parameters: { path: infer Segments } }
  ? { readonly path: Segments }
  : object

type QueryInput<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? { readonly query?: Query }
  : object

type BodyInput<Operation> = Operation extends { requestBody?: never }
  ? object
  : Operation extends { requestBody?: Json<infer Body> }
    ? { readonly body: Body }
    : never

/** What it answers where it succeeds. */
type Output<Operation> = Operation extends { responses: { 200: Json<infer Body> } }
  ? Body
  : Operation extends { responses: { 201: Json<infer Body> } }
    ? Body
    : undefined

interface Json<Body> {
  content: { 'application/json': Body }
}

/**
 * Calls an operation of the contract. A path, a verb or a body that the contract does not have does not compile.
 *
 * @throws ControlError where it is refused.
 */
export type Call = <P extends Path, V extends Verb>(
  verb: V,
  path: P,
  ...input: object extends Input<paths[P][V]> ? [Input<paths[P][V]>?] : [Input<paths[P][V]>]
) => Promise<Output<paths[P][V]>>

interface AnyInput {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: object
  readonly body?: unknown
}

export function callOf(access: Access): Call {
  const call = async (verb: Verb, path: Path, { path: segments = {}, query = {}, body }: AnyInput = {}) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => segment(segments[name] ?? ''))
    const answer = await ask(access, filled + queryText(query), { method: verb.toUpperCase(), ...sent(body) })
    return answer.status === 204 ? undefined : answer.json()
  }
  return call as Call
}

function queryText(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

function sent(body: unknown): RequestInit {
  if (body === undefined) return {}
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

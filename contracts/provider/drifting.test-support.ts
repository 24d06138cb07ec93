import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createSimulator } from '../../simulator/index.ts'
import { asRecord, at } from './json.ts'

/** A way in which another VTpass might answer otherwise. Fields are named like `content.transactions.status`. */
export interface Drift {
  /** Path and query behind the base URL. */
  readonly to: string
  /** Of a request only where these stand in it. */
  readonly asking?: Readonly<Record<string, unknown>>
  /** Of an answer only where these stand in it. */
  readonly saying?: Readonly<Record<string, unknown>>
  readonly status?: number
  readonly drop?: string
  readonly set?: Readonly<Record<string, unknown>>
}

/** The address of a simulator that drifts. */
export async function driftingSimulator(drifts: readonly Drift[]): Promise<string> {
  const simulator = createSimulator()
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '', headers } = request
    const body = await textOf(request)
    const { connection, ...kept } = headers
    const answer = await simulator.fetch(`http://vtpass${url}`, {
      method,
      headers: kept as Record<string, string>,
      ...(body === '' ? {} : { body }),
    })
    const said: unknown = await answer.json()
    const meant = drifts.filter((drift) => isMeant(drift, url, body === '' ? {} : JSON.parse(body), said))
    for (const drift of meant) change(said, drift)
    const status = meant.find((drift) => drift.status !== undefined)?.status ?? answer.status
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function textOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function isMeant(
  { to, asking = {}, saying = {} }: Drift,
  url: string,
  asked: unknown,
  said: unknown,
): boolean {
  return url === `/api${to}` && holds(asking, asked) && holds(saying, said)
}

function holds(wanted: object, value: unknown): boolean {
  return Object.entries(wanted).every(([field, each]) => at(value, ...field.split('.')) === each)
}

function change(said: unknown, { drop, set = {} }: Drift): void {
  for (const [field, value] of Object.entries(set))
    Object.assign(parentOf(said, field), { [nameOf(field)]: value })
  if (drop !== undefined) Reflect.deleteProperty(parentOf(said, drop), nameOf(drop))
}

function parentOf(said: unknown, field: string): object {
  return asRecord(at(said, ...field.split('.').slice(0, -1)))
}

function nameOf(field: string): string {
  return field.split('.').at(-1) ?? ''
}

import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createSimulator } from '../../simulator/index.ts'
import { createCertificate } from './certificate.test-support.ts'
import { balanceDrift, type Drifting, drifts } from './drifts.test-support.ts'
import { createLeapingClock } from './leaping-clock.ts'

/**
 * A VTpass that is not ours, as a process: behind HTTPS, with keys of its own, and with answers that are changed. It prints
 * where it is in one line of JSON. Its time is told in the header `x-stand-in-now`, and goes by on `/stand-in/leap?ms=`.
 */
const clock = createLeapingClock(Date.now())
const simulator = createSimulator({ clock })
const keys = await simulator.accounts.create()
const isChanged = !process.argv.includes('--unchanged')
const services = new Map<unknown, string>()
const certificate = createCertificate(Date.now())
let isShort = false

const server = createServer(certificate, async (request, response) => {
  const url = new URL(request.url ?? '/', 'https://localhost')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  if (url.pathname === '/stand-in/leap') {
    await clock.leap(Number(url.searchParams.get('ms')))
    response.setHeader('x-stand-in-now', clock.now()).end()
    return
  }
  try {
    const answered = await ask(request.method ?? '', url, Buffer.concat(chunks).toString(), request.headers)
    await clock.leap(answered.delayMs)
    response.writeHead(answered.status, {
      'content-type': answered.contentType,
      'x-stand-in-now': clock.now(),
      ...(answered.allow !== null && { allow: answered.allow }),
    })
    response.end(JSON.stringify(answered.body))
  } catch {
    // What the simulator leaves without an answer, this does too.
    request.socket.destroy()
  }
})

async function ask(method: string, url: URL, text: string, headers: NodeJS.Dict<string | string[]>) {
  const kept = Object.entries(headers).filter(
    ([name, value]) =>
      typeof value === 'string' && /^(api-key|public-key|secret-key|authorization|content-type)$/.test(name),
  )
  const answer = await simulator.fetch(`http://vtpass${url.pathname}${url.search}`, {
    method,
    headers: Object.fromEntries(kept) as Record<string, string>,
    ...(method !== 'GET' && { body: text }),
  })
  const fields = readFields(text)
  if (fields.serviceID !== undefined) services.set(fields.request_id, String(fields.serviceID))
  const call: Drifting = {
    method,
    path: `${url.pathname.replace(/^\/api/, '')}${url.search}`,
    fields,
    serviceID: String(fields.serviceID ?? services.get(fields.request_id)),
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    body: await answer.json(),
    delayMs: 0,
  }
  if (isChanged) drift(call)
  return { ...call, allow: answer.headers.get('allow') }
}

function drift(call: Drifting): void {
  for (const { when, change } of drifts) if (when(call)) change(call)
  if (balanceDrift.when(call)) isShort = true
  if (call.path !== '/balance' || !isShort) return
  isShort = false
  balanceDrift.change(call)
}

function readFields(text: string): Record<string, unknown> {
  try {
    const fields: unknown = JSON.parse(text)
    return typeof fields === 'object' && fields !== null ? { ...fields } : {}
  } catch {
    return Object.fromEntries(new URLSearchParams(text))
  }
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const { apiKey, publicKey, secretKey, email, password } = keys
  console.log(
    JSON.stringify({
      url: `https://localhost:${port}/api`,
      cert: certificate.cert,
      keys: { apiKey, publicKey, secretKey, email, password },
    }),
  )
})

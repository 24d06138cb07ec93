import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Headers of one connection, which the next makes for itself. */
const HOP: ReadonlySet<string> = new Set(['connection', 'content-length', 'host', 'transfer-encoding'])

/** A proxy that tells the code of every answer as a number. */
export async function plant(baseUrl: string): Promise<{ url: string; close(): void }> {
  const { origin } = new URL(baseUrl)
  const proxy = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !HOP.has(name) ? [[name, value]] : [],
      ),
    )
    const { method = 'GET', url = '/' } = incoming
    const body = method === 'GET' ? null : Buffer.concat(chunks)
    const answer = await fetch(origin + url, { method, headers, body })
    const text = (await answer.text()).replace(/"code":"(\d+)"/, (_, code) => `"code":${Number(code)}`)
    outgoing.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/api`, close: () => proxy.close() }
}

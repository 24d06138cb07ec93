import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Headers of one connection, which the next makes for itself. */
const HOP: ReadonlySet<string> = new Set(['connection', 'content-length', 'host', 'transfer-encoding'])

/** A proxy to an origin that changes the text of every answer. */
export async function plant(
  origin: string,
  change: (body: string) => string,
): Promise<{ url: string; close(): void }> {
  const proxy = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !HOP.has(name) ? [[name, value]] : [],
      ),
    )
    const { method = 'GET', url = '/' } = incoming
    const body = chunks.length === 0 ? null : Buffer.concat(chunks)
    const answer = await fetch(origin + url, { method, headers, body })
    const text = change(await answer.text())
    const type = answer.headers.get('content-type')
    outgoing.writeHead(answer.status, type === null ? {} : { 'content-type': type }).end(text)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => proxy.close() }
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { createPoster, type PosterSettings } from './post.ts'

/** A webhook on this machine; what it was asked stands in `asked`. */
async function webhookThat(answers: (outgoing: ServerResponse, incoming: IncomingMessage) => void) {
  const asked: { method: string | undefined; path: string | undefined; headers: object; body: string }[] = []
  const server = createServer(async (incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    asked.push({ method, path, headers, body: await text(incoming) })
    answers(outgoing, incoming)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { asked, port, url: `http://127.0.0.1:${port}/hook?shop=1` }
}

function poster(settings: Partial<PosterSettings> = {}) {
  const { post, close } = createPoster({ allowsPrivate: true, ...settings })
  onTestFinished(close)
  return (url: string) => post({ url, headers: { 'webhook-id': 'msg_1' }, body: '{"a":1}' })
}

it.each([200, 204, 299, 400, 410, 500])('tells that it was answered %i', async (status) => {
  const { url, asked } = await webhookThat((outgoing) => outgoing.writeHead(status).end())
  expect(await poster()(url)).toEqual({ httpStatus: status, note: null })
  const headers = expect.objectContaining({ 'webhook-id': 'msg_1' })
  expect(asked).toEqual([{ method: 'POST', path: '/hook?shop=1', headers, body: '{"a":1}' }])
})

it.each([301, 302, 307, 308])('goes nowhere else after %i', async (status) => {
  const other = await webhookThat((outgoing) => outgoing.end())
  const { url } = await webhookThat((outgoing) => outgoing.writeHead(status, { location: other.url }).end())
  expect(await poster()(url)).toEqual({ httpStatus: status, note: 'redirects are not followed' })
  expect(other.asked).toEqual([])
})

it('is content with the status of an answer that never ends, or is very long', async () => {
  const long = await webhookThat((outgoing) => outgoing.end('x'.repeat(10_000_000)))
  expect(await poster()(long.url)).toEqual({ httpStatus: 200, note: null })
  const endless = await webhookThat((outgoing) => outgoing.write('x'))
  expect(await poster({ timeoutMs: 100 })(endless.url)).toEqual({ httpStatus: 200, note: null })
})

it('waits so long for an answer', async () => {
  const { url } = await webhookThat(() => {})
  expect(await poster({ timeoutMs: 50 })(url)).toEqual({ httpStatus: null, note: 'no answer in time' })
})

it.each([
  ['closes the connection', (outgoing: ServerResponse) => outgoing.destroy(), /^connection (closed|reset) /],
  [
    'speaks no HTTP',
    (outgoing: ServerResponse) => outgoing.socket?.end('hello\r\n\r\n'),
    /^answer is no HTTP/,
  ],
])('tells why there was no answer: it %s', async (_name, answers, note) => {
  const { url } = await webhookThat(answers)
  expect(await poster()(url)).toEqual({ httpStatus: null, note: expect.stringMatching(note) })
})

it('tells that nobody listens', async () => {
  expect(await poster()('http://127.0.0.1:1/')).toEqual({
    httpStatus: null,
    note: 'connection refused (ECONNREFUSED)',
  })
})

it('where private addresses are not allowed calls none, whether it is named or looked up', async () => {
  const { asked, port } = await webhookThat((outgoing) => outgoing.end())
  const post = poster({ allowsPrivate: false })
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433']) {
    expect(await post(`http://${host}:${port}/`)).toEqual({
      httpStatus: null,
      note: 'the address is private',
    })
  }
  expect(asked).toEqual([])
})

import { channel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { takeContradictions } from './check-every-answer.ts'

const answers = channel('vtpass-simulator:answer')
const balance = { method: 'GET', path: '/api/balance' }
const said = (body: string, status = 200, contentType = 'application/json') => ({
  ...balance,
  answer: { status, contentType, body },
})

describe('the check of every answer', () => {
  it('lets a right answer pass', () => {
    answers.publish(said('{"code":1,"contents":{"balance":5}}'))
    expect(takeContradictions()).toEqual([])
  })

  it.each([
    ['a text for a number', said('{"code":1,"contents":{"balance":"5"}}')],
    ['a missing key', said('{"code":1,"contents":{}}')],
    ['a key too many', said('{"code":1,"contents":{"balance":5},"more":1}')],
    ['another status', said('{"code":1,"contents":{"balance":5}}', 201)],
    ['another content type', said('{"code":1,"contents":{"balance":5}}', 200, 'text/html')],
    ['an undocumented path', { ...said('{}'), path: '/api/nothing' }],
  ])('catches %s', (_name, message) => {
    answers.publish(message)
    expect(takeContradictions()).toHaveLength(1)
  })

  it('sees what another process answers to fetch', async () => {
    const server = createServer((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"code":"1"}')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await fetch(`http://127.0.0.1:${port}/api/balance`)
    expect(takeContradictions()).toHaveLength(1)
    server.close()
  })
})

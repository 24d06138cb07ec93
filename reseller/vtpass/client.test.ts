import { describe, expect, it } from 'vitest'
import { delivered } from './answers.test-support.ts'
import { clientOf, connectionIsFree, keys, purchase } from './client.test-support.ts'
import { createVtpass } from './client.ts'
import { response, upstream } from './upstream.test-support.ts'

const answering = (body: string, status?: string, headers?: readonly string[]) =>
  upstream((socket) => socket.write(response(body, status, headers)))

describe('what is asked', () => {
  it('a purchase is posted as JSON, with the secret key and without the public one', async () => {
    const { baseUrl, received } = await answering('{}')
    await clientOf(baseUrl).pay(purchase)

    expect(received).toHaveLength(1)
    expect(JSON.parse(received[0]?.body ?? '')).toEqual(purchase)
    expect(received[0]?.head).toMatch(/^POST \/api\/pay HTTP\/1\.1\r\n/)
    expect(received[0]?.head).toMatch(/^content-type: application\/json\r\n/m)
    expect(received[0]?.head).toContain(`\r\napi-key: ${keys.apiKey}\r\n`)
    expect(received[0]?.head).toContain(`\r\nsecret-key: ${keys.secretKey}\r\n`)
    expect(received[0]?.head).not.toContain(keys.publicKey)
  })

  it('the catalogue is got with the public key and without the secret one', async () => {
    const { baseUrl, received } = await answering('{}')
    const vtpass = clientOf(baseUrl)
    await vtpass.variations('mtn-data')
    await vtpass.services('data & more')
    await vtpass.balance()

    expect(received.map(({ head }) => head.split('\r\n')[0])).toEqual([
      'GET /api/service-variations?serviceID=mtn-data HTTP/1.1',
      'GET /api/services?identifier=data+%26+more HTTP/1.1',
      'GET /api/balance HTTP/1.1',
    ])
    for (const { head } of received) {
      expect(head).toContain(`\r\npublic-key: ${keys.publicKey}\r\n`)
      expect(head).not.toContain(keys.secretKey)
    }
  })

  it('a requery and a verification are posted', async () => {
    const { baseUrl, received } = await answering('{}')
    const vtpass = clientOf(baseUrl)
    await vtpass.requery(purchase.request_id)
    await vtpass.verify({ serviceID: 'gotv', billersCode: '1212121212' })

    expect(received.map(({ head, body }) => [head.split(' HTTP')[0], body])).toEqual([
      ['POST /api/requery', `{"request_id":"${purchase.request_id}"}`],
      ['POST /api/merchant-verify', '{"serviceID":"gotv","billersCode":"1212121212"}'],
    ])
  })

  it('a base URL may end in a slash, and may have another path', async () => {
    const { baseUrl, received } = await answering('{}')
    await clientOf(`${baseUrl}/`).balance()
    await clientOf(baseUrl.replace('/api', '/proxied/api//')).balance()

    expect(received.map(({ head }) => head.split(' ')[1])).toEqual(['/api/balance', '/proxied/api/balance'])
  })

  it('one after another is asked on the same connection', async () => {
    const { baseUrl, received, connections } = await answering(JSON.stringify(delivered))
    const vtpass = clientOf(baseUrl)
    for (let nth = 0; nth < 5; nth += 1) {
      await vtpass.pay(purchase)
      await connectionIsFree()
    }

    expect([received.length, connections()]).toEqual([5, 1])
  })

  it('none waits for another', async () => {
    const { baseUrl, received } = await upstream((socket, nth) => {
      if (nth > 1) socket.write(response('{}'))
    })
    const vtpass = clientOf(baseUrl, { timeoutMs: 1_000 })
    const waiting = vtpass.pay(purchase)
    expect((await vtpass.requery(purchase.request_id)).kind).toBe('answer')
    expect((await waiting).kind).toBe('lost')
    expect(received).toHaveLength(2)
  })
})

describe('what is heard', () => {
  it('is the JSON, with the status and the content type', async () => {
    const { baseUrl } = await answering(JSON.stringify(delivered))

    expect(await clientOf(baseUrl).pay(purchase)).toEqual({
      kind: 'answer',
      httpStatus: 200,
      contentType: 'application/json',
      body: delivered,
    })
  })

  it('is the JSON whatever the content type', async () => {
    const { baseUrl } = await answering('{"code":"016"}', '200 OK', [
      'content-type: text/html; charset=UTF-8',
    ])

    expect(await clientOf(baseUrl).pay(purchase)).toMatchObject({
      contentType: 'text/html; charset=UTF-8',
      body: { code: '016' },
    })
  })

  it('is the JSON without its byte order mark', async () => {
    const { baseUrl } = await answering('\ufeff{"code":"016"}')

    expect(await clientOf(baseUrl).pay(purchase)).toMatchObject({ body: { code: '016' } })
  })

  it('is the text where it is no JSON', async () => {
    const { baseUrl } = await answering('<html>502</html>', '502 Bad Gateway', ['content-type: text/html'])

    expect(await clientOf(baseUrl).pay(purchase)).toMatchObject({ httpStatus: 502, body: '<html>502</html>' })
  })

  it.each([64, 65, 250_000])(
    'is the text where it is JSON of %i levels, and 64 are the most',
    async (levels) => {
      const body = '['.repeat(levels) + ']'.repeat(levels)
      const { baseUrl } = await answering(body)
      const heard = await clientOf(baseUrl).pay(purchase)

      expect(heard).toMatchObject({ body: levels === 64 ? JSON.parse(body) : body })
    },
  )

  it('is the last answer, where informational ones come before', async () => {
    const { baseUrl } = await upstream((socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n')
      socket.write(response('{"code":"016"}'))
    })

    expect(await clientOf(baseUrl).pay(purchase)).toMatchObject({ httpStatus: 200, body: { code: '016' } })
  })

  it.each(['301 Moved', '307 Temporary Redirect', '308 Permanent Redirect'])(
    '%s is the answer, and is not followed',
    async (status) => {
      const { baseUrl, received } = await answering('', status, ['location: /api/elsewhere'])

      expect(await clientOf(baseUrl).pay(purchase)).toMatchObject({ kind: 'answer', body: '' })
      expect(received).toHaveLength(1)
    },
  )

  it('has none of our keys, though the page that VTpass sends prints them', async () => {
    const { baseUrl } = await upstream((socket, _, { head }) => {
      socket.write(response(JSON.stringify({ message: head }), '500 Whoops'))
    })
    const vtpass = clientOf(baseUrl)
    const heard = JSON.stringify([await vtpass.pay(purchase), await vtpass.balance()])

    expect(heard).toContain('secret-key: [key]')
    for (const key of Object.values(keys)) expect(heard).not.toContain(key)
  })
})

it('an address that is no URL is a bug', () => {
  expect(() => createVtpass({ baseUrl: 'vtpass', ...keys })).toThrow(TypeError)
})

it('a client that is closed sends nothing', async () => {
  const { baseUrl, received } = await answering('{}')
  const vtpass = createVtpass({ baseUrl, ...keys })
  await vtpass.close()

  expect(await vtpass.pay(purchase)).toMatchObject({ kind: 'not-sent' })
  expect(received).toEqual([])
})

it('closing lets what is under way end', async () => {
  const { baseUrl } = await upstream((socket) => setTimeout(() => socket.write(response('{}')), 50))
  const vtpass = createVtpass({ baseUrl, ...keys })
  const paid = vtpass.pay(purchase)
  await vtpass.close()

  expect(await paid).toMatchObject({ kind: 'answer' })
})

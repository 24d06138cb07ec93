import type { VtpassCase } from '../case.ts'
import { categories } from '../catalogue.ts'

const group = 'requests'

const methods = [
  ['GET', '/pay', 'POST'],
  ['GET', '/requery', 'POST'],
  ['GET', '/merchant-verify', 'POST'],
  ['GET', '/merchant-verify/smile/email', 'POST'],
  ['PUT', '/pay', 'POST'],
  ['DELETE', '/requery', 'POST'],
  ['POST', '/balance', 'GET'],
  ['POST', '/service-categories', 'GET'],
  ['POST', '/services', 'GET'],
  ['POST', '/service-variations', 'GET'],
] as const

const wrongMethods: readonly VtpassCase[] = methods.map(([method, path, allowed]) => ({
  name: `refuses-${method.toLowerCase()}-${path.slice(1).replaceAll('/', '-')}`,
  group,
  title: `${method} ${path} answers 405, and which method is allowed`,
  source: 'ours, after HTTP',
  row: null,
  run: async (vtpass) => {
    const answered = await vtpass.ask({ method, path, ...(method === 'GET' ? {} : { fields: {} }) })
    vtpass.expect(answered, { status: 405, body: { message: 'METHOD NOT ALLOWED' } })
    vtpass.expectThat(
      answered.answer.allow === allowed,
      undefined,
      'HTTP allow',
      allowed,
      `${answered.answer.allow}`,
    )
  },
}))

const unknownPaths: readonly VtpassCase[] = (
  [
    ['GET', '/nothing', 'an-unknown-path'],
    ['POST', '/nothing', 'a-post-to-an-unknown-path'],
    ['GET', '/Balance', 'a-path-in-capitals'],
    ['GET', '/merchant-verify/smile', 'half-a-path'],
  ] as const
).map(([method, path, name]) => ({
  name: `does-not-find-${name}`,
  group,
  title: `${method} ${path} answers 404`,
  source: 'ours, after HTTP',
  row: null,
  run: async (vtpass) => {
    const answered = await vtpass.ask({ method, path, ...(method === 'GET' ? {} : { fields: {} }) })
    vtpass.expect(answered, { status: 404, body: { message: 'NOT FOUND' } })
  },
}))

const tidied: readonly VtpassCase[] = (
  [
    ['takes-a-path-with-a-slash-at-its-end', '/service-categories/'],
    ['takes-a-path-with-a-doubled-slash', '//service-categories'],
  ] as const
).map(([name, path]) => ({
  name,
  group,
  title: `GET ${path} is answered as GET /service-categories`,
  source: 'ours: clients are met that double a slash, or end with one',
  row: null,
  run: async (vtpass) => {
    const body = { response_description: '000', content: categories }
    vtpass.expect(await vtpass.get(path), { body })
  },
}))

const withoutCredentials: readonly VtpassCase[] = (
  [
    ['GET', '/nowhere', 404, 'NOT FOUND'],
    ['GET', '/pay', 405, 'METHOD NOT ALLOWED'],
  ] as const
).map(([method, path, status, message]) => ({
  name: `answers-${status}-without-credentials`,
  group,
  title: `${method} ${path} answers ${status}, whoever asks`,
  source: 'ours, after HTTP',
  row: null,
  run: async (vtpass) => {
    vtpass.expect(await vtpass.ask({ method, path, credentials: 'none' }), { status, body: { message } })
  },
}))

export const requestCases: readonly VtpassCase[] = [
  ...wrongMethods,
  ...unknownPaths,
  ...withoutCredentials,
  ...tidied,
]

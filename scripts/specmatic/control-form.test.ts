import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { controlForm } from './control-form.ts'
import { apart, formsLeftOut, leftOut, narrowings } from './control-narrowing.ts'
import { operationsOf } from './operations.ts'

const text = readFileSync(new URL('../../openapi/control.yaml', import.meta.url), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: a test reads paths that it then asserts on
type Document = any

const original: Document = parse(text)
const form = controlForm(text) as Document

function idsIn(document: Document): string[] {
  return Object.values<Document>(document.paths)
    .flatMap((item) => Object.values<Document>(item))
    .flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId]))
    .sort()
}

it('every operation is asked, but those that are named with a reason', () => {
  expect(Object.keys(leftOut)).toEqual(['followJournal'])
  expect(idsIn(form)).toEqual(idsIn(original).filter((id) => id !== 'followJournal'))
})

it('what is said of operations is said of such as there are', () => {
  const known = idsIn(original)
  const named = [leftOut, formsLeftOut, apart, narrowings].flatMap((table) => Object.keys(table))
  expect(named.filter((id) => !known.includes(id))).toEqual([])
})

it('whatever deletes or resets is asked of an account of its own', () => {
  const destructive = Object.values<Document>(original.paths).flatMap(({ delete: operation, post }) =>
    [operation, post].flatMap((each) =>
      /^(delete|clear|reset)/.test(each?.operationId) ? [each.operationId] : [],
    ),
  )
  expect(destructive).toHaveLength(5)
  expect(destructive.filter((id) => apart[id] === undefined)).toEqual([])
  expect(new Set(Object.values(apart)).size).toBe(Object.keys(apart).length)
  expect(operationsOf(form).filter((operation) => /^(DELETE|PATCH)|reset|settle/.test(operation))).toEqual([
    'POST /accounts/reset/reset',
    'PATCH /accounts/{id}',
    'DELETE /accounts/{id}',
    'POST /accounts/settled/transactions/{requestId}/settle',
    'PATCH /accounts/changed-product/products/{serviceID}',
    'DELETE /accounts/scenarios-deleted/scenarios',
    'DELETE /accounts/scenario-deleted/scenarios/{ruleId}',
    'DELETE /accounts/journal-cleared/journal',
  ])
  const idOf = (verb: string) => form.paths['/accounts/{id}'][verb].parameters[0].schema.enum
  expect([idOf('get'), idOf('patch'), idOf('delete')]).toEqual([['default'], ['changed'], ['deleted']])
})

it('what a path names is the example of the document', () => {
  const { parameters } = form.paths['/transactions/{requestId}'].get
  expect(parameters).toMatchObject([{ name: 'requestId', schema: { enum: ['202601051000k3nf8a2qx'] } }])
})

it('only successes are asked for, in JSON or without a body', () => {
  expect(form.paths['/health'].get.responses).toEqual({ 200: original.paths['/health'].get.responses[200] })
  expect(Object.keys(form.paths['/findings'].get.responses[200].content)).toEqual(['application/json'])
  expect(form.paths['/findings'].get.parameters[0].schema.enum).toEqual(['json'])
  expect(form.paths['/accounts/reset/reset'].post.responses).toEqual({
    204: original.paths['/reset'].post.responses[204],
  })
})

it('the token is always sent, but for the health', () => {
  expect(form.paths['/clock'].get.security).toEqual([{ ControlToken: [] }])
  expect(form.paths['/health'].get.security).toEqual([{}])
})

it('a body is narrowed to one type a field and to its examples', () => {
  const { schema } = form.paths['/accounts'].post.requestBody.content['application/json']
  const [first, settings] = schema.allOf
  expect(first.properties).toEqual({})
  expect(settings.properties.wallet.enum).toEqual([5000])
  expect(settings.properties.whitelistedProducts).toMatchObject({ type: 'array', items: { enum: ['mtn'] } })
  expect(settings.properties.duplicateWindow.type).toBe('string')
  expect(settings.properties.journalSize).toEqual({
    ...original.components.schemas.AccountSettings.properties.journalSize,
  })
})

it('a rule has a fate by name, and a purchase is settled once', () => {
  const bodyAt = (path: string) => form.paths[path].post.requestBody.content['application/json'].schema
  const rule = bodyAt('/accounts/scenarios/scenarios')
  expect(rule.required).toEqual(['fate'])
  expect(rule.properties.fate.enum).toEqual(['delivered-but-unheard'])
  expect(rule.properties.fault.oneOf).toHaveLength(7)
  expect(bodyAt('/accounts/settled/transactions/{requestId}/settle').properties.status.enum).toEqual([
    'delivered',
  ])
})

it('what is answered stays as it is', () => {
  expect(form.components).toEqual(original.components)
  expect(form.paths['/accounts'].post.responses[201].content).toEqual(
    original.paths['/accounts'].post.responses[201].content,
  )
})

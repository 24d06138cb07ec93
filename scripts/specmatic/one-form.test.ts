import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { inOneForm } from './one-form.ts'

const document = `
paths: {}
components:
  schemas:
    PayRequest:
      properties:
        amount: { type: [string, number, 'null'] }
        phone: { type: [string, number, 'null'] }
        subscription_type: { type: [string, 'null'], enum: [change, renew, null] }
        plain: { type: string }
    RequeryRequest: { properties: { request_id: { type: ['null', string] } } }
    VerifyRequest: { properties: {} }
    Transaction: { properties: { amount: { type: [string, number] } } }
`

it('a field of a request has one form: numbers where they are usual, texts elsewhere, and never nothing', () => {
  expect(inOneForm(document)).toMatchObject({
    components: {
      schemas: {
        PayRequest: {
          properties: {
            amount: { type: 'number' },
            phone: { type: 'string' },
            subscription_type: { type: 'string', enum: ['change', 'renew'] },
            plain: { type: 'string' },
          },
        },
        RequeryRequest: { properties: { request_id: { type: 'string' } } },
      },
    },
  })
})

it('what is answered stays as it is', () => {
  expect(inOneForm(document)).toMatchObject({
    components: { schemas: { Transaction: { properties: { amount: { type: ['string', 'number'] } } } } },
  })
})

it('all else of openapi/vtpass.yaml stays as it is', () => {
  const text = readFileSync(new URL('../../openapi/vtpass.yaml', import.meta.url), 'utf8')
  const original = parse(text)
  const form = inOneForm(text) as typeof original
  for (const name of ['PayRequest', 'RequeryRequest', 'VerifyRequest']) {
    expect(Object.keys(form.components.schemas[name].properties)).toEqual(
      Object.keys(original.components.schemas[name].properties),
    )
    delete form.components.schemas[name]
    delete original.components.schemas[name]
  }
  expect(form).toEqual(original)
})

it('a document without these requests is refused', () => {
  expect(() => inOneForm('components: { schemas: {} }')).toThrow('another shape')
})

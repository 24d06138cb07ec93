import { describe, expect, it } from 'vitest'
import { readWebhookUrl } from './webhook-url.ts'

const url = (of: string) => ({ kind: 'url', url: of })
const fault = (why: string) => ({ kind: 'fault', fault: why })

describe.each([true, false])('where private addresses are allowed: %s', (allowsPrivate) => {
  it.each([
    ['https://shop.example/hooks/data?shop=1', 'https://shop.example/hooks/data?shop=1'],
    ['https://Shop.Example', 'https://shop.example/'],
    ['https://shop.example:8443/#top', 'https://shop.example:8443/'],
    ['https://1.1.1.1/hook', 'https://1.1.1.1/hook'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('takes %s', (text, taken) => {
    expect(readWebhookUrl(text, allowsPrivate)).toEqual(url(taken))
  })

  it.each([
    ['http://shop.example/', 'url must begin with https://'],
    ['http://192.168.1.1/', 'url must begin with https://'],
    ['http://localhost.evil.example/', 'url must begin with https://'],
    ['http://127.evil.example/', 'url must begin with https://'],
    ['ftp://shop.example/', 'url must begin with https://'],
    ['javascript:alert(1)', 'url must begin with https://'],
    ['file:///etc/passwd', 'url must begin with https://'],
    ['https://ada:hunter2@shop.example/', 'url must hold no user and no password'],
    ['https://ada@shop.example/', 'url must hold no user and no password'],
    ['https://:hunter2@shop.example/', 'url must hold no user and no password'],
    ['shop.example/hook', 'url must be an https address of at most 500 characters'],
    ['https://', 'url must be an https address of at most 500 characters'],
    [`https://shop.example/${'x'.repeat(480)}`, 'url must be an https address of at most 500 characters'],
    [`https://shop.example/${'ü'.repeat(100)}`, 'url must be an https address of at most 500 characters'],
  ])('refuses %s', (text, why) => {
    expect(readWebhookUrl(text, allowsPrivate)).toEqual(fault(why))
  })
})

it.each([
  'http://127.0.0.1:3000/hook',
  'http://localhost:3000/hook',
  'http://[::1]:3000/hook',
  'https://10.0.0.1/',
])('takes %s where private addresses are allowed alone', (text) => {
  expect(readWebhookUrl(text, true)).toEqual(url(text))
  expect(readWebhookUrl(text, false)).toMatchObject({ kind: 'fault' })
})

it.each([
  'https://127.0.0.1/',
  'https://localhost/',
  'https://shop.localhost./',
  'https://[::1]/',
  'https://2130706433/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[fd00:ec2::254]/',
])('sends nobody to %s where they are not', (text) => {
  expect(readWebhookUrl(text, false)).toEqual(fault('url must be an address on the internet'))
})

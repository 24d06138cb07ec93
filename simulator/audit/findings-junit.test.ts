import { expect, it } from 'vitest'
import { airtime, callerAt, delivered, pending, unheard } from './caller.test-support.ts'
import { findingsOf } from './findings.ts'
import { findingsAsJunit } from './findings-junit.ts'

it('every name is a test case, and what was found has failed', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.pay('b', pending, { ...airtime, amount: '50' })
  const xml = findingsAsJunit({ items: findingsOf(caller.evidence()), isComplete: true }, 'account default')
  expect(xml.match(/<testcase /g)).toHaveLength(14)
  expect(xml).toContain('<testsuite name="account default" tests="14" failures="1" errors="0"')
  expect(xml).toContain('<testcase classname="account default" name="hammered-requery" time="0"/>')
  expect(xml).toContain('<failure type="critical" message="In doubt, and never requeried (2 times)">')
  expect(xml.match(/<failure /g)).toHaveLength(1)
  expect(xml).toContain('2025-03-10T09:14:16.000Z #1 pay 202503101014k3v9x2m1a mtn ₦100')
  expect(xml).toContain('<property name="isComplete" value="true"/>')
})

it('nothing found is nothing failed', () => {
  const xml = findingsAsJunit({ items: [], isComplete: false }, 'none')
  expect(xml).toContain('failures="0"')
  expect(xml).not.toContain('<failure')
  expect(xml).toContain('<property name="isComplete" value="false"/>')
})

it('what XML would misread is escaped, and what it forbids is left out', () => {
  const xml = findingsAsJunit(
    {
      items: [
        {
          name: 'never-requeried',
          grade: 'major',
          title: '',
          detail: `a <b> & "c" ]]> \u0000\u0008\ufffe\ud800 ₦ 😀`,
          advice: '',
          requestIds: [],
          exchanges: [],
          webhooks: [],
        },
      ],
      isComplete: true,
    },
    '<"&\u0001>',
  )
  expect(xml).toContain('a &lt;b&gt; &amp; &quot;c&quot; ]]&gt;  ₦ 😀')
  expect(xml).toContain('<testsuite name="&lt;&quot;&amp;&gt;"')
})

it('a purchase that was never asked about fails its case alone', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  const xml = findingsAsJunit({ items: findingsOf(caller.evidence()), isComplete: true }, 'x')
  const failed = [...xml.matchAll(/name="([\w-]+)" time="0">/g)].map(([, name]) => name)
  expect(failed).toEqual(['never-requeried'])
})

import type { VtpassCase } from '../case.ts'
import { isRecord } from '../compare.ts'
import type { Conversation, Exchange } from '../conversation.ts'
import { outcomes } from '../outcomes.ts'
import { productPage, sampleOf } from '../products.ts'
import { buy, expectCharge, orderOf, pay } from '../purchase.ts'
import { improperTexts, refusal, refusalBody } from '../refusals.ts'
import { saleTo } from '../sale.ts'
import { paid, requeried } from '../transactions.ts'

const group = 'request id'
const page = 'How to generate Request ID, Request ID Format'
const mtn = productPage('mtn')
const sale = sampleOf(mtn)

const used: readonly VtpassCase[] = [
  {
    name: 'refuses-a-used-request-id',
    group,
    title: 'A request id that was used is refused with 014, whatever is bought, and nothing is charged again',
    source: 'Response Codes, Transaction/Requery Response; its content was seen',
    row: '014 · pay with a request_id that was used before',
    run: (vtpass) =>
      expectCharge(vtpass, sale.total, '014 · pay with a request_id that was used before', async () => {
        const order = await buy(vtpass, mtn, sale)
        const { requestId } = order
        vtpass.expect(await pay(vtpass, mtn, sale, { requestId, atOnce: true }), refusal('014'))
        const glo = productPage('glo')
        vtpass.expect(
          await pay(vtpass, glo, saleTo(sampleOf(glo), '08033333333'), { requestId }),
          refusal('014'),
        )
        vtpass.expect(await vtpass.requery(requestId), { body: requeried(order) })
      }),
  },
  {
    name: 'refuses-the-request-id-of-a-failed-purchase',
    group,
    title: 'The request id of a purchase that failed is used too',
    source: 'Response Codes, Transaction/Requery Response',
    row: '014 · pay with a request_id that was used before',
    run: async (vtpass) => {
      const failing = saleTo(sale, `0803${vtpass.luck.digits(7)}`)
      const { requestId } = await buy(vtpass, mtn, failing, { outcome: outcomes.failed })
      vtpass.expect(await pay(vtpass, mtn, sale, { requestId }), refusal('014'))
    },
  },
  {
    name: 'takes-the-request-id-of-a-refused-purchase',
    group,
    title: 'A refused purchase leaves no record: its request id is free, and requery does not know it',
    source: 'ours',
    row: 'request_id · A refused purchase leaves no record, so its request_id is free. Only 019 is on record.',
    run: async (vtpass) => {
      const requestId = vtpass.requestId()
      const tooLittle = { ...sale, fields: { ...sale.fields, amount: 9 } }
      vtpass.expect(await pay(vtpass, mtn, tooLittle, { requestId }), {
        ...refusal('013'),
        row: '013 · airtime below its minimum (MTN ₦10)',
      })
      vtpass.expect(await vtpass.requery(requestId), refusal('015'))
      await buy(vtpass, mtn, sale, { requestId })
    },
  },
  {
    name: 'says-089-while-the-first-is-running',
    group,
    title:
      'While a purchase with this request id is still being answered, another is refused with 089, and later with 014',
    source: 'Response Codes, Transaction/Requery Response',
    row: '089 · pay again with the request_id of a purchase whose answer is still being held (300000000000)',
    needs: ['own-clock'],
    run: async (vtpass) => {
      const clock = vtpass.target.abilities['own-clock']
      const requestId = vtpass.requestId()
      const held = saleTo(sale, '300000000000')
      clock?.hold()
      const first = buy(vtpass, mtn, held, { requestId, outcome: outcomes.pending, held: anyTime })
      await untilKnown(vtpass, requestId)
      vtpass.expect(await pay(vtpass, mtn, held, { requestId, atOnce: true }), refusal('089'))
      await clock?.release()
      await first
      vtpass.expect(await pay(vtpass, mtn, held, { requestId, atOnce: true }), refusal('014'))
    },
  },
]

/** Two requests may overtake each other on their way. */
async function untilKnown(vtpass: Conversation, requestId: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const answered = await vtpass.requery(requestId)
    if (!isRecord(answered.body) || answered.body.code !== '015') return expectRunning(vtpass, answered)
    vtpass.expect(answered, refusal('015'))
  }
}

/** It is pending while its answer is held. */
function expectRunning(vtpass: Conversation, answered: Exchange): void {
  const order = orderOf(vtpass, mtn, saleTo(sale, '300000000000'), answered, outcomes.pending)
  vtpass.expect(answered, { body: requeried(order) })
}

/** How long it was held is another case's. */
const anyTime = [0, Number.POSITIVE_INFINITY] as const

const asked: readonly VtpassCase[] = [
  {
    name: 'does-not-know-a-request-id-that-was-never-used',
    group,
    title: 'Requery of a request id that was never used answers 015',
    source: 'Response Codes, Transaction/Requery Response; its content was seen',
    row: '015 · requery a request_id that was never used',
    run: async (vtpass) => {
      vtpass.expect(await vtpass.requery(vtpass.requestId()), refusal('015'))
      vtpass.expect(await vtpass.requery('order-1'), refusal('015'))
    },
  },
  {
    name: 'tells-request-ids-apart-to-the-last-character',
    group,
    title: 'Requery of a request id with a character more, less or in capitals answers 015',
    source: 'ours',
    row: '015 · requery a request_id that was never used',
    needs: ['fresh-account'],
    run: async (vtpass) => {
      const requestId = `${vtpass.requestId()}z`
      await buy(vtpass, mtn, sale, { requestId })
      for (const other of [`${requestId}z`, requestId.slice(0, -1), requestId.toUpperCase()]) {
        vtpass.expect(await vtpass.requery(other), refusal('015'))
      }
    },
  },
  {
    name: 'sells-once-of-many-at-once',
    group,
    title: 'Of ten purchases at once with one request id, one is made, and the others are refused',
    source: 'Response Codes, Transaction/Requery Response, 014 and 089',
    row: '014 · pay with a request_id that was used before',
    needs: ['fresh-account'],
    run: (vtpass) =>
      expectCharge(vtpass, sale.total, '014 · pay with a request_id that was used before', async () => {
        const requestId = vtpass.requestId()
        const ask = () => pay(vtpass, mtn, sale, { requestId, atOnce: true })
        const answers = await Promise.all(Array.from({ length: 10 }, ask))
        const made = answers.find(({ body }) => isRecord(body) && body.code === '000')
        for (const each of answers) {
          const isRunning = isRecord(each.body) && each.body.code === '089'
          if (each === made) vtpass.expect(each, { body: paid(orderOf(vtpass, mtn, sale, each)) })
          else vtpass.expect(each, refusal(isRunning ? '089' : '014'))
        }
      }),
  },
  {
    name: 'does-not-know-a-transaction-id',
    group,
    title: 'Requery takes the request id, not the transactionId',
    source: 'MTN VTU API Integration, QUERY TRANSACTION STATUS',
    row: '015 · requery a request_id that was never used',
    run: async (vtpass) => {
      const { told } = await buy(vtpass, mtn, sale)
      vtpass.expect(await vtpass.requery(told?.transactionId ?? ''), refusal(told === null ? '011' : '015'))
    },
  },
  {
    name: 'refuses-to-requery-without-a-request-id',
    group,
    title: 'Requery without a request id, or with an empty one, answers 011',
    source: 'Response Codes, Transaction/Requery Response',
    row: '011 · requery without a request_id',
    run: async (vtpass) => {
      vtpass.expect(await vtpass.post('/requery', {}), refusal('011'))
      vtpass.expect(await vtpass.requery(''), refusal('011'))
      vtpass.expect(await vtpass.requery(null), refusal('011'))
    },
  },
  {
    name: 'counts-days-in-lagos',
    group,
    title: 'At 23:30 UTC it is the next day in Lagos: that day is taken, and the day in UTC is refused',
    source: page,
    row: '085 · a date that is not today in Lagos',
    needs: ['own-clock'],
    run: async (vtpass) => {
      vtpass.target.abilities['own-clock']?.set(Date.UTC(2026, 4, 31, 23, 30, 0))
      const inUtc = `202605312330${vtpass.luck.letters(8)}`
      vtpass.expect(await pay(vtpass, mtn, sale, { requestId: inUtc }), {
        body: refusalBody('085', improperTexts['not today']),
      })
      await buy(vtpass, mtn, sale, { requestId: `202606010030${vtpass.luck.letters(8)}` })
      const spectranet = productPage('spectranet')
      await buy(vtpass, spectranet, sampleOf(spectranet))
    },
  },
  {
    name: 'begins-a-day-at-midnight-in-lagos',
    group,
    title:
      'The day begins with the first millisecond after midnight in Lagos, and ends with the last before it',
    source: page,
    row: '085 · a date that is not today in Lagos',
    needs: ['own-clock'],
    run: async (vtpass) => {
      const clock = vtpass.target.abilities['own-clock']
      const last = () => `202605312359${vtpass.luck.letters(8)}`
      const first = () => `202606010000${vtpass.luck.letters(8)}`
      const notToday = { body: refusalBody('085', improperTexts['not today']) }
      clock?.set(Date.UTC(2026, 4, 31, 22, 59, 59, 999))
      vtpass.expect(await pay(vtpass, mtn, sale, { requestId: first() }), notToday)
      await buy(vtpass, mtn, sale, { requestId: last() })
      clock?.set(Date.UTC(2026, 4, 31, 23))
      const glo = productPage('glo')
      vtpass.expect(await pay(vtpass, glo, sampleOf(glo), { requestId: last() }), notToday)
      await buy(vtpass, glo, sampleOf(glo), { requestId: first() })
    },
  },
  {
    name: 'says-the-same-of-a-purchase-again-and-again',
    group,
    title: 'Each requery of a purchase says the same',
    source: 'MTN VTU API Integration, QUERY TRANSACTION STATUS',
    row: '000 · requery what was delivered',
    needs: ['own-clock'],
    run: async (vtpass) => {
      const order = await buy(vtpass, mtn, sale)
      for (const ms of [0, 60_000, 3_600_000]) {
        await vtpass.target.wait(ms)
        vtpass.expect(await vtpass.requery(order.requestId), { body: requeried(order) })
      }
    },
  },
  {
    name: 'names-the-second-that-has-begun',
    group,
    title: 'Dates and transactionIds name the second that has begun, and not the nearest',
    source: 'MTN VTU API Integration, expected response',
    row: 'transaction · transaction_date is UTC in whole seconds; Spectranet has the format of 2022, an object in Lagos time.',
    needs: ['own-clock'],
    run: async (vtpass) => {
      const spectranet = productPage('spectranet')
      await vtpass.target.wait(999)
      await buy(vtpass, mtn, sale)
      await buy(vtpass, spectranet, sampleOf(spectranet))
    },
  },
  {
    name: 'gives-every-purchase-a-transaction-id-of-its-own',
    group,
    title: 'No two purchases have the same transactionId',
    source: 'MTN VTU API Integration, expected response',
    row: null,
    run: async (vtpass) => {
      const ids: string[] = []
      for (const recipient of ['08033333331', '08033333332', '08033333333']) {
        const { told } = await buy(vtpass, mtn, saleTo(sale, recipient), { outcome: outcomes.failed })
        ids.push(told?.transactionId ?? '')
      }
      vtpass.expectThat(
        new Set(ids).size === ids.length,
        undefined,
        'content.transactions.transactionId',
        'one for each',
        ids.join(', '),
      )
    },
  },
]

export const requestIdCases: readonly VtpassCase[] = [...used, ...asked]

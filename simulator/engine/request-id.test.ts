import { describe, expect, it } from 'vitest'
import { improperRequestId } from './request-id.ts'

const at = (world: string, wall = world) => ({ world: Date.parse(world), wall: Date.parse(wall) })
const morning = at('2025-03-10T09:14:16Z')

describe('a request id', () => {
  it.each(['202503101014', '202503101014a', '202503100000zzz', '20250310235946932932', '202503101014-_ü'])(
    '%s is proper on March 10',
    (id) => {
      expect(improperRequestId(id, morning, 'lenient')).toBeNull()
    },
  )

  it.each([
    ['', 'no-date'],
    ['order-1', 'no-date'],
    ['2025031', 'no-date'],
    ['2025-03-10-1014', 'no-date'],
    ['２０２５０３１０1014', 'no-date'],
    [' 202503101014', 'no-date'],
    ['20250310', 'improper-date'],
    ['20250310101', 'improper-date'],
    ['20250310abcd', 'improper-date'],
    ['202503102400', 'improper-date'],
    ['202503101060', 'improper-date'],
    ['202502291014', 'improper-date'],
    ['202513101014', 'improper-date'],
    ['000003101014', 'improper-date'],
    ['202503091014', 'not-today'],
    ['202503111014', 'not-today'],
    ['202403101014', 'not-today'],
  ])('%j is improper: %s', (id, why) => {
    expect(improperRequestId(id, morning, 'lenient')).toBe(why)
  })

  it.each(['202201301610ad8ef08acd8fc0f', '2022013016104738492849'])(
    '%s, of VTpass’s page, is proper on its day',
    (id) => {
      expect(improperRequestId(id, at('2022-01-30T15:10:00Z'), 'strict')).toBeNull()
    },
  )

  it('202202071830YUs83meikd, of VTpass’s page, is proper on its day', () => {
    expect(improperRequestId('202202071830YUs83meikd', at('2022-02-07T17:30:00Z'), 'strict')).toBeNull()
  })

  it('is of tomorrow from 23:00 UTC on, since Lagos is an hour ahead', () => {
    expect(improperRequestId('202503110030a', at('2025-03-10T23:30:00Z'), 'strict')).toBeNull()
    expect(improperRequestId('202503102330a', at('2025-03-10T23:30:00Z'), 'strict')).toBe('not-today')
    expect(improperRequestId('202503102359a', at('2025-03-10T22:59:59Z'), 'strict')).toBeNull()
  })

  it('may be of the wall’s today when the world’s clock was moved, unless strict', () => {
    const moved = at('2030-01-01T12:00:00Z', '2025-03-10T09:14:16Z')
    expect(improperRequestId('202503101014a', moved, 'lenient')).toBeNull()
    expect(improperRequestId('202503101014a', moved, 'strict')).toBe('not-today')
    expect(improperRequestId('203001011300a', moved, 'strict')).toBeNull()
  })

  it('knows February 29 in a leap year', () => {
    expect(improperRequestId('202802291200a', at('2028-02-29T11:00:00Z'), 'strict')).toBeNull()
  })
})

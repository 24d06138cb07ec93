import { expect, it } from 'vitest'
import { nairaCell, renderTextTable } from './text-table.ts'

it('puts numbers to the right, texts to the left, and a rule above the foot', () => {
  const rows = [
    ['what', 'how much'],
    ['held', '₦1,025.00'],
    ['back', '-₦5.00'],
    ['together', '₦1,020.00'],
  ]
  expect(renderTextTable({ rows, hasFoot: true })).toBe(
    [
      'what       how much',
      '───────────────────',
      'held      ₦1,025.00',
      'back         -₦5.00',
      '───────────────────',
      'together  ₦1,020.00',
    ].join('\n'),
  )
})

it('writes kobo as naira', () => {
  expect([0, 5, -2_050, 500_000_001].map(nairaCell)).toEqual(['₦0.00', '₦0.05', '-₦20.50', '₦5,000,000.01'])
})

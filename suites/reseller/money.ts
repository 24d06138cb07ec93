/** Kobo from naira: `250`, `"250.50"`. Exact, where the text has at most two decimals. */
export function koboOf(naira: number | string): number {
  const text = typeof naira === 'number' ? naira.toFixed(2) : naira
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (whole === '') throw new TypeError(`"${naira}" is no amount in naira with at most two decimals`)
  const kobo = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return sign === '-' ? -kobo : kobo
}

/** `₦1,250.50` */
export function nairaText(kobo: number): string {
  const absolute = Math.abs(kobo)
  const whole = Math.trunc(absolute / 100).toLocaleString('en-US')
  return `${kobo < 0 ? '−' : ''}₦${whole}.${String(absolute % 100).padStart(2, '0')}`
}

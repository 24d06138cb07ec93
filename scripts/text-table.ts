/** Rows of cells, the first row being the head, the last one the foot where `hasFoot`. */
export interface TextTable {
  readonly rows: readonly (readonly string[])[]
  readonly hasFoot?: boolean
}

/** A table for a terminal: columns of numbers to the right, all others to the left. */
export function renderTextTable({ rows, hasFoot = false }: TextTable): string {
  const [head = [], ...body] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const isNumeric = head.map((_, column) => body.every((row) => /^[-+₦\d.,]*$/.test(row[column] ?? '')))
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? ''
        return isNumeric[column] ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('──')
  const lines = body.map(line)
  if (hasFoot) lines.splice(-1, 0, rule)
  return [line(head), rule, ...lines].join('\n')
}

/** An amount of kobo: ₦1,537.00, -₦20.50. */
export function nairaCell(kobo: number): string {
  const naira = (Math.abs(kobo) / 100).toLocaleString('en', { minimumFractionDigits: 2 })
  return `${kobo < 0 ? '-' : ''}₦${naira}`
}

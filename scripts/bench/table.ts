/** Rows of cells, the first row being the head. */
export type Table = readonly (readonly string[])[]

/** A table as Markdown writes it, its columns even, so that it reads as well in a terminal. */
export function renderTable(table: Table): string {
  const [head = [], ...rows] = table
  const widths = head.map((_, column) => Math.max(3, ...table.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  const rule = widths.map((width) => '-'.repeat(width))
  return [head, rule, ...rows].map(line).join('\n')
}

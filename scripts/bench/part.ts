import type { Figure } from './figures.ts'
import type { Table } from './table.ts'

/** What was measured of one program, ready to be told. */
export interface Part {
  readonly name: string
  readonly figures: readonly Figure[]
  /** How it was measured: points of Markdown. */
  readonly method: string
  readonly details: readonly Table[]
  /** What a reader has to know before he believes the figures. */
  readonly cautions: readonly string[]
}

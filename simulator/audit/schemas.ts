import type { components } from '../../openapi/generated/control.ts'

/** The schemas of openapi/control.yaml, by name. */
export type Schemas = components['schemas']

export type JournalEntry = Schemas['JournalEntry']
export type FindingName = Schemas['FindingName']

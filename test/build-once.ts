import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Builds what is published, for the tests that run it. */
export async function setup(): Promise<void> {
  const build = fileURLToPath(new URL('../scripts/build.ts', import.meta.url))
  await promisify(execFile)(process.execPath, [build])
}

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

/** A file that is made from others, by its path from the root of the repository. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
}

/**
 * Writes the files; with `--check` on the command line it only tells which of them are stale, and fails.
 * `command` is what makes them anew.
 */
export async function writeOrCheck(generated: readonly GeneratedFile[], command: string): Promise<void> {
  const isCheck = process.argv.includes('--check')
  const stale: string[] = []
  for (const { path, content } of generated) {
    const url = new URL(path, root)
    const current = await readFile(url, 'utf8').catch(() => null)
    if (current === content) continue
    stale.push(path)
    if (isCheck) continue
    await mkdir(dirname(fileURLToPath(url)), { recursive: true })
    await writeFile(url, content)
  }
  if (isCheck && stale.length > 0) {
    console.error(`stale: ${stale.join(', ')}. Make them anew with: ${command}`)
    process.exitCode = 1
    return
  }
  for (const path of stale) console.log(`wrote ${path}`)
}

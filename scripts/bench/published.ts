import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds what is published, and gives the directory of a copy: another build takes dist/ away for a moment, and would
 * change what is measured halfway. The copy goes when this process ends.
 */
export function publish(): string {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the build failed; there is nothing to measure')
  const directory = mkdtempSync(join(tmpdir(), 'vtpass-simulator-bench-'))
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  const copy = join(directory, 'dist')
  cpSync(join(root, 'dist'), copy, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'), 'junction')
  return copy
}

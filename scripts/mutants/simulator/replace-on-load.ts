import fs from 'node:fs'
import { registerHooks, syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'

/** One file as it is to be when it is next loaded. */
export interface Replacement {
  readonly file: URL
  readonly text: string
  readonly becomes: string
}

/** The text with the one place replaced; null where there is no such place, or more than one. */
export function replacedOnce(source: string, { text, becomes }: Omit<Replacement, 'file'>): string | null {
  const [before, after, ...further] = source.split(text)
  if (before === undefined || after === undefined || further.length > 0) return null
  return `${before}${becomes}${after}`
}

/**
 * From now on a file is loaded with a place replaced: a module when it is imported, a product of the catalogue when it
 * is read. Nothing is written.
 *
 * @returns whether the file has been loaded so
 */
export function replaceOnLoad(replacement: Replacement): () => boolean {
  let wasLoaded = false
  const replace = (source: string): string => {
    const replaced = replacedOnce(source, replacement)
    if (replaced === null) throw new Error(`${replacement.file} has no such place, or more than one`)
    wasLoaded = true
    return replaced
  }
  if (replacement.file.pathname.endsWith('.json')) replaceWhenRead(replacement.file, replace)
  else replaceWhenImported(replacement.file, replace)
  return () => wasLoaded
}

function replaceWhenImported({ href }: URL, replace: (source: string) => string): void {
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context)
      return url === href ? { ...loaded, source: replace(String(loaded.source)) } : loaded
    },
  })
}

function replaceWhenRead({ href }: URL, replace: (source: string) => string): void {
  const { readFileSync } = fs
  const readAndReplace = (...asked: Parameters<typeof readFileSync>) => {
    const read = readFileSync(...asked)
    const [path] = asked
    return path instanceof URL && path.href === href ? replace(String(read)) : read
  }
  fs.readFileSync = readAndReplace as typeof readFileSync
  syncBuiltinESMExports()
}

/** A file of the repository. */
export function repositoryFile(path: string): URL {
  return new URL(`../../../${path}`, import.meta.url)
}

/** Reads it as it stands. */
export function readSource(file: URL): string {
  return fs.readFileSync(fileURLToPath(file), 'utf8')
}

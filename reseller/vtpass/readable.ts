import type { Heard } from './heard.ts'

/**
 * An answer's text as JSON, where it is that; whatever its content type, since PHP calls what it prints text/html.
 *
 * A debugging page prints the headers of the request, and answers are kept: `keys` are taken out.
 */
export function readable(heard: Heard, keys: readonly string[]): Heard {
  if (heard.kind !== 'answer') return heard
  const told = keys
    .filter((key) => key !== '')
    .reduce((text, key) => text.replaceAll(key, '[key]'), String(heard.body))
  return { ...heard, body: parsed(told) }
}

function parsed(text: string): unknown {
  if (isTooDeep(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** VTpass nests six deep. Past some thousands neither JSON.stringify nor PostgreSQL takes it back. */
const DEEPEST = 64

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth > DEEPEST) return true
  }
  return false
}

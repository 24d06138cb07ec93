const LONGEST_EXCERPT = 200

/** The start of a foreign text, fit for a sentence: characters that nobody sees are written as `\u{feff}`. */
export function excerpt(text: string): string {
  const shown = text.slice(0, LONGEST_EXCERPT).toWellFormed().replace(/\p{C}/gu, escaped)
  return text.length > LONGEST_EXCERPT ? `${shown}…` : shown
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}

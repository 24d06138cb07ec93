/** Clients may send any text: longer ones are cut, so that a line stays a line. */
const LONGEST_WORD = 80

/** A text for one line of a terminal: control characters would move the cursor, or hide what follows. */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '·')
    .split(' ')
    .map((word) => (word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD - 1)}…` : word))
    .join(' ')
}

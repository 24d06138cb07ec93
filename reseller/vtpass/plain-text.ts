const LONGEST = 300

/** A text of somebody else's on one line, without control characters, and cut short: fit for a log and a database. */
export function plainText(text: string, longest = LONGEST): string {
  // PostgreSQL takes neither NUL nor half a surrogate pair.
  const line = text
    .slice(0, longest)
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
  return text.length > longest ? `${line}…` : line
}

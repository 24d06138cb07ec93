const COLUMNS = 100

/**
 * A text in lines of a hundred columns. The first begins with `lead`, the others with as many spaces. A word that is longer
 * than a line stays whole.
 */
export function wrapped(text: string, lead = ''): string {
  const room = COLUMNS - lead.length
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.map((line, index) => `${index === 0 ? lead : ' '.repeat(lead.length)}${line}`).join('\n')
}

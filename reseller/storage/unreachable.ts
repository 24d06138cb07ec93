/** The database cannot be used at all. The message is one line for whoever starts the program, and holds no password. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host was not resolved',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it does not take the password',
  '28000': 'it does not let this user in',
  '3D000': 'it has no database of this name',
  '53300': 'it has too many connections already',
  '57P03': 'it is starting or stopping',
}

/** Names the address, the reason and the setting to look at. */
export function unreachable(url: string, error: unknown): DatabaseUnreachable {
  const why = error instanceof Error ? whyIn(error) : String(error)
  return new DatabaseUnreachable(
    `The database at ${placeOf(url)} cannot be used: ${why}. DATABASE_URL names it.`,
  )
}

function whyIn(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  // Node tries every address of a host, and says nothing in words where all of them failed.
  return reasons[code] ?? (error.message.split('\n', 1)[0] || code)
}

function placeOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed === null ? 'an address that cannot be read' : `${parsed.host}${parsed.pathname}`
}

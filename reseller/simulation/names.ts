/** Short names for what is named by chance, in the order in which it is first seen: `order1`, `reference1`. */
export interface Names {
  /** The names of all that is in these values; '' where there is nothing to name. */
  of(values: readonly unknown[]): string
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
const REFERENCE = /^\d{12}[0-9a-z]{16}$/

export function createNames(): Names {
  const known = new Map<string, string>()
  const nameOf = (value: unknown): string | null => {
    if (typeof value !== 'string') return null
    const kind = UUID.test(value) ? 'order' : REFERENCE.test(value) ? 'reference' : null
    if (kind === null) return null
    const name = known.get(value) ?? `${kind}${known.size + 1}`
    known.set(value, name)
    return name
  }
  return { of: (values) => [...new Set(values.map(nameOf).filter((name) => name !== null))].join(' ') }
}

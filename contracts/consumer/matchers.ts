/** How exact an answer must be: as exact as what the reseller makes of it, and no more. */
interface Matcher {
  readonly 'pact:matcher:type': string | readonly Rule[]
  readonly value: unknown
  readonly regex?: string
  readonly min?: number
}

interface Rule {
  readonly 'pact:matcher:type': string
  readonly regex?: string
}

/** A text that says something. */
export function words(example: string): Matcher {
  return textLike('^.*\\S.*$', example)
}

/** One word of plain characters, as ids are. */
export function word(example: string): Matcher {
  return textLike('^[!-~]{1,64}$', example)
}

/** A pattern alone is content with an empty list. */
function textLike(regex: string, value: string): Matcher {
  return {
    'pact:matcher:type': [{ 'pact:matcher:type': 'type' }, { 'pact:matcher:type': 'regex', regex }],
    value,
  }
}

/** Naira as the catalogue has them: a text here, a number there. */
export function naira(example: string | number): Matcher {
  return { 'pact:matcher:type': 'regex', regex: '^\\d+(\\.\\d+)?$', value: example }
}

export function number(example: number): Matcher {
  return { 'pact:matcher:type': 'number', value: example }
}

/** Any text, an empty one too. */
export function text(example: string): Matcher {
  return { 'pact:matcher:type': 'type', value: example }
}

/** At least one of these, and all of this form. */
export function listOf(example: object): Matcher {
  return { 'pact:matcher:type': 'type', min: 1, value: [example] }
}

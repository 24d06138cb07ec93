/** What stands for a secret. */
const HIDDEN = '[redacted]'
/** A password may be a word that stands in every line; where it is short, it is found by its place in an address alone. */
const SHORTEST = 12

/** Secrets that nobody can list beforehand, by the form that they have. */
const forms: readonly (readonly [form: RegExp, replacement: string])[] = [
  // A JWT.
  [/\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g, HIDDEN],
  [/(\bbearer\s+)[^\s"\\]+/gi, `$1${HIDDEN}`],
  // The secret of a customer's webhook, as Standard Webhooks writes it.
  [/\bwhsec_[\w+/=-]+/g, HIDDEN],
  // User and password of a database's address.
  [/(\bpostgres(?:ql)?:\/\/)[^\s"@/]*@/gi, `$1${HIDDEN}@`],
  // Whatever is called a secret.
  [
    /("[\w-]*(?:secret|password|passwd|token|authorization|api[-_]?key|public[-_]?key)[\w-]*":)"(?:[^"\\]|\\.)*"/gi,
    `$1"${HIDDEN}"`,
  ],
]

/** Takes every secret out of a line of JSON: those that are known, and what has a secret's form. */
export function createScrub(secrets: readonly string[]): (line: string) => string {
  const known = secrets.filter(({ length }) => length >= SHORTEST).map(asInJson)
  // The longest first: an address holds a password.
  known.sort((a, b) => b.length - a.length)
  return (line) => {
    const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), line)
    return forms.reduce((rest, [form, replacement]) => rest.replace(form, replacement), withoutKnown)
  }
}

function asInJson(secret: string): string {
  return JSON.stringify(secret).slice(1, -1)
}

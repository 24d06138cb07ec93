/** Of the parameters of a purchase, in the order given: the same text where all of them are the same. */
export function fingerprintOf(parameters: readonly (string | number | boolean | null)[]): string {
  return JSON.stringify(parameters)
}

/**
 * What is wrong with a pact that `agreed` tests have written: Pact drops an interaction silently where two workers write
 * one file, and where two have one description.
 */
export function faultsOf(pact: unknown, agreed: number): readonly string[] {
  const { interactions = [] } = pact as { interactions?: readonly { description: string }[] }
  const descriptions = interactions.map(({ description }) => description)
  const doubled = descriptions.filter((each, nth) => descriptions.indexOf(each) !== nth)
  return [
    ...(agreed === 0 ? ['no interaction was agreed on'] : []),
    ...(descriptions.length === agreed
      ? []
      : [`${agreed} interactions were agreed on, and ${descriptions.length} written`]),
    ...doubled.map((description) => `"${description}" is there twice`),
  ]
}

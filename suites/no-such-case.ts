/** A case was named that there is not; the message says which. */
export class NoSuchCase extends Error {
  override readonly name = 'NoSuchCase'
}

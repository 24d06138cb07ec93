/** What a client needs to call VTpass as an account. */
export interface Credentials {
  readonly apiKey: string
  readonly publicKey: string
  readonly secretKey: string
  /** For Basic authentication. */
  readonly email: string
  readonly password: string
}

export function credentialsOf({ apiKey, publicKey, secretKey, email, password }: Credentials): Credentials {
  return { apiKey, publicKey, secretKey, email, password }
}

import { readVerification, type Verification } from '../../vtpass/verification.ts'
import type { Backend } from '../backend.ts'
import { bad } from '../fields.ts'
import { vtpassDown } from '../known-answer.ts'

type Verified = Extract<Verification, { readonly kind: 'verified' }>

/** Whose smartcard it is, by VTpass's word of now. @throws Refusal 400 with VTpass's no, 503 where VTpass cannot be asked */
export async function verifiedSmartcard(
  { vtpass }: Backend,
  smartcard: { readonly serviceID: string; readonly billersCode: string },
): Promise<Verified> {
  const verification = readVerification(await vtpass.verify(smartcard))
  if (verification.kind === 'verified') return verification
  throw verification.kind === 'refused' ? bad(verification.said) : vtpassDown()
}

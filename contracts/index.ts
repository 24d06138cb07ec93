/** Verifies pacts of whoever calls VTpass against a simulator, or another VTpass. */
export { PactError } from './provider/pact-file.ts'
export { type Keys, remoteTarget, simulatorTarget, type Target, TargetError } from './provider/target.ts'
export { type Verified, verifyPact } from './provider/verify.ts'

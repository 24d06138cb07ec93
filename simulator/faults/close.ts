import type { Strike } from './strike.ts'

/** No response: the connection is closed without a byte. */
export const close: Strike = (_answer, line) => line.drop()

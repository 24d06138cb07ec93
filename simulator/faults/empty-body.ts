import { withBody } from './body.ts'
import type { Change } from './garbled.ts'

/** The right head, and no body; mid-answer as well. */
export const emptyBody: Change<'empty-body'> = (answer) => withBody(answer, new Uint8Array())

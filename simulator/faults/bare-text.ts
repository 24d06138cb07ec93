import { utf8, withBody } from './body.ts'
import type { Change } from './garbled.ts'

/** A JSON text and no object, under the answer's own status; mid-answer as well. */
export const bareText: Change<'bare-text'> = (answer) => withBody(answer, utf8('"Invalid Credentials."'))

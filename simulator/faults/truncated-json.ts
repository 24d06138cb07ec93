import { bytesOf, halves, withBody } from './body.ts'
import type { Change } from './garbled.ts'

/** Half of the JSON, as a complete HTTP answer; mid-answer as well. */
export const truncatedJson: Change<'truncated-json'> = (answer) =>
  withBody(answer, halves(bytesOf(answer))[0])

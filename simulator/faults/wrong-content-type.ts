import type { Change } from './garbled.ts'

/** The right body under another content type; mid-answer as well, since the head goes out first. */
export const wrongContentType: Change<'wrong-content-type'> = (answer, _moment, { contentType }) => ({
  ...answer,
  contentType,
})

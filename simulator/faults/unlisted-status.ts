import type { Change } from './garbled.ts'
import { asObject, changeObject } from './json-object.ts'

/** VTpass's pages list initiated, pending and delivered; failed and reversed were seen. */
const STATUS = 'processing'

/**
 * Another status of the transaction, under the same code; mid-answer as well. An answer without a transaction is given
 * one that has nothing else, and a `content` that is no object gives way to it.
 */
export const unlistedStatus: Change<'unlisted-status'> = (answer) =>
  changeObject(answer, (body) => {
    const content = asObject(body.content)
    const transactions = { ...asObject(content.transactions), status: STATUS }
    return { ...body, content: { ...content, transactions } }
  })

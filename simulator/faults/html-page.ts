import type { Answer } from '../wire/answer.ts'
import { bytesOf, halves, joined, utf8, withBody } from './body.ts'
import type { Change } from './garbled.ts'

type HtmlKind = 'html-502' | 'html-503' | 'html-504'

/**
 * The page of a gateway that had no answer from behind it; the three differ in their status only. Mid-answer, the head
 * is the right one, and the page follows half of the JSON.
 */
export function htmlPage(status: number, title: string): Change<HtmlKind> {
  const heading = `${status} ${title}`
  const page = utf8(
    `<html>\n<head><title>${heading}</title></head>\n<body><h1>${heading}</h1></body>\n</html>\n`,
  )
  return (answer, moment) =>
    moment === 'mid-answer' ? afterHalf(answer, page) : withBody({ ...answer, status, contentType }, page)
}

const contentType = 'text/html'

function afterHalf(answer: Answer, page: Uint8Array): Answer {
  return withBody(answer, joined(halves(bytesOf(answer))[0], page))
}

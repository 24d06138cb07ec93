import type { Hono } from 'hono'
import { announce } from '../announce.ts'
import { version } from '../version.ts'
import type { Bindings } from '../vtpass-api/exchange.ts'
import { json } from '../wire/answer.ts'
import { docsFile, docsPage } from './docs.ts'

/** What VTpass has not: the simulator's own routes, under /_simulator. */
export function addControlApi(app: Hono<Bindings>): void {
  app.get('/_simulator/health', (context) => {
    const answer = json(200, { status: 'ok', version })
    return context.env.line.send(announce(context.req.method, context.req.path, answer))
  })
  app.get('/_simulator/docs', (context) => context.html(docsPage))
  app.get('/_simulator/docs/:name', async (context) => {
    const file = await docsFile(context.req.param('name'))
    if (file === null) return context.notFound()
    return context.body(file.body, 200, { 'content-type': file.contentType })
  })
}

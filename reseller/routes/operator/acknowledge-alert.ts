import type { Hono } from 'hono'
import { acknowledgeAlert } from '../../storage/telling.ts'
import type { Asked, Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { Refusal } from '../refusal.ts'
import { done, render } from '../render.ts'

/** Takes an alert off the list. */
export function addAcknowledgeAlert(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/operator/alerts/:id/acknowledge', async (context) => {
    const operator = await operatorOf(context, backend)
    const id = alertIdOf(context)
    const { database, now } = backend.shop
    const result =
      id === null ? 'closed' : await acknowledgeAlert(database, id, `operator ${operator}`, now())
    if (result === 'closed') throw new Refusal(404, 'No such open alert')
    return render(context, done('Alert acknowledged successfully', { id }))
  })
}

function alertIdOf({ req }: Asked): number | null {
  const id = req.param('id') ?? ''
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null
}

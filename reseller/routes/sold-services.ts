import type { Hono } from 'hono'
import type { Backend, Env } from './backend.ts'
import { customerOf } from './caller.ts'
import { soldOf, warningOf } from './known-answer.ts'
import { done, render } from './render.ts'
import { serviceLine } from './service-line.ts'

interface Sold {
  /** As VTpass names it. */
  readonly category: string
  readonly services: readonly string[]
}

/** `GET service-ids`: of a category of VTpass's, the services that are sold here. */
export function addSoldServices(
  app: Hono<Env>,
  backend: Backend,
  path: string,
  { category, services }: Sold,
): void {
  app.get(path, async (context) => {
    await customerOf(context, backend)
    const listed = soldOf(await backend.catalogue.services(category))
    const sold = listed.value.filter(({ serviceID }) => services.includes(serviceID))
    const answer = done('Service IDs retrieved successfully', sold.map(serviceLine))
    return render(context, { ...answer, body: { ...answer.body, ...warningOf(listed) } })
  })
}

import plans from './pages/plans.json' with { type: 'json' }
import pages from './pages/services.json' with { type: 'json' }
import type { Template } from './template.ts'

/** The categories, and what is in each. */
export const categories = pages.categories

const serviceImages = 'https://sandbox.vtpass.com/resources/products/200X200/'

/** The services of a category, as their list says them. */
export function servicesOf(identifier: string): readonly Record<string, string>[] {
  const services: Readonly<Record<string, readonly Record<string, string>[]>> = pages.services
  return (services[identifier] ?? []).map((service) => ({
    ...service,
    image: `${serviceImages}${service.image}`,
  }))
}

/** The answer to service-variations: `varations` is VTpass's own spelling, and stands beside the proper one. */
export function variationsOf(serviceID: string): Template {
  const { variations, ...head } = planPages[serviceID] ?? airtimeWithoutPlans(serviceID)
  return { response_description: '000', content: { ...head, variations, varations: variations } }
}

/** The plans of a product, in the order of its list. */
export function plansOf(serviceID: string): readonly Plan[] {
  return planPages[serviceID]?.variations ?? []
}

export type Plan = {
  readonly [key in 'variation_code' | 'name' | 'fixedPrice']: string
} & { readonly variation_amount: string | number }

interface PlanPage {
  readonly ServiceName: string
  readonly serviceID: string
  readonly convinience_fee: string
  readonly variations: readonly Plan[]
}

const planPages: Readonly<Record<string, PlanPage>> = plans

function airtimeWithoutPlans(serviceID: string): PlanPage {
  const service = servicesOf('airtime').find((each) => each.serviceID === serviceID)
  return { ServiceName: service?.name ?? '', serviceID, convinience_fee: '0 %', variations: [] }
}

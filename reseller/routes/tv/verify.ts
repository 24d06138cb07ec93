import type { Hono } from 'hono'
import { nairaNumber } from '../../pricing/kobo.ts'
import { tvServices } from '../../purchases/tv-products.ts'
import type { JsonObject } from '../../vtpass/json.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { oneOf, readBody } from '../fields.ts'
import { requiredRecipient } from '../read-recipient.ts'
import { done, render } from '../render.ts'
import { verifiedSmartcard } from './verified-smartcard.ts'

export function addTvVerify(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/vtpass/tv/verify', async (context) => {
    await customerOf(context, backend)
    const body = await readBody(context)
    const serviceID = oneOf(body.serviceID, 'serviceID', tvServices)
    const billersCode = requiredRecipient(body, 'billersCode', 'smartcard', backend.settings)
    const { content, customerName, renewalAmount } = await verifiedSmartcard(backend, {
      serviceID,
      billersCode,
    })
    return render(
      context,
      done('Smartcard verified successfully', {
        ...documented(content),
        Customer_Name: customerName,
        ...(renewalAmount === null ? {} : { Renewal_Amount: nairaNumber(renewalAmount) }),
      }),
    )
  })
}

const TEXTS = ['Status', 'Due_Date', 'Customer_Number', 'Customer_Type', 'Current_Bouquet']

/** What is not of its documented type is left out. */
function documented({ Renewal_Amount: _, ...content }: JsonObject): object {
  return Object.fromEntries(
    Object.entries(content).filter(([key, value]) => !TEXTS.includes(key) || typeof value === 'string'),
  )
}

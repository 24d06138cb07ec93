import type { RecipientKind } from './recipient.ts'

/** The services that the data API document sells, in its order, with what a recipient of each looks like. */
export const dataServices = {
  'mtn-data': 'phone',
  'airtel-data': 'phone',
  'glo-data': 'phone',
  'etisalat-data': 'phone',
  'smile-direct': 'account',
  spectranet: 'account',
  'glo-sme-data': 'phone',
} as const satisfies Record<string, RecipientKind>

export type DataService = keyof typeof dataServices

export function isDataService(serviceID: string): serviceID is DataService {
  return Object.hasOwn(dataServices, serviceID)
}

/** VTpass's page "Spectranet API": a quantity must be sent. It sells cards, and here one at a time. */
export const soldByThePiece: ReadonlySet<DataService> = new Set(['spectranet'])

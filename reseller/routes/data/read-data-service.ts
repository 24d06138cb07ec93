import { type DataService, dataServices, isDataService } from '../../purchases/data-products.ts'
import { bad } from '../fields.ts'

/** @throws Refusal 400 in the document's words, for whatever is none of the seven */
export function readDataService(serviceID: unknown): DataService {
  if (isDataService(serviceID)) return serviceID
  throw bad(`Invalid serviceID. Must be one of: ${Object.keys(dataServices).join(', ')}`)
}

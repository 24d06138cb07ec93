import { type DataService, dataServices, isDataService } from '../../purchases/data-products.ts'
import { oneOf } from '../fields.ts'

/** @throws Refusal 400 in the document's words, for whatever is none of the seven */
export function readDataService(serviceID: unknown): DataService {
  return oneOf(serviceID, 'serviceID', Object.keys(dataServices).filter(isDataService))
}

import type { Service } from '../vtpass/services.ts'

/** A service of a list, in VTpass's spelling; what VTpass leaves out is null. */
export function serviceLine({ listed, serviceID, name }: Service): object {
  const said = (key: string) => listed[key] ?? null
  return {
    serviceID,
    name,
    minimium_amount: said('minimium_amount'),
    maximum_amount: said('maximum_amount'),
    convinience_fee: said('convinience_fee'),
    product_type: said('product_type'),
    image: said('image'),
  }
}

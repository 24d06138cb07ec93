/** One purchase, and the figures of its answers, written out: from a sample of VTpass's pages, or worked out by hand. */
export interface Sale {
  /** What is sent besides request_id and serviceID. */
  readonly fields: Readonly<Record<string, string | number>>
  /** In pay: `unit_price`. A text in the format of 2025, a number in that of 2022. */
  readonly unitPrice: string | number
  /** In pay: `amount`, where several units make it another. */
  readonly amount?: string | number
  readonly quantity?: number
  /** In pay: not rounded. */
  readonly commission: number
  /** In pay and in requery, and what the wallet is charged. */
  readonly total: number
  /** In requery. */
  readonly roundedCommission: number
}

/** What all of a sale costs before its commission, in naira. */
export function priceOf({ unitPrice, amount = unitPrice }: Sale): number {
  return Number(amount)
}

/** The same sale to another recipient. */
export function saleTo(sale: Sale, recipient: string): Sale {
  const names = ['billersCode', 'phone'].filter((name) => name in sale.fields)
  return {
    ...sale,
    fields: { ...sale.fields, ...Object.fromEntries(names.map((name) => [name, recipient])) },
  }
}

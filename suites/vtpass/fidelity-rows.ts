import type { VtpassRequest } from '../targets/target.ts'

/**
 * Rows of docs/fidelity.md, as two of their cells, that single fields are about: the first that fits. Whatever else differs
 * is about the case's own row.
 */
interface FieldRow {
  readonly path: string
  readonly field: RegExp
  readonly serviceID?: RegExp
  readonly row: string
}

const transactionRow =
  "transaction · pay says method api, requery wallet; requery adds extras and product_id, and has another keys' order."
const dateRow =
  'transaction · transaction_date is UTC in whole seconds; Spectranet has the format of 2022, an object in Lagos time.'

export const fieldRows: readonly FieldRow[] = [
  { path: '/', field: /transaction_date/, row: dateRow },
  {
    path: '/pay',
    field: /transactions\.(unit_price|amount)$/,
    row: 'amount · In pay, prices are texts: as the client sent them when they equal the price, else as the plan says.',
  },
  {
    path: '/requery',
    field: /transactions\.(unit_price|amount)$/,
    row: 'amount · In requery, prices are numbers.',
  },
  {
    path: '/pay',
    field: /transactions\.(commission|commission_details\.amount)$/,
    row: 'commission · In pay, the unrounded double: amount × (rate / 100).',
  },
  {
    path: '/requery',
    field: /transactions\.(commission|commission_details\.amount|total_amount)$/,
    row: 'commission · In requery, rounded half up; total_amount stays exact.',
  },
  {
    path: '/pay',
    field: /transactions\.(phone|email)$/,
    serviceID: /^spectranet$/,
    row: "phone · Spectranet's answers name the merchant of its own page.",
  },
  {
    path: '/',
    field: /transactions\.(phone|email)$/,
    row: "phone · Answers name the merchant's phone and e-mail, not the customer's.",
  },
  { path: '/', field: /transactions(\.(method|extras|product_id))?$|^$/, row: transactionRow },
]

/** The row that a field of an answer is about; null where it is about none of its own. */
export function rowOfField({ path, fields }: VtpassRequest, field: string): string | null {
  if (path !== '/pay' && path !== '/requery') return null
  const service = String(fields?.serviceID ?? '')
  return (
    fieldRows.find(
      (each) =>
        path.startsWith(each.path) && each.field.test(field) && (each.serviceID?.test(service) ?? true),
    )?.row ?? null
  )
}

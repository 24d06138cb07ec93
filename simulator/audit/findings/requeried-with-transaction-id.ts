import type { Dossier } from '../dossier.ts'
import type { Exchange } from '../exchange.ts'
import type { Found } from '../found.ts'

export function requeriedWithTransactionId(dossier: Dossier): Found[] {
  const transactionIds = new Set(dossier.evidence.transactions.map(({ transactionId }) => transactionId))
  const bought = new Set(dossier.evidence.transactions.map(({ requestId }) => requestId))
  const mistaken = [...dossier.requeries].flatMap(([requestId, requeries]) => {
    const isBought = bought.has(requestId) || dossier.purchases.has(requestId)
    const isMeant =
      transactionIds.has(requestId) || (!isBought && looksLikeTransactionId(requestId, requeries))
    return isMeant ? requeries : []
  })
  if (mistaken.length === 0) return []
  const entries = mistaken.map(({ entry }) => entry).sort((a, b) => a.id - b.id)
  return [
    {
      name: 'requeried-with-transaction-id',
      detail: `${count(entries.length)} for VTpass's transactionId in place of the request_id.`,
      requestIds: entries.map(({ order }) => order?.requestId ?? ''),
      entries,
    },
  ]
}

const YEAR_S = 366 * 86_400

/** 26 digits of which the first ten are Unix seconds of about now. A request id of 26 digits begins with the date. */
function looksLikeTransactionId(requestId: string, [requery]: readonly Exchange[]): boolean {
  if (requery === undefined || !/^\d{26}$/.test(requestId)) return false
  const seconds = Number(requestId.slice(0, 10))
  const moments = [requery.at, Date.parse(requery.entry.wallAt)]
  return moments.some((moment) => Math.abs(moment / 1000 - seconds) < YEAR_S)
}

function count(requeries: number): string {
  return requeries === 1 ? 'One requery asked' : `${requeries} requeries asked`
}

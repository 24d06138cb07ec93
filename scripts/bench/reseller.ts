import { checkInvariants } from '../../reseller/storage/invariants.ts'
import { startBare } from './reseller-bare.ts'
import { type Draining, type DrainingRounds, measureDraining } from './reseller-draining.ts'
import { shoppersOf } from './reseller-purchase.ts'
import { measureSales, type Sales, type SalesRounds } from './reseller-sales.ts'
import { startStand } from './reseller-stand.ts'

export type ResellerRounds = SalesRounds & DrainingRounds

/** All that was measured of the reseller. */
export interface ResellerMeasurements {
  readonly sales: readonly Sales[]
  readonly draining: readonly Draining[]
}

/** So many customers buy at once. */
const COUNTS = [1, 16]

/** @throws where the books do not balance at the end: what was measured then is no reseller. */
export async function measureReseller(rounds: ResellerRounds): Promise<ResellerMeasurements> {
  const stand = await startStand(Math.max(...COUNTS))
  const compared = { stand, shoppers: shoppersOf(stand), bare: startBare(stand) }
  try {
    const sales = await measureSales(compared, COUNTS, rounds)
    const draining: Draining[] = []
    for (const customers of COUNTS) draining.push(await measureDraining(compared, customers, rounds))
    const violations = await checkInvariants(stand.database)
    if (violations.length > 0) throw new Error(`the books do not balance: ${JSON.stringify(violations)}`)
    return { sales, draining }
  } finally {
    compared.bare.stop()
    await compared.shoppers.close()
    await stand.stop()
  }
}

import type { Stage } from './stage.ts'

/** What became of the money of a purchase; kobo. */
export interface Fate {
  readonly requestId: string
  readonly held: number
  readonly captured: number
  readonly released: number
}

export interface Line {
  readonly kind: string
  readonly wallet: string
  readonly requestId: string | null
  readonly amount: number
  readonly before: number
  readonly after: number
}

/** Where money is; kobo. */
interface Place {
  readonly name: string
  readonly amount: number
}

export interface Books {
  readonly fates: readonly Fate[]
  readonly lines: readonly Line[]
  readonly places: readonly Place[]
  readonly paidIn: number
  /** What VTpass has for it by its own books. */
  readonly vtpassHas: number
}

export async function readBooks(stage: Stage): Promise<Books> {
  const { database, customer, vtpass } = stage
  const fates = await database.query<Fate>(
    `select p.request_id as "requestId",
            coalesce(sum(t.amount) filter (where t.credit = 'in_flight' and j.kind = 'hold'), 0)::bigint as held,
            coalesce(sum(t.amount) filter (where t.debit = 'in_flight' and j.kind = 'settle'), 0)::bigint as captured,
            coalesce(sum(t.amount) filter (where t.debit = 'in_flight' and j.kind = 'refund'), 0)::bigint as released
       from purchase p join journal j on j.purchase = p.id join transfer t on t.journal = j.id
      where p.customer = $1 group by p.id order by p.opened_at`,
    [customer],
  )
  const { openingBalance, wallet } = await (await vtpass.accounts.get('default')).read()
  const sums = await readSums(stage)
  return {
    fates,
    lines: await readLines(stage),
    places: [
      { name: 'main wallet', amount: sums('main') },
      { name: 'cashback wallet', amount: sums('cashback') },
      { name: 'held', amount: sums('in_flight') },
      { name: 'VTpass, for what it delivered', amount: -sums('float') },
      {
        name: 'the house: markup and commission, less cashback',
        amount: sums('revenue') - sums('cashback_expense'),
      },
    ],
    paidIn: sums('bank'),
    vtpassHas: Math.round((openingBalance - wallet) * 100),
  }
}

const growsByDebit = ['bank', 'float', 'cashback_expense', 'loss']

/** The balance of each account, of what belongs to the customer. */
async function readSums({ database, customer }: Stage): Promise<(account: string) => number> {
  const rows = await database.query<{ account: string; credits: number }>(
    `select sides.account, sum(sides.amount)::bigint as credits
       from transfer t join journal j on j.id = t.journal left join purchase p on p.id = j.purchase
      cross join lateral (values (t.credit, t.amount), (t.debit, -t.amount)) sides (account, amount)
      where coalesce(p.customer, t.customer) = $1 group by sides.account`,
    [customer],
  )
  const credits = new Map(rows.map((row) => [row.account, row.credits]))
  return (account) => (credits.get(account) ?? 0) * (growsByDebit.includes(account) ? -1 : 1)
}

interface EntryLine {
  readonly kind: string
  readonly wallet: string
  readonly requestId: string | null
  readonly amount: number
  readonly balanceBefore: number
  readonly balanceAfter: number
}

/** As the customer is shown them, oldest first. */
async function readLines({ url, token }: Stage): Promise<readonly Line[]> {
  const answer = await fetch(`${url}/api/v1/wallet/entries?limit=100`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { data } = (await answer.json()) as { data: { items: readonly EntryLine[] } }
  const inKobo = (naira: number) => Math.round(naira * 100)
  return data.items.toReversed().map(({ amount, balanceBefore, balanceAfter, ...line }) => ({
    ...line,
    amount: inKobo(amount),
    before: inKobo(balanceBefore),
    after: inKobo(balanceAfter),
  }))
}

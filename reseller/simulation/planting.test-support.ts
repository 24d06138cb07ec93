import type { Shop } from '../purchases/shop.ts'
import type { Database } from '../storage/database.ts'
import type { Heard } from '../vtpass/heard.ts'
import type { Stage } from './stage.ts'

/** How a mistake is put between the reseller and what it is handed, or into its database. */

type Values = readonly unknown[]

/** Statements that call a function go through `change`, which may ask for more. */
export function onCall(
  shop: Shop,
  called: string,
  change: (
    values: Values,
    go: (values: Values) => Promise<readonly unknown[]>,
    database: Database,
  ) => Promise<readonly unknown[]>,
): Shop {
  const { database } = shop
  const query = async <Row>(text: string, values: Values = []) => {
    if (!text.includes(`${called}(`)) return database.query<Row>(text, values)
    const go = (changed: Values) => database.query<Row>(text, changed)
    return (await change(values, go, database)) as readonly Row[]
  }
  return { ...shop, database: { ...database, query } }
}

export const replaced = (values: Values, index: number, value: unknown) =>
  values.map((each, position) => (position === index ? value : each))

export function onPay(shop: Shop, change: (heard: Heard) => Heard): Shop {
  return { ...shop, vtpass: { ...shop.vtpass, pay: async (fields) => change(await shop.vtpass.pay(fields)) } }
}

export function onRequery(
  shop: Shop,
  change: (heard: Heard, reference: string) => Heard | Promise<Heard>,
): Shop {
  const requery = async (reference: string) => change(await shop.vtpass.requery(reference), reference)
  return { ...shop, vtpass: { ...shop.vtpass, requery } }
}

export const codeIn = (heard: Heard) =>
  /"code":"(\w+)"/.exec(JSON.stringify('body' in heard ? heard.body : null))?.[1]
export const failedAnswer: Heard = { kind: 'answer', httpStatus: 200, contentType: '', body: { code: '016' } }

/** The same body with another word in it. */
export function reworded(heard: Heard, from: string, to: string): Heard {
  if (heard.kind !== 'answer') return heard
  return { ...heard, body: JSON.parse(JSON.stringify(heard.body).replaceAll(from, to)) }
}

/** A function of the database in other words. @throws where the words are not in it: the plant is old. */
export function reworked(called: string, ...changes: readonly (readonly [from: string, to: string])[]) {
  return async (stage: Stage) => {
    const [{ source = '' } = {}] = await stage.database.query<{ source: string }>(
      'select pg_get_functiondef(oid) as source from pg_proc where proname = $1',
      [called],
    )
    let changed = source
    for (const [from, to] of changes) {
      if (!changed.includes(from)) throw new Error(`${called} has no "${from}" any more`)
      changed = changed.replaceAll(from, to)
    }
    await stage.asOwner(changed)
  }
}

export const inTurn =
  (...spoils: readonly ((stage: Stage) => Promise<void>)[]) =>
  async (stage: Stage) => {
    for (const spoil of spoils) await spoil(stage)
  }

/** Without what the database itself would refuse: the simulation must see it by itself. */
export const unguarded = (stage: Stage) =>
  stage.asOwner(`
    alter table journal drop constraint happens_once;
    alter table transfer drop constraint no_line_below_zero;
    alter table wallet drop constraint no_balance_below_zero;
    drop trigger state_moves_forward on purchase`)

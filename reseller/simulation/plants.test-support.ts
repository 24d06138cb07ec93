import type { Shop } from '../purchases/shop.ts'
import type { Heard } from '../vtpass/heard.ts'
import {
  codeIn,
  failedAnswer,
  inTurn,
  onCall,
  onPay,
  onRequery,
  replaced,
  reworded,
  reworked,
  unguarded,
} from './planting.test-support.ts'
import type { Stage } from './stage.ts'

/** A mistake that costs money, put between the reseller and what it is handed, or into its database. */
export interface Plant {
  readonly change?: (shop: Shop) => Shop
  /** Statements of the owner, over a database of the plant's own. */
  readonly spoil?: (stage: Stage) => Promise<void>
}

const FAR = new Date('2100-01-01T00:00:00Z')

/** Some have no mistake of the database's own in them: they stand before the functions, as a careless program would. */
export const plants: Readonly<Record<string, Plant>> = {
  'silence is taken for a failure': {
    change: (shop) =>
      onPay(shop, (heard) => (heard.kind === 'lost' ? { kind: 'not-sent', why: 'timeout' } : heard)),
  },
  'whatever is no success is a failure': {
    change: (shop) => onPay(shop, (heard) => (codeIn(heard) === '000' ? heard : failedAnswer)),
  },
  'code 000 alone is a delivery': {
    change: (shop) => onPay(shop, (heard) => reworded(heard, '"pending"', '"delivered"')),
  },
  'the first 015 is a failure': {
    change: (shop) => onRequery(shop, (heard) => (codeIn(heard) === '015' ? failedAnswer : heard)),
  },
  'there is no grace time': {
    change: (shop) => ({ ...shop, settings: { ...shop.settings, graceMs: 0 } }),
  },
  'a refused requery is a failure': {
    change: (shop) => onRequery(shop, (heard) => (codeIn(heard) === '087' ? failedAnswer : heard)),
  },
  'an answer about another order is believed': {
    change: (shop) =>
      onRequery(shop, (heard, reference) =>
        reworded(heard, `${reference.slice(0, 12)}0000another00000`, reference),
      ),
  },
  'nobody wakes up after a POST that said nothing': {
    change: (shop) => onCall(shop, 'keep_purchase', (values, go) => go(replaced(values, 3, FAR))),
  },
  'nobody wakes up for a purchase whose process died': {
    change: (shop) => onCall(shop, 'open_purchase', (values, go) => go(replaced(values, 18, FAR))),
  },
  'a delivery is not looked at again': {
    change: (shop) => onCall(shop, 'settle_purchase', (values, go) => go(replaced(values, 5, null))),
  },
  'a webhook is believed': {
    change: (shop) =>
      onCall(shop, 'receive_webhook', async (values, go, database) => {
        const [reference, body] = values
        const status = /"status":"(delivered|failed)"/.exec(String(body))?.[1]
        const purchases = await database.query<{ id: string }>(
          'select id from purchase where reference = $1',
          [reference],
        )
        for (const { id } of status === undefined ? [] : purchases) {
          await database.query(
            'select * from settle_purchase($1, $2, null, $3, $4, null, null, null, null)',
            [id, status, 'webhook', shop.now()],
          )
        }
        return go(values)
      }),
  },
  'a purchase that VTpass does not know is sent again': {
    change: (shop) => {
      const fields = new Map<string, Parameters<Shop['vtpass']['pay']>[0]>()
      return {
        ...shop,
        vtpass: {
          pay: (asked) => {
            fields.set(asked.request_id, asked)
            return shop.vtpass.pay(asked)
          },
          requery: async (reference) => {
            const heard = await shop.vtpass.requery(reference)
            const asked = fields.get(reference)
            if (codeIn(heard) !== '015' || asked === undefined) return heard
            return shop.vtpass.pay({
              ...asked,
              request_id: `${reference.slice(0, 14)}${shop.newId().slice(0, 14)}`,
            })
          },
        },
      }
    },
  },
  'it is sent before its price is held': {
    change: (shop) => {
      const heard = new Map<string, Heard>()
      const held = onCall(shop, 'open_purchase', async (values, go) => {
        const [, , , , reference, , serviceID, variation_code, , , phone] = values.map(String)
        if (
          reference === undefined ||
          serviceID === undefined ||
          phone === undefined ||
          variation_code === undefined
        )
          return go(values)
        heard.set(
          reference,
          await shop.vtpass.pay({ request_id: reference, serviceID, variation_code, phone }),
        )
        return go(values)
      })
      const pay: Shop['vtpass']['pay'] = async (fields) =>
        heard.get(fields.request_id) ?? shop.vtpass.pay(fields)
      return { ...held, vtpass: { ...shop.vtpass, pay } }
    },
  },
  'a request id is not remembered': {
    change: (shop) =>
      onCall(shop, 'open_purchase', (values, go) => go(replaced(values, 2, `${values[2]} ${values[0]}`))),
  },
  'the balance is read before the lock': {
    change: (shop) =>
      onCall(shop, 'open_purchase', async (values, go, database) => {
        const [, customer] = values
        const [{ balance = 0 } = {}] = await database.query<{ balance: number }>(
          "select balance from wallet where customer = $1 and kind = 'main'",
          [customer],
        )
        const nothing = { happened: 'insufficient', main_balance: balance, cashback_balance: 0 }
        return balance < Number(values[13]) ? [nothing] : go(values)
      }),
    spoil: inTurn(unguarded, reworked('open_purchase', ['main_balance < p_price - from_cashback', 'false'])),
  },
  'a settlement does not look at the state': {
    spoil: inTurn(unguarded, reworked('settle_purchase', ['is_open(was.state)', 'true'])),
  },
  'a refund goes to the wrong wallet': {
    spoil: reworked('release', ["'cashback', p.paid_cashback", "'main', p.paid_cashback"]),
  },
  'cashback is earned on each look': {
    spoil: inTurn(
      unguarded,
      reworked('keep_purchase', [
        "happened := 'moved';",
        `happened := 'moved';
         if was.state = 'delivered' then
           perform post_transfer((select id from journal where purchase = p_id and kind = 'earn'), 'cashback_expense', 'cashback', was.earns, was.customer);
         end if;`,
      ]),
    ),
  },
  'a reversal is booked twice': {
    spoil: inTurn(
      unguarded,
      reworked('reverse_purchase', [
        'result := give_back(result, p_actor, p_at);',
        'result := give_back(result, p_actor, p_at); perform give_back(result, p_actor, p_at);',
      ]),
    ),
  },
  'a reversal gives back the cost, and not the price': {
    spoil: reworked('give_back', [
      "'in_flight', 'main', p.paid_main",
      "'in_flight', 'main', p.cost - p.paid_cashback",
    ]),
  },
  'a delivery after the refund is forgotten': {
    spoil: reworked('book_late_delivery', ["was.state in ('failed', 'reversed')", 'false']),
  },
  'a payment counts as often as it is heard': {
    change: (shop) => onCall(shop, 'fund_wallet', (values, go) => go(replaced(values, 2, shop.newId()))),
  },
}

export type InvariantName = keyof typeof invariants

/** What must always hold, each as a query of its violations. Constraints hold some of it as well; these trust none. */
export const invariants = {
  'a balance is the sum of its transfers': `
    select w.customer, w.kind, w.balance, coalesce(sum(case when t.credit = w.kind then t.amount else -t.amount end), 0) as sum
      from wallet w left join transfer t on t.customer = w.customer and t.wallet = w.kind
     group by w.customer, w.kind
    having w.balance <> coalesce(sum(case when t.credit = w.kind then t.amount else -t.amount end), 0)`,

  'no balance is ever below zero': `
    select customer, kind as wallet, balance from wallet where balance < 0
    union all
    select customer, wallet, balance_after from transfer where balance_after < 0`,

  'versions have no gaps, and each line begins where the one before it ended': `
    select * from (
      select w.customer, w.kind, t.id as transfer, w.version, w.balance, t.wallet_version, t.balance_before, t.balance_after,
             row_number() over line as expected_version,
             coalesce(lag(t.balance_after) over line, 0) as expected_before,
             t.balance_before + case when t.credit = w.kind then t.amount else -t.amount end as expected_after,
             lead(t.id) over line is null as is_last
        from wallet w join transfer t on t.customer = w.customer and t.wallet = w.kind
      window line as (partition by w.customer, w.kind order by t.wallet_version, t.id)
    ) lines
     where wallet_version <> expected_version or balance_before <> expected_before or balance_after <> expected_after
        or is_last and (version <> wallet_version or balance <> balance_after)`,

  'in flight is what open purchases hold': `
    select p.id, p.state, p.price, coalesce(f.held, 0) as held
      from purchase p full join (
        select j.purchase, sum(case when t.credit = 'in_flight' then t.amount else -t.amount end) as held
          from transfer t join journal j on j.id = t.journal
         where 'in_flight' in (t.debit, t.credit) group by j.purchase
      ) f on f.purchase = p.id
     where coalesce(f.held, 0) is distinct from case when p.state in ('sending', 'unknown', 'review') then p.price else 0 end`,

  'a purchase has one hold': `
    select p.id, count(j.id) as holds from purchase p left join journal j on j.purchase = p.id and j.kind = 'hold'
     group by p.id having count(j.id) <> 1`,

  'a final purchase has exactly one outcome, and an open one none': `
    select p.id, p.state, array_agg(j.kind) as outcomes
      from purchase p left join journal j on j.purchase = p.id and j.kind in ('settle', 'refund')
     group by p.id
    having array_agg(j.kind) is distinct from case
      when p.state in ('delivered', 'reversed') then array['settle'] when p.state = 'failed' then array['refund']
      else array[null::text] end`,

  'a reversed purchase has exactly one reversal, and no other has one': `
    select p.id, p.state, count(j.id) as reversals
      from purchase p left join journal j on j.purchase = p.id and j.kind = 'reverse'
     group by p.id having count(j.id) <> case when p.state = 'reversed' then 1 else 0 end`,

  'a customer has paid the price while it is open or delivered, and nothing when it failed or was reversed': `
    select p.id, p.state, p.price, coalesce(sum(t.balance_after - t.balance_before), 0) as net
      from purchase p left join journal j on j.purchase = p.id and j.kind in ('hold', 'settle', 'refund', 'reverse')
      left join transfer t on t.journal = j.id and t.wallet is not null
     group by p.id
    having coalesce(sum(t.balance_after - t.balance_before), 0)
      <> case when p.state in ('failed', 'reversed') then 0 else -p.price end`,

  'money goes back to the wallet that paid, as much as it paid': `
    select p.id, p.state, w.wallet, w.paid, coalesce(sum(t.amount) filter (where j.kind = 'hold'), 0) as held,
           coalesce(sum(t.amount) filter (where j.kind <> 'hold'), 0) as returned
      from purchase p
     cross join lateral (values ('main', p.paid_main), ('cashback', p.paid_cashback)) w (wallet, paid)
      left join (journal j join transfer t on t.journal = j.id)
        on j.purchase = p.id and j.kind in ('hold', 'refund', 'reverse') and t.wallet = w.wallet
     group by p.id, w.wallet, w.paid
    having coalesce(sum(t.amount) filter (where j.kind = 'hold'), 0) <> w.paid
        or coalesce(sum(t.amount) filter (where j.kind <> 'hold'), 0)
          <> case when p.state in ('failed', 'reversed') then w.paid else 0 end`,

  'a purchase moves the money of its own customer alone': `
    select p.id, p.customer, t.id as transfer, t.customer as moved
      from purchase p join journal j on j.purchase = p.id join transfer t on t.journal = j.id
     where t.customer <> p.customer`,

  'an open purchase has a wake-up': `
    select id, state from purchase where state in ('sending', 'unknown', 'review') and wake_at is null`,

  'VTpass has what it charged for deliveries, and nothing else': `
    select p.id, p.state, p.charged, p.late_loss,
           coalesce(sum(case when t.credit = 'float' then t.amount else -t.amount end), 0) as paid
      from purchase p left join journal j on j.purchase = p.id
      left join transfer t on t.journal = j.id and 'float' in (t.debit, t.credit)
     group by p.id
    having coalesce(sum(case when t.credit = 'float' then t.amount else -t.amount end), 0)
      <> case when p.state = 'delivered' then p.charged else 0 end + p.late_loss`,

  'what is decided here was heard from VTpass, or said by two persons': `
    select p.id, p.state from purchase p
     where p.state in ('delivered', 'failed', 'reversed')
       and not exists (
         select from upstream_attempt a where a.purchase = p.id and case p.state
           when 'failed' then a.learnt in ('failed', 'reversed') when 'delivered' then a.learnt = 'delivered'
           else a.learnt = 'reversed' end)
       and not (p.state = 'failed'
         and (select count(*) from upstream_attempt a where a.purchase = p.id and a.learnt = 'no-order') >= 2)
       and (p.state = 'reversed' or not exists (
         select from review a join review b on b.purchase = a.purchase and b.id > a.id and b.actor <> a.actor
          where a.purchase = p.id and a.outcome = p.state and b.outcome = p.state))`,

  'VTpass was sent a purchase once at most': `
    select purchase, count(*) as posts from upstream_attempt where call = 'pay' group by purchase having count(*) > 1`,

  'cashback is earned at most once, on delivery, and no more is taken back': `
    select p.id, p.state, p.earned, coalesce(sum(t.amount) filter (where j.kind = 'earn'), 0) as given,
           coalesce(sum(t.amount) filter (where j.kind = 'take_back'), 0) as taken
      from purchase p left join (journal j join transfer t on t.journal = j.id)
        on j.purchase = p.id and j.kind in ('earn', 'take_back')
     group by p.id
    having coalesce(sum(t.amount) filter (where j.kind = 'earn'), 0) <> p.earned
        or p.earned <> case when p.state in ('delivered', 'reversed') then p.earns else 0 end
        or coalesce(sum(t.amount) filter (where j.kind = 'take_back'), 0)
          > case when p.state = 'reversed' then p.earned else 0 end
        or count(*) filter (where j.kind = 'earn') > 1`,

  'whatever was written down moved money': `
    select j.id, j.kind, j.purchase from journal j where not exists (select from transfer t where t.journal = j.id)`,
} as const satisfies Record<string, string>

-- The ledger. The journal says what happened and who did it, its transfers which money moved. A transfer has a debit
-- and a credit side, so that the books cannot be unbalanced. Nothing here is ever changed: a mistake is corrected by
-- another line.
--
-- The accounts, and which side makes them grow:
--   main, cashback    a customer's wallets: what we owe the customer                    credit
--   in_flight         held for purchases of which nothing is known yet                  credit
--   float             our money at VTpass                                               debit
--   bank              the money that customers brought, less what went on to VTpass     debit
--   revenue           what a delivered purchase leaves: markup and commission           credit
--   cashback_expense  cashback given                                                    debit
--   loss              what was sold below its cost, or delivered after its refund       debit
-- The wallets have a balance row. The others are sums: with a row of their own every purchase would wait for it. They
-- are names and no foreign keys for the same reason: a check against one would lock that row for every purchase.

create domain account as text check (
  value in ('main', 'cashback', 'in_flight', 'float', 'bank', 'revenue', 'cashback_expense', 'loss')
);

create table journal (
  id bigint primary key default nextval('happening'),
  kind text not null check (
    kind in ('hold', 'settle', 'refund', 'reverse', 'earn', 'take_back', 'loss', 'recover', 'fund', 'adjust')
  ),
  purchase uuid references purchase,
  -- Of money from outside: the same reference is the same money.
  reference text,
  actor text not null,
  note text,
  at timestamptz not null,
  -- What can happen to a purchase only once. To settle and to refund are one thing: exactly one outcome.
  once text generated always as (
    case kind when 'settle' then 'outcome' when 'refund' then 'outcome'
      when 'hold' then kind when 'reverse' then kind when 'earn' then kind when 'take_back' then kind end
  ) stored,
  constraint happens_once unique (purchase, once),
  constraint reference_counts_once unique (kind, reference),
  constraint of_a_purchase_or_from_outside check (
    (kind in ('fund', 'adjust')) = (purchase is null) and (purchase is null) = (reference is not null)
  )
);

-- Rows come in the order of their time: an index of a few pages finds a month.
create index journal_at on journal using brin (at);

-- One side at most is a wallet: that side's customer, balance and version stand in the row.
create table transfer (
  id bigint primary key default nextval('happening'),
  journal bigint not null references journal,
  debit account not null,
  credit account not null,
  amount bigint not null check (amount > 0),
  customer text,
  wallet text generated always as (
    case when debit in ('main', 'cashback') then debit when credit in ('main', 'cashback') then credit end
  ) stored,
  balance_before bigint,
  balance_after bigint,
  wallet_version bigint,
  foreign key (customer, wallet) references wallet (customer, kind),
  -- One line a version; that none is missing is one of the invariants.
  constraint one_line_a_version unique (customer, wallet, wallet_version),
  constraint two_sides check (debit <> credit),
  constraint one_wallet_at_most check (debit not in ('main', 'cashback') or credit not in ('main', 'cashback')),
  constraint a_wallet_is_somebodys check ((wallet is null) = (customer is null)),
  constraint a_wallet_has_a_line check (
    num_nonnulls(balance_before, balance_after, wallet_version) = case when wallet is null then 0 else 3 end
  ),
  constraint the_line_adds_up check (
    balance_after = balance_before + case when credit = wallet then amount else -amount end
  ),
  constraint no_line_below_zero check (balance_after >= 0),
  constraint versions_begin_at_one check (wallet_version > 0)
);

create index transfer_of_journal on transfer (journal);
create index transfer_of_customer on transfer (customer, id) where customer is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'integrity_constraint_violation', constraint = 'append_only';
end $$;

create trigger append_only before update or delete or truncate on journal
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on transfer
  for each statement execute function refuse_change();

-- Moves money from one account to another, and writes the line. A part of nothing leaves no line.
create function post_transfer(p_journal bigint, p_debit text, p_credit text, p_amount bigint, p_customer text default null)
returns void language plpgsql as $$
declare
  gains constant boolean := p_credit in ('main', 'cashback');
  is_wallet constant boolean := gains or p_debit in ('main', 'cashback');
  change constant bigint := case when gains then p_amount else -p_amount end;
  after wallet;
begin
  if p_amount = 0 then
    return;
  end if;
  if is_wallet then
    update wallet set balance = balance + change, version = version + 1
      where customer = p_customer and kind = case when gains then p_credit else p_debit end
      returning * into strict after;
  end if;
  insert into transfer (journal, debit, credit, amount, customer, balance_before, balance_after, wallet_version)
    values (p_journal, p_debit, p_credit, p_amount, after.customer, after.balance - change, after.balance, after.version);
end $$;

-- Both wallets of a customer, always in the same order: whoever needs both cannot meet somebody who holds the other.
create function lock_wallets(p_customer text, out main bigint, out cashback bigint) language plpgsql as $$
begin
  select max(balance) filter (where kind = 'main'), max(balance) filter (where kind = 'cashback') into main, cashback
    from (select kind, balance from wallet where customer = p_customer order by kind for no key update) locked;
end $$;

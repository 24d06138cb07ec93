-- Customers, and the money that comes to them and to the float from outside.

-- False where the customer is known already; nothing is changed then.
create function create_customer(p_id text, p_kind text, p_phone text, p_at timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into customer (id, kind, phone, created_at) values (p_id, p_kind, p_phone, p_at) on conflict (id) do nothing;
  if not found then
    return false;
  end if;
  insert into wallet (customer, kind) values (p_id, 'cashback'), (p_id, 'main');
  return true;
end $$;

-- Pays money into the main wallet. The reference is the payment's own: heard twice, it counts once.
--   funded, replay (the same again), conflict (the reference came with another customer or amount), no_customer
create function fund_wallet(
  p_customer text, p_amount bigint, p_reference text, p_actor text, p_at timestamptz,
  out happened text, out main_balance bigint
) language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  entry bigint;
begin
  if p_amount <= 0 then
    raise exception 'a wallet is not funded with % kobo', p_amount using errcode = 'check_violation';
  end if;
  if not exists (select from customer where id = p_customer) then
    happened := 'no_customer';
    return;
  end if;
  insert into journal (kind, reference, actor, at) values ('fund', p_reference, p_actor, p_at)
    on conflict on constraint reference_counts_once do nothing returning id into entry;
  if entry is not null then
    perform post_transfer(entry, 'bank', 'main', p_amount, p_customer);
    happened := 'funded';
  else
    select case when t.customer = p_customer and t.amount = p_amount then 'replay' else 'conflict' end
      into strict happened
      from journal j join transfer t on t.journal = j.id
      where j.kind = 'fund' and j.reference = p_reference;
  end if;
  select balance into strict main_balance from wallet where customer = p_customer and kind = 'main';
end $$;

-- Money that was brought to VTpass, or (below zero) that VTpass took or gave back outside of any purchase.
--   adjusted, replay, conflict
create function adjust_float(p_amount bigint, p_reference text, p_actor text, p_note text, p_at timestamptz)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry bigint;
begin
  if p_amount = 0 then
    raise exception 'an adjustment of nothing' using errcode = 'check_violation';
  end if;
  insert into journal (kind, reference, actor, note, at) values ('adjust', p_reference, p_actor, p_note, p_at)
    on conflict on constraint reference_counts_once do nothing returning id into entry;
  if entry is not null then
    perform post_transfer(entry, 'float', 'bank', greatest(p_amount, 0));
    perform post_transfer(entry, 'bank', 'float', greatest(-p_amount, 0));
    return 'adjusted';
  end if;
  return (
    select case when case t.debit when 'float' then t.amount else -t.amount end = p_amount then 'replay' else 'conflict' end
      from journal j join transfer t on t.journal = j.id
      where j.kind = 'adjust' and j.reference = p_reference
  );
end $$;

-- VTpass has taken a delivery back.
--   moved      a delivered purchase: the customer has the price back, in the wallets that paid
--   recovered  it had been delivered after its refund: VTpass has given back what that cost the house
--   stands     there was nothing to give back, or no longer
create function reverse_purchase(
  p_id uuid, p_actor text, p_at timestamptz, p_wake_at timestamptz, p_attempt jsonb, p_notice jsonb, p_alert jsonb,
  out happened text, out result purchase
) language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  was purchase;
begin
  select * into strict was from purchase where id = p_id for no key update;
  result := hear(was, p_attempt);
  if was.state = 'delivered' then
    result := give_back(result, p_actor, p_at);
    happened := 'moved';
  elsif was.late_loss > 0 then
    result := recover_loss(result, p_actor, p_at);
    happened := 'recovered';
  else
    happened := 'stands';
  end if;
  if happened <> 'stands' then
    result.wake_at := wake_after(was, p_attempt, p_wake_at);
  end if;
  result := save_purchase(result, p_at);
  if happened = 'moved' then
    perform queue_notice(result, p_notice, p_at);
  end if;
  if happened <> 'stands' then
    perform note_alert(p_alert, p_id, p_at);
  end if;
end $$;

-- Every line of the settlement is undone, by way of in_flight, so that a wallet has one line for what it gets back.
create function give_back(p purchase, p_actor text, p_at timestamptz) returns purchase language plpgsql as $$
declare
  entry bigint;
  taken bigint;
begin
  perform lock_wallets(p.customer);
  insert into journal (kind, purchase, actor, at) values ('reverse', p.id, p_actor, p_at) returning id into entry;
  perform post_transfer(entry, 'float', 'in_flight', least(p.charged, p.price));
  perform post_transfer(entry, 'revenue', 'in_flight', greatest(p.price - p.charged, 0));
  perform post_transfer(entry, 'float', 'loss', greatest(p.charged - p.price, 0));
  perform post_transfer(entry, 'in_flight', 'cashback', p.paid_cashback, p.customer);
  perform post_transfer(entry, 'in_flight', 'main', p.paid_main, p.customer);
  -- After the refund: a customer who paid with cashback must not keep what a purchase earned that never was.
  -- What the wallet no longer holds stays the house's expense.
  select least(p.earned, balance) into strict taken from wallet where customer = p.customer and kind = 'cashback';
  if taken > 0 then
    insert into journal (kind, purchase, actor, at) values ('take_back', p.id, p_actor, p_at) returning id into entry;
    perform post_transfer(entry, 'cashback', 'cashback_expense', taken, p.customer);
  end if;
  p.state := 'reversed';
  p.reversed_at := p_at;
  return p;
end $$;

-- VTpass reports a delivery of what was refunded: the house bears it, and the operator is told. 'booked' or 'stands'.
create function book_late_delivery(
  p_id uuid, p_charged bigint, p_actor text, p_at timestamptz, p_wake_at timestamptz, p_attempt jsonb,
  out happened text, out result purchase
) language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  was purchase;
  entry bigint;
begin
  select * into strict was from purchase where id = p_id for no key update;
  result := hear(was, p_attempt);
  if was.state in ('failed', 'reversed') and was.late_loss = 0 then
    result.late_loss := coalesce(nullif(p_charged, 0), was.cost);
    insert into journal (kind, purchase, actor, at) values ('loss', p_id, p_actor, p_at) returning id into entry;
    perform post_transfer(entry, 'loss', 'float', result.late_loss);
    result.wake_at := wake_after(was, p_attempt, p_wake_at);
    happened := 'booked';
  else
    happened := 'stands';
  end if;
  result := save_purchase(result, p_at);
  if happened = 'booked' then
    perform note_alert(
      jsonb_build_object(
        'kind', 'delivered-after-refund',
        'detail', format('%s kobo lost: VTpass delivered %s after it had been refunded', result.late_loss, was.reference)
      ), p_id, p_at
    );
  end if;
end $$;

create function recover_loss(p purchase, p_actor text, p_at timestamptz) returns purchase language plpgsql as $$
declare
  entry bigint;
begin
  insert into journal (kind, purchase, actor, at) values ('recover', p.id, p_actor, p_at) returning id into entry;
  perform post_transfer(entry, 'float', 'loss', p.late_loss);
  p.late_loss := 0;
  return p;
end $$;

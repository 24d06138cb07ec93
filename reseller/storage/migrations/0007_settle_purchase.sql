-- Ends the doubt, once. 'moved', or 'stands' where somebody was quicker; what was heard is noted in either case.
-- p_charged is VTpass's total; where VTpass did not name it, the face price is booked.
create function settle_purchase(
  p_id uuid, p_outcome text, p_charged bigint, p_actor text, p_at timestamptz, p_wake_at timestamptz,
  p_attempt jsonb, p_notice jsonb, p_alert jsonb,
  out happened text, out result purchase
) language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  was purchase;
begin
  select * into strict was from purchase where id = p_id for no key update;
  result := hear(was, p_attempt);
  if is_open(was.state) then
    case p_outcome
      when 'delivered' then result := capture(result, coalesce(p_charged, result.cost), p_actor, p_at);
      when 'failed' then result := release(result, p_actor, p_at);
    end case;
    result.wake_at := wake_after(was, p_attempt, p_wake_at);
    happened := 'moved';
  else
    -- A delivery of what was refunded must be seen, and believed to nobody but a requery.
    if p_outcome = 'delivered' and was.state = 'failed' then
      result.wake_at := p_at;
    end if;
    happened := 'stands';
  end if;
  result := save_purchase(result, p_at);
  if happened = 'moved' then
    perform queue_notice(result, p_notice, p_at);
    perform note_alert(p_alert, p_id, p_at);
  end if;
end $$;

-- What was held is spent: VTpass's part, and ours. What VTpass took beyond the price is the house's loss.
create function capture(p purchase, p_charged bigint, p_actor text, p_at timestamptz)
returns purchase language plpgsql as $$
declare
  entry bigint;
begin
  insert into journal (kind, purchase, actor, at) values ('settle', p.id, p_actor, p_at) returning id into entry;
  perform post_transfer(entry, 'in_flight', 'float', least(p_charged, p.price));
  perform post_transfer(entry, 'in_flight', 'revenue', greatest(p.price - p_charged, 0));
  perform post_transfer(entry, 'loss', 'float', greatest(p_charged - p.price, 0));
  if p.earns > 0 then
    insert into journal (kind, purchase, actor, at) values ('earn', p.id, p_actor, p_at) returning id into entry;
    perform post_transfer(entry, 'cashback_expense', 'cashback', p.earns, p.customer);
    p.earned := p.earns;
  end if;
  p.state := 'delivered';
  p.charged := p_charged;
  p.settled_at := p_at;
  return p;
end $$;

-- What was held goes back to the wallets that it came from.
create function release(p purchase, p_actor text, p_at timestamptz) returns purchase language plpgsql as $$
declare
  entry bigint;
begin
  perform lock_wallets(p.customer);
  insert into journal (kind, purchase, actor, at) values ('refund', p.id, p_actor, p_at) returning id into entry;
  perform post_transfer(entry, 'in_flight', 'cashback', p.paid_cashback, p.customer);
  perform post_transfer(entry, 'in_flight', 'main', p.paid_main, p.customer);
  p.state := 'failed';
  p.settled_at := p_at;
  return p;
end $$;

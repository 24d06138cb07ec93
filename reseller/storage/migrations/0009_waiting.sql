-- What keeps a purchase from being forgotten. Nothing here moves money, and no passing of time does.

-- Keeps the state that there is, and says when to look again. 'moved', or 'stands' where p_as does not fit.
--   unknown  nothing was learnt of an open purchase; one that was being sent is in doubt now
--   review   a person must look at one in doubt; VTpass is asked further on, for it may yet say
--   final    a final state was looked at and holds; p_wake_at may be null: no further look
create function keep_purchase(
  p_id uuid, p_as text, p_at timestamptz, p_wake_at timestamptz, p_attempt jsonb, p_alert jsonb,
  out happened text, out result purchase
) language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  was purchase;
begin
  select * into strict was from purchase where id = p_id for no key update;
  result := hear(was, p_attempt);
  if p_as = 'unknown' and is_open(was.state) or p_as = 'review' and was.state = 'unknown'
    or p_as = 'final' and not is_open(was.state)
  then
    result.state := case when p_as = 'review' then 'review' when was.state = 'sending' then 'unknown' else was.state end;
    result.wake_at := wake_after(was, p_attempt, p_wake_at);
    happened := 'moved';
  else
    happened := 'stands';
  end if;
  result := save_purchase(result, p_at);
  if happened = 'moved' then
    perform note_alert(p_alert, p_id, p_at);
  end if;
end $$;

-- Takes what is due, and it is due again at p_until if the taker is not heard of. What somebody else is taking is left
-- alone, and nobody waits.
create function claim_due(p_at timestamptz, p_until timestamptz, p_limit integer)
returns setof purchase language sql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with due as materialized (
    select id from purchase where wake_at <= p_at order by wake_at limit p_limit for no key update skip locked
  )
  update purchase p set wake_at = p_until from due where p.id = due.id returning p.*
$$;

-- Keeps a webhook and wakes the purchase it names, in one step: nothing that was acknowledged is forgotten.
-- The purchase's id, or null where the reference is nobody's.
create function receive_webhook(p_reference text, p_body text, p_at timestamptz)
returns uuid language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  woken uuid;
begin
  update purchase set wake_at = least(wake_at, p_at), woken_at = p_at where reference = p_reference returning id into woken;
  insert into webhook (at, reference, purchase, body) values (p_at, p_reference, woken, p_body);
  return woken;
end $$;

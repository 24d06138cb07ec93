-- What persons say has become of a purchase that VTpass says nothing of. Two of them must say the same.
create table review (
  id bigint primary key default nextval('happening'),
  purchase uuid not null references purchase,
  outcome text not null check (outcome in ('delivered', 'failed')),
  actor text not null,
  reason text not null check (length(reason) > 0),
  at timestamptz not null
);

create index review_of_purchase on review (purchase, id);

create trigger append_only before update or delete or truncate on review
  for each statement execute function refuse_change();

-- Takes one person's word.
--   proposed  the first to say so: another must say the same
--   repeated  the person who said so before: nothing is written
--   resolved  the second person to say the same in a row: the purchase is settled
--   stands    it is not in doubt, or no longer
create function resolve_purchase(
  p_id uuid, p_outcome text, p_actor text, p_reason text, p_at timestamptz, p_wake_at timestamptz, p_notice jsonb,
  out happened text, out result purchase
) language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  said review;
begin
  select * into strict result from purchase where id = p_id for no key update;
  if result.state not in ('unknown', 'review') then
    happened := 'stands';
    return;
  end if;
  select * into said from review where purchase = p_id order by id desc limit 1;
  happened := case
    when said.outcome is distinct from p_outcome then 'proposed'
    when said.actor = p_actor then 'repeated'
    else 'resolved' end;
  if happened = 'repeated' then
    return;
  end if;
  insert into review (purchase, outcome, actor, reason, at) values (p_id, p_outcome, p_actor, p_reason, p_at);
  if happened = 'resolved' then
    select (s.result).* into result
      from settle_purchase(
        p_id, p_outcome, null, format('%s and %s', said.actor, p_actor), p_at, p_wake_at, null, p_notice, null
      ) s;
  end if;
end $$;

-- What was asked of VTpass and what came of it, and what VTpass sent by itself.

create table upstream_attempt (
  id bigint primary key default nextval('happening'),
  purchase uuid not null references purchase,
  call text not null check (call in ('pay', 'requery')),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  -- All null where no answer came.
  http_status integer,
  code text,
  status text,
  -- 'no-order' is 015: VTpass does not know the reference, or not yet.
  learnt text not null check (learnt in ('delivered', 'failed', 'reversed', 'no-order', 'unknown')),
  -- What went wrong, in words.
  note text,
  -- A call that is noted again, since nobody heard that its first note was kept, is one call. Two processes may ask in the
  -- same millisecond: what one of them learns must not go for a note of the other's.
  constraint one_note_a_call unique (purchase, call, started_at, ended_at, learnt)
);

-- VTpass does not replay a request_id: a second POST could only be a mistake, and must be a loud one.
create unique index one_post_a_purchase on upstream_attempt (purchase) where call = 'pay';

create trigger append_only before update or delete or truncate on upstream_attempt
  for each statement execute function refuse_change();

-- Webhooks are unsigned: whatever they say is kept as text, and believed by nobody.
create table webhook (
  id bigint primary key default nextval('happening'),
  at timestamptz not null,
  reference text,
  purchase uuid references purchase,
  body text not null
);

create index webhook_of_purchase on webhook (purchase) where purchase is not null;

-- Notes an attempt, given as {call, startedAt, endedAt, httpStatus, code, status, learnt, note, transactionId, answer},
-- and returns the purchase with what is known after it. The caller holds the purchase's lock and saves it.
create function hear(p purchase, p_attempt jsonb) returns purchase language plpgsql as $$
begin
  if p_attempt is null then
    return p;
  end if;
  insert into upstream_attempt (purchase, call, started_at, ended_at, http_status, code, status, learnt, note)
    values (
      p.id, p_attempt ->> 'call', (p_attempt ->> 'startedAt')::timestamptz, (p_attempt ->> 'endedAt')::timestamptz,
      (p_attempt ->> 'httpStatus')::integer, p_attempt ->> 'code', p_attempt ->> 'status', p_attempt ->> 'learnt',
      p_attempt ->> 'note'
    )
    on conflict on constraint one_note_a_call do nothing;
  if not found then
    return p;
  end if;
  if p_attempt ->> 'call' = 'pay' then
    p.pay_ended_at := (p_attempt ->> 'endedAt')::timestamptz;
  else
    p.asked := p.asked + 1;
    -- An answer that says nothing of the purchase (HTML, silence, 087) does not interrupt the row.
    p.not_found := case
      when p_attempt ->> 'learnt' = 'no-order' then p.not_found + 1
      when p_attempt ->> 'status' is not null then 0
      else p.not_found end;
  end if;
  p.transaction_id := coalesce(p_attempt ->> 'transactionId', p.transaction_id);
  -- The same request_id is told the answer that decided. A later look must not put another in its place.
  if is_open(p.state) or p_attempt ->> 'learnt' = 'reversed' then
    p.last_code := coalesce(p_attempt ->> 'code', p.last_code);
    p.answer := coalesce(nullif(p_attempt -> 'answer', 'null'), p.answer);
  end if;
  return p;
end $$;

-- A webhook that came while VTpass was being asked wants another look: what was heard may be older than it.
create function wake_after(p purchase, p_attempt jsonb, p_wake_at timestamptz) returns timestamptz language sql stable
return case when p.woken_at > (p_attempt ->> 'startedAt')::timestamptz then p.woken_at else p_wake_at end;

-- Writes what can change in a purchase, and returns the row.
create function save_purchase(p purchase, p_at timestamptz) returns purchase language plpgsql as $$
begin
  update purchase set
    charged = p.charged, earned = p.earned, late_loss = p.late_loss,
    state = p.state, changed_at = case when state = p.state then changed_at else p_at end,
    wake_at = p.wake_at, asked = p.asked, not_found = p.not_found,
    last_code = p.last_code, transaction_id = p.transaction_id, answer = p.answer,
    pay_ended_at = p.pay_ended_at, settled_at = p.settled_at, reversed_at = p.reversed_at
  where id = p.id
  returning * into strict p;
  return p;
end $$;

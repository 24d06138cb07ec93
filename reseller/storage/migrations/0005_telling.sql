-- Whom we tell: the customer's own webhook, and the operator.

-- Written in the transaction that changed the purchase, so that no change goes untold and nothing untrue is told.
create table outbox (
  id bigint primary key default nextval('happening'),
  customer text not null references customer,
  purchase uuid not null references purchase,
  event text not null,
  body jsonb not null,
  queued_at timestamptz not null,
  due_at timestamptz,
  attempts integer not null default 0,
  outcome text check (outcome in ('delivered', 'given-up')),
  constraint told_once unique (purchase, event),
  constraint untold_is_due check ((outcome is null) = (due_at is not null))
);

create index outbox_due on outbox (due_at) where due_at is not null;

create table outbox_delivery (
  id bigint primary key default nextval('happening'),
  outbox bigint not null references outbox,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  url text not null,
  -- Null where no answer came.
  http_status integer,
  note text
);

create index delivery_of_outbox on outbox_delivery (outbox);

-- One open alert a kind and subject: the same trouble again counts up.
create table alert (
  id bigint primary key default nextval('happening'),
  kind text not null,
  subject text not null,
  purchase uuid references purchase,
  detail text not null,
  times integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  constraint acknowledged_by_somebody check ((acknowledged_at is null) = (acknowledged_by is null))
);

create unique index one_open_alert on alert (kind, subject) where acknowledged_at is null;
create index alert_of_purchase on alert (purchase) where purchase is not null;

-- Queues a notice for a customer who has a webhook.
create function queue_notice(p purchase, p_body jsonb, p_at timestamptz) returns void language plpgsql as $$
begin
  if p_body is null then
    return;
  end if;
  insert into outbox (customer, purchase, event, body, queued_at, due_at)
    select c.id, p.id, p.state, p_body, p_at, p_at
      from customer c where c.id = p.customer and c.webhook_url is not null
    on conflict on constraint told_once do nothing;
end $$;

-- Raises {kind, subject, detail}; without a subject it is about the purchase. Functions call this last: an alert that
-- many purchases share is a row that they wait for, and whoever holds it must need nothing more.
create function note_alert(p_alert jsonb, p_purchase uuid, p_at timestamptz) returns void language plpgsql as $$
begin
  if p_alert is null then
    return;
  end if;
  insert into alert (kind, subject, purchase, detail, first_at, last_at)
    values (
      p_alert ->> 'kind', coalesce(p_alert ->> 'subject', p_purchase::text),
      case when p_alert ->> 'subject' is null then p_purchase end, p_alert ->> 'detail', p_at, p_at
    )
    on conflict (kind, subject) where acknowledged_at is null
    do update set times = alert.times + 1, last_at = excluded.last_at, detail = excluded.detail;
end $$;

create function raise_alert(p_alert jsonb, p_at timestamptz)
returns void language sql security definer set search_path = public, pg_temp as $$
  select note_alert(p_alert, null, p_at)
$$;

create function acknowledge_alert(p_id bigint, p_actor text, p_at timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update alert set acknowledged_at = p_at, acknowledged_by = p_actor where id = p_id and acknowledged_at is null;
  return found;
end $$;

-- Takes what is due, and takes it again at p_until if the taker is not heard of. Somebody else's is left alone.
create function claim_notices(p_at timestamptz, p_until timestamptz, p_limit integer)
returns table (
  id bigint, customer text, purchase uuid, event text, body jsonb, queued_at timestamptz, attempts integer,
  url text, secret text
) language sql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with due as materialized (
    select o.id from outbox o where o.due_at <= p_at order by o.due_at limit p_limit for no key update skip locked
  )
  update outbox o set due_at = p_until from due, customer c where o.id = due.id and c.id = o.customer
    returning o.id, o.customer, o.purchase, o.event, o.body, o.queued_at, o.attempts, c.webhook_url, c.webhook_secret
$$;

-- Notes one delivery: p_outcome where it was the last, p_due_at where another follows.
create function note_delivery(
  p_outbox bigint, p_started_at timestamptz, p_ended_at timestamptz, p_url text, p_http_status integer, p_note text,
  p_outcome text, p_due_at timestamptz
) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into outbox_delivery (outbox, started_at, ended_at, url, http_status, note)
    values (p_outbox, p_started_at, p_ended_at, p_url, p_http_status, p_note);
  -- What was delivered stays so, though a second sender may have given up.
  update outbox set attempts = attempts + 1, outcome = p_outcome, due_at = p_due_at where id = p_outbox and outcome is null
$$;

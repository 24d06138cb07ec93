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
  -- Until then whoever took it is trying it.
  taken_until timestamptz,
  attempts integer not null default 0,
  outcome text check (outcome in ('delivered', 'given-up')),
  constraint told_once unique (purchase, event),
  constraint untold_is_due check ((outcome is null) = (due_at is not null)),
  constraint told_is_not_taken check (outcome is null or taken_until is null)
);

create index outbox_due on outbox (customer, due_at, id) where due_at is not null;
create index outbox_taken on outbox (customer) where taken_until is not null;

create table outbox_delivery (
  id bigint primary key default nextval('happening'),
  outbox bigint not null references outbox,
  customer text not null references customer,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  url text not null,
  -- Null where no answer came.
  http_status integer,
  note text
);

create index delivery_of_outbox on outbox_delivery (outbox);
create index delivery_of_customer on outbox_delivery (customer, id);

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

-- Takes what is due, and it is due again at p_until if the taker is not heard of.
-- No customer waits for another one's webhook. Each has so many on their way at most (p_each), and a single one where the
-- last attempt failed: a webhook that answers nobody keeps one sender waiting, however much there is to tell it. Those that
-- work are served first, everybody's first notice before anybody's second.
-- Whoever claims holds the customers it serves, and another passes them by. Of one purchase the older is tried first.
create function claim_notices(p_at timestamptz, p_until timestamptz, p_limit integer, p_each integer)
returns table (
  id bigint, customer text, purchase uuid, event text, body jsonb, queued_at timestamptz, attempts integer,
  url text, secrets text[]
) language sql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with recursive waiting as (
    -- From one customer in the index to the next: what it costs does not grow with what one of them has waiting.
    (select customer, due_at from outbox where due_at is not null order by customer, due_at limit 1)
    union all
    select after.customer, after.due_at from waiting cross join lateral (
      select o.customer, o.due_at from outbox o where o.due_at is not null and o.customer > waiting.customer
        order by o.customer, o.due_at limit 1
    ) after
  ), served as materialized (
    select c.id, c.webhook_failures > 0 as is_failing, way.room
      from waiting join customer c on c.id = waiting.customer cross join lateral (
        select case when c.webhook_failures > 0 then 1 else p_each end - count(*) as room
          from outbox taken where taken.customer = c.id and taken.taken_until > p_at
      ) way
      where waiting.due_at <= p_at and way.room > 0
      order by c.webhook_failures > 0, waiting.due_at limit p_limit
      for no key update of c skip locked
  ), due as materialized (
    select next.id from served cross join lateral (
      select o.id, row_number() over (order by o.due_at, o.id) as nth
        from outbox o
        where o.customer = served.id and o.due_at <= p_at and not exists (
          select from outbox older
            where older.purchase = o.purchase and older.id < o.id and (older.due_at <= p_at or older.taken_until > p_at)
        )
        order by o.due_at, o.id limit served.room
    ) next
    order by served.is_failing, next.nth limit p_limit
  )
  -- due_at is asked for again: the row may have been taken since this statement began.
  update outbox o set due_at = p_until, taken_until = p_until
    from due, customer c where o.id = due.id and c.id = o.customer and o.due_at <= p_at
    returning o.id, o.customer, o.purchase, o.event, o.body, o.queued_at, o.attempts, c.webhook_url,
      array_remove(array[c.webhook_secret, case when c.webhook_old_until > p_at then c.webhook_old_secret end], null)
$$;

-- Notes one delivery: p_outcome where it was the last, p_due_at where another follows.
-- The customer comes before the outbox, here and below, so that nobody waits in a circle.
create function note_delivery(
  p_outbox bigint, p_started_at timestamptz, p_ended_at timestamptz, p_url text, p_http_status integer, p_note text,
  p_outcome text, p_due_at timestamptz
) returns void language sql security definer set search_path = public, pg_temp as $$
  update customer c set webhook_failures = case when p_outcome = 'delivered' then 0 else c.webhook_failures + 1 end
    from outbox o
    where o.id = p_outbox and c.id = o.customer and c.webhook_url = p_url
      and (p_outcome is distinct from 'delivered' or c.webhook_failures > 0);
  insert into outbox_delivery (outbox, customer, started_at, ended_at, url, http_status, note)
    select id, customer, p_started_at, p_ended_at, p_url, p_http_status, p_note from outbox where id = p_outbox;
  -- What was delivered stays so, though a second sender may have given up.
  update outbox set attempts = attempts + 1, outcome = p_outcome, due_at = p_due_at, taken_until = null
    where id = p_outbox and outcome is null
$$;

-- There is no webhook any more to send it to.
create function drop_notice(p_outbox bigint)
returns void language sql security definer set search_path = public, pg_temp as $$
  update outbox set outcome = 'given-up', due_at = null, taken_until = null where id = p_outbox and outcome is null
$$;

-- Where the customer is told. The secret is kept where there is one: 'created' or 'moved', or 'no-customer'.
create function put_webhook(p_customer text, p_url text, p_secret text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  had text;
begin
  select webhook_url into had from customer where id = p_customer for no key update;
  if not found then
    return 'no-customer';
  end if;
  update customer
    set webhook_url = p_url, webhook_secret = coalesce(webhook_secret, p_secret), webhook_failures = 0
    where id = p_customer;
  return case when had is null then 'created' else 'moved' end;
end $$;

-- The secret until now signs as well until p_old_until. False where there is no webhook.
create function rotate_webhook_secret(p_customer text, p_secret text, p_old_until timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update customer
    set webhook_secret = p_secret, webhook_old_secret = webhook_secret, webhook_old_until = p_old_until
    where id = p_customer and webhook_url is not null;
  return found;
end $$;

-- What waits is not sent to any other. False where there is no webhook.
create function remove_webhook(p_customer text)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update customer
    set webhook_url = null, webhook_secret = null, webhook_old_secret = null, webhook_old_until = null, webhook_failures = 0
    where id = p_customer and webhook_url is not null;
  if not found then
    return false;
  end if;
  update outbox set outcome = 'given-up', due_at = null, taken_until = null where customer = p_customer and due_at is not null;
  return true;
end $$;

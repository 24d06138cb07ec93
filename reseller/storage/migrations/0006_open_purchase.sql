-- Claims the request and holds its price, or says why not. Nothing is stored unless it is 'opened'.
--   opened        the caller, and nobody else, may now send it to VTpass
--   replay        the request is known: `result` is what has become of it
--   conflict      the request is known with other parameters
--   insufficient  the wallets do not hold the price; their balances are returned
--   no_customer
-- enable_seqscan is off here and below since a plan is kept: one that was made while the tables were small would read them
-- from end to end when they no longer are.
create function open_purchase(
  p_id uuid, p_customer text, p_request_id text, p_fingerprint text, p_reference text,
  p_kind text, p_service_id text, p_variation text, p_title text, p_recipient text, p_phone text, p_subscription text,
  p_cost bigint, p_price bigint, p_earns bigint, p_use_cashback boolean,
  p_actor text, p_at timestamptz, p_wake_at timestamptz,
  out happened text, out main_balance bigint, out cashback_balance bigint, out result purchase
) language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  from_cashback bigint;
  entry bigint;
begin
  -- The lock comes before the look: twins wait here, and each sees what the one before it has done. The unique index
  -- (customer, request_id) would refuse the second even so.
  select * into main_balance, cashback_balance from lock_wallets(p_customer);
  if main_balance is null then
    happened := 'no_customer';
    return;
  end if;

  select * into result from purchase where customer = p_customer and request_id = p_request_id;
  if found then
    happened := case
      when result.fingerprint <> p_fingerprint then 'conflict'
      -- The same id is the same call: its caller never heard that the first one had been kept.
      when result.id = p_id and result.state = 'sending' then 'opened'
      else 'replay' end;
    return;
  end if;

  from_cashback := case when p_use_cashback then least(cashback_balance, p_price) else 0 end;
  if main_balance < p_price - from_cashback then
    happened := 'insufficient';
    return;
  end if;

  insert into purchase (
    id, customer, request_id, fingerprint, reference,
    kind, service_id, variation, title, recipient, phone, subscription,
    cost, price, earns, paid_cashback, paid_main,
    state, wake_at, opened_at, changed_at
  ) values (
    p_id, p_customer, p_request_id, p_fingerprint, p_reference,
    p_kind, p_service_id, p_variation, p_title, p_recipient, p_phone, p_subscription,
    p_cost, p_price, p_earns, from_cashback, p_price - from_cashback,
    'sending', p_wake_at, p_at, p_at
  ) returning * into result;
  insert into journal (kind, purchase, actor, at) values ('hold', p_id, p_actor, p_at) returning id into entry;
  perform post_transfer(entry, 'cashback', 'in_flight', result.paid_cashback, p_customer);
  perform post_transfer(entry, 'main', 'in_flight', result.paid_main, p_customer);
  main_balance := main_balance - result.paid_main;
  cashback_balance := cashback_balance - result.paid_cashback;
  happened := 'opened';
end $$;

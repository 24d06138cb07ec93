-- What a customer asked for, what it costs, and what has become of it. The row is the job as well: `wake_at` is when
-- somebody must look at it next.
create table purchase (
  id uuid primary key,
  customer text not null references customer,
  -- The customer's own. It is never sent to VTpass.
  request_id text not null,
  -- Of the parameters: the same request_id with other ones is refused.
  fingerprint text not null,
  -- Ours: the request_id that VTpass is given.
  reference text not null,

  kind text not null check (kind in ('data', 'airtime', 'tv')),
  service_id text not null,
  variation text,
  title text not null,
  recipient text not null,
  phone text not null,
  subscription text check (subscription in ('change', 'renew')),

  -- Kobo. `cost` is VTpass's face price, `price` what the customer pays, `earns` the cashback on delivery.
  cost bigint not null check (cost > 0),
  price bigint not null check (price > 0),
  paid_main bigint not null check (paid_main >= 0),
  paid_cashback bigint not null check (paid_cashback >= 0),
  earns bigint not null check (earns >= 0),
  -- VTpass's total, to the kobo; known once it is delivered.
  charged bigint check (charged >= 0),
  earned bigint not null default 0 check (earned >= 0),
  -- What a delivery after the refund has cost the house, as long as VTpass has not given it back.
  late_loss bigint not null default 0 check (late_loss >= 0),

  state text not null check (state in ('sending', 'unknown', 'review', 'delivered', 'failed', 'reversed')),
  wake_at timestamptz,
  -- When a webhook last asked for a look.
  woken_at timestamptz,
  -- How often requery was asked, and how often in a row VTpass did not know the reference (015).
  asked integer not null default 0,
  not_found integer not null default 0,

  -- What VTpass said when the state was decided; while it is open, what it said last.
  last_code text,
  transaction_id text,
  answer jsonb,

  opened_at timestamptz not null,
  -- When the POST to VTpass ended; null where the process died before it did.
  pay_ended_at timestamptz,
  settled_at timestamptz,
  reversed_at timestamptz,
  -- When it came to be in its state.
  changed_at timestamptz not null,

  constraint one_purchase_a_request unique (customer, request_id),
  constraint one_purchase_a_reference unique (reference),
  constraint paid_in_full check (paid_main + paid_cashback = price),
  constraint open_has_a_wake_up check (state not in ('sending', 'unknown', 'review') or wake_at is not null),
  constraint final_is_settled check ((state in ('delivered', 'failed', 'reversed')) = (settled_at is not null)),
  constraint reversed_has_a_time check ((state = 'reversed') = (reversed_at is not null)),
  constraint delivered_was_charged check ((state in ('delivered', 'reversed')) = (charged is not null)),
  constraint earned_as_promised check (earned in (0, earns)),
  constraint loss_follows_a_refund check (late_loss = 0 or state in ('failed', 'reversed'))
);

create index purchase_due on purchase (wake_at) where wake_at is not null;
create index purchase_open on purchase (customer, opened_at) where state in ('sending', 'unknown', 'review');
-- Only for who asks `price > 0`, which is always so. The function that opens a purchase keeps its plan for as long as its
-- connection lives; made on an empty table, that plan took this index for a request_id and read all that the customer had
-- ever bought: 600 purchases a second became 270 after 10,000.
create index purchase_of_customer on purchase (customer, opened_at desc, id desc) where price > 0;

create function is_open(p_state text) returns boolean language sql immutable
return p_state in ('sending', 'unknown', 'review');

-- A final state never moves back, whatever a later program does.
create function refuse_backward_move() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) in (
    ('sending', 'unknown'), ('sending', 'delivered'), ('sending', 'failed'),
    ('unknown', 'review'), ('unknown', 'delivered'), ('unknown', 'failed'),
    ('review', 'delivered'), ('review', 'failed'),
    ('delivered', 'reversed')
  ) then
    return new;
  end if;
  raise exception 'purchase % cannot become % after %', old.id, new.state, old.state
    using errcode = 'check_violation', constraint = 'state_moves_forward';
end $$;

create trigger state_moves_forward before update of state on purchase for each row
  when (old.state is distinct from new.state) execute function refuse_backward_move();

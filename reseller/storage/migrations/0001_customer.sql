-- Who buys, and the two wallets that each of them has.

-- One sequence numbers all that happens, whichever table it is kept in. What happens to one purchase happens under
-- the lock of its row, so that these numbers give its true order, where two clocks could not.
create sequence happening;

create table customer (
  id text primary key check (length(id) between 1 and 128),
  kind text not null check (kind in ('regular', 'friendly')),
  phone text not null,
  -- Where the customer is told of changes, and what that is signed with.
  webhook_url text,
  webhook_secret text,
  -- After a change of the secret both sign, until then.
  webhook_old_secret text,
  webhook_old_until timestamptz,
  -- Attempts that failed, since one did not.
  webhook_failures integer not null default 0,
  created_at timestamptz not null,
  constraint a_webhook_is_signed check ((webhook_url is null) = (webhook_secret is null)),
  constraint an_old_secret_ends check (
    (webhook_old_secret is null) = (webhook_old_until is null) and (webhook_old_secret is null or webhook_secret is not null)
  )
);

-- The balance of a wallet is kept, and not summed: a purchase must see it, lock it and change it in one step.
-- `version` counts the lines of the wallet. The pages have room, so that a new balance needs no new index entry.
create table wallet (
  customer text not null references customer,
  kind text not null check (kind in ('main', 'cashback')),
  balance bigint not null default 0,
  version bigint not null default 0 check (version >= 0),
  primary key (customer, kind),
  constraint no_balance_below_zero check (balance >= 0),
  -- A number of JavaScript is exact up to here.
  constraint balance_is_exact check (balance <= 9007199254740991)
) with (fillfactor = 50);

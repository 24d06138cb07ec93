-- The counters of rate-limiter-flexible, in its own shape, for several processes on one database. They may be lost.
-- The pages have room: a counter that is counted up needs no new entry in the index.
create unlogged table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  -- Milliseconds since 1970.
  expire bigint
) with (fillfactor = 50);

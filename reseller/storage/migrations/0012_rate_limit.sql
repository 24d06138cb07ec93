-- The counters of rate-limiter-flexible, in its own shape, for several processes on one database. They may be lost.
create unlogged table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

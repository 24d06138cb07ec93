-- What the reseller may do once it runs: read everything, and change it through the functions above alone. They run
-- with the rights of whoever owns them. A trigger guards the ledger from its owner; this guards all of it from the rest.
do $$
begin
  if to_regrole('reseller_app') is null then
    create role reseller_app nologin;
  end if;
  -- From PostgreSQL 16 on, whoever makes a role is a member of it and may not take it all the same.
  if not pg_has_role(
    current_user, 'reseller_app', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end
  ) then
    grant reseller_app to current_user;
  end if;
exception
  -- Another database of the same server was migrated at the same time.
  when duplicate_object or unique_violation then null;
  -- A managed server may not let us make roles. Then the triggers and constraints are what there is.
  when insufficient_privilege then raise notice 'no role reseller_app: the reseller runs with its owner''s rights';
end $$;

do $$
declare
  f regprocedure;
begin
  -- A function is everybody's until it is taken away.
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('revoke execute on function %s from public', f);
  end loop;
  if to_regrole('reseller_app') is null then
    return;
  end if;
  grant select on all tables in schema public to reseller_app;
  grant insert, update, delete on rate_limit to reseller_app;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('grant execute on function %s to reseller_app', f);
  end loop;
end $$;

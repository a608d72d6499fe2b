-- Which of these keys have a row that needs them? Asked by the sweeper, which may destroy the others.
-- It answers ids that the asker already has, nothing else.
create policy contact_sweep on contact for select to serai_owner using (true);
create policy client_sweep on client for select to serai_owner using (true);

create function keys_in_use(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select id from client where id = any (ids)
  union select id from contact where id = any (ids)
$$;
revoke all on function keys_in_use(uuid[]) from public;
grant execute on function keys_in_use(uuid[]) to serai_auth;
grant delete on draft to serai_auth;
create policy draft_sweep on draft to serai_auth using (true);
grant select on draft to serai_auth;

-- A browser at which several people of a centre work in turn.

create table shared_device (
  -- Hash of the browser's own secret, as in session.device_hash and known_device.token_hash.
  token_hash bytea primary key,
  centre_id uuid not null references centre (id),
  marked_by uuid not null references staff_member (id),
  marked_at timestamptz not null
);
alter table shared_device enable row level security;
alter table shared_device force row level security;
create policy shared_device_auth on shared_device to serai_auth using (true) with check (true);
grant select, insert, update, delete on shared_device to serai_auth;
create index session_device on session (device_hash) where ended_at is null;

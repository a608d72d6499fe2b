-- Passkeys, the PIN of a locked screen, and the list of where somebody is signed in.

-- A key that a colleague's device keeps. Nothing here is secret: the private half never leaves the device.
create table passkey (
  id uuid primary key,
  staff_id uuid not null references staff_member (id),
  centre_id uuid not null references centre (id),
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  -- The name of the house by which the key was made; it answers under no other.
  rp_id text not null,
  synced boolean not null,
  sealed_name bytea not null,
  created_at timestamptz not null,
  last_used_on date,
  -- Its counter went backwards: perhaps there is a copy. It opens nothing until its owner removes it.
  suspected_at timestamptz
);
create index passkey_staff on passkey (staff_id);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy passkey_auth on passkey to serai_auth using (true) with check (true);
grant select, insert, update, delete on passkey to serai_auth;
create policy passkey_read on passkey for select to serai_reader
  using (centre_id = (select serai.session_centre()));
grant select (id, staff_id, centre_id, rp_id, synced, sealed_name, created_at, last_used_on, suspected_at)
  on passkey to serai_reader;

-- What a device is asked to sign: five minutes, once, in the browser that asked for it.
create table passkey_challenge (
  challenge_hash bytea primary key,
  browser_hash bytea not null,
  purpose text not null check (purpose in ('sign-in', 'register', 'step-up', 'unlock')),
  staff_id uuid references staff_member (id),
  expires_at timestamptz not null
);
create index passkey_challenge_end on passkey_challenge (expires_at);
alter table passkey_challenge enable row level security;
alter table passkey_challenge force row level security;
create policy challenge_auth on passkey_challenge to serai_auth using (true) with check (true);
grant select, insert, update, delete on passkey_challenge to serai_auth;

-- Six to ten digits that resume a locked screen and open nothing else.
create table staff_pin (
  staff_id uuid primary key references staff_member (id),
  centre_id uuid not null references centre (id),
  pin_hash text not null,
  set_at timestamptz not null,
  failures integer not null default 0
);
alter table staff_pin enable row level security;
alter table staff_pin force row level security;
create policy pin_auth on staff_pin to serai_auth using (true) with check (true);
grant select, insert, update, delete on staff_pin to serai_auth;
create policy pin_read on staff_pin for select to serai_reader using (staff_id = (select serai.session_staff()));
grant select (staff_id, centre_id, set_at, failures) on staff_pin to serai_reader;

-- Which kind of browser on which kind of system: coarse words, never an address.
alter table session add column device text;
alter table session add column device_hash bytea;
alter table session add column method text not null default 'code' check (method in ('code', 'passkey', 'link'));
create policy session_read on session for select to serai_reader
  using (centre_id = (select serai.session_centre()));
grant select (id, kind, staff_id, centre_id, device, method, created_at, expires_at, last_seen_at, locked_at, ended_at)
  on session to serai_reader;

alter table known_device add column id uuid not null default gen_random_uuid();
alter table known_device add column device text;
create policy device_read on known_device for select to serai_reader
  using (staff_id = (select serai.session_staff()));
grant select (id, staff_id, device, created_at, last_used_at) on known_device to serai_reader;

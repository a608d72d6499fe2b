-- Centres, sites and the people who work there.

create table centre (
  id uuid primary key,
  name jsonb not null,
  kind text not null,
  context text not null,
  status text not null default 'open',
  country text not null,
  time_zone text not null,
  default_language text not null,
  languages text[] not null,
  client_languages text[] not null,
  calendar text not null default 'gregory',
  phone text,
  email text,
  address jsonb not null default '{}',
  services text[] not null default '{}',
  settings jsonb not null default '{}',
  file_prefix text not null default 'K',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on column centre.settings is 'Settings by dotted name; the defaults stand in centre-settings.ts';

create table site (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  name jsonb not null,
  type text not null,
  address jsonb not null default '{}',
  address_hidden boolean not null default false,
  phone text,
  hours jsonb not null default '[]',
  languages text[] not null default '{}',
  accessible boolean,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index site_centre on site (centre_id);

-- What a centre switched off: code-list values, topics and form fields. No row means on.
create table centre_switch (
  centre_id uuid not null references centre (id),
  list text not null,
  code text not null,
  enabled boolean not null,
  required boolean not null default false,
  primary key (centre_id, list, code)
);

create table staff_member (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  site_id uuid references site (id),
  sealed_identity bytea not null,
  email_mac bytea not null,
  roles text[] not null,
  status text not null check (status in ('invited', 'active', 'disabled')),
  expires_on date,
  language text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  left_at timestamptz,
  version integer not null default 1,
  unique (email_mac)
);
create index staff_member_centre on staff_member (centre_id);

-- Secrets of sign-in: seen by the auth role only.
create table staff_credential (
  staff_id uuid primary key references staff_member (id),
  passphrase_hash text,
  sealed_totp bytea,
  totp_last_step bigint,
  failures integer not null default 0,
  last_failure_at timestamptz,
  changed_at timestamptz not null
);

create table invitation (
  token_hash bytea primary key,
  staff_id uuid not null references staff_member (id),
  centre_id uuid not null,
  kind text not null check (kind in ('join', 'second_factor')),
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index invitation_staff on invitation (staff_id);

-- Guessing limits by keyed hash of what was tried (account, address of the day): no address is stored.
create table sign_in_limit (
  bucket_mac bytea primary key,
  failures integer not null,
  window_start timestamptz not null
);

alter table centre enable row level security;
alter table centre force row level security;
create policy centre_public on centre for select to serai_reader using (true);
create policy centre_own on centre to serai_app using (id = (select serai.session_centre())) with check (id = (select serai.session_centre()));
create policy centre_auth on centre to serai_auth using (true) with check (true);
grant select, update on centre to serai_app;
grant select on centre to serai_reader;
grant select, insert, update on centre to serai_auth;

alter table site enable row level security;
alter table site force row level security;
create policy site_public on site for select to serai_reader
  using (not address_hidden or centre_id = (select serai.session_centre()));
create policy site_own on site to serai_app
  using (centre_id = (select serai.session_centre())) with check (centre_id = (select serai.session_centre()));
create policy site_auth on site to serai_auth using (true) with check (true);
grant select, insert, update on site to serai_app;
grant select on site to serai_reader;
grant select, insert on site to serai_auth;

call build_wall('centre_switch');
create policy switch_auth on centre_switch to serai_auth using (true) with check (true);
grant select, insert, update on centre_switch to serai_auth;

call build_wall('staff_member');
create policy staff_auth on staff_member to serai_auth using (true) with check (true);
grant select, insert, update on staff_member to serai_auth;

alter table staff_credential enable row level security;
alter table staff_credential force row level security;
create policy credential_auth on staff_credential to serai_auth using (true) with check (true);
grant select, insert, update on staff_credential to serai_auth;

alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_auth on invitation to serai_auth using (true) with check (true);
grant select, insert, update on invitation to serai_auth;

alter table sign_in_limit enable row level security;
alter table sign_in_limit force row level security;
create policy limit_auth on sign_in_limit to serai_auth using (true) with check (true);
grant select, insert, update, delete on sign_in_limit to serai_auth;

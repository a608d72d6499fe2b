-- Clients: who they are is sealed; what can be counted stands in plain columns under random ids.

create table file_number (
  centre_id uuid not null,
  year integer not null,
  last integer not null,
  primary key (centre_id, year)
);

create table client (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  site_id uuid,
  file_no text not null,
  file_status text not null default 'active',
  sex text not null,
  birth_year integer,
  birth_precision text not null default 'unknown' check (birth_precision in ('exact', 'year', 'estimated', 'band', 'unknown')),
  age_band text not null,
  nationalities text[] not null default '{}',
  origin_country text,
  origin_admin1 text,
  destinations text[] not null default '{}',
  stage text not null,
  purpose text,
  categories text[] not null default '{}',
  languages text[] not null,
  literacy text,
  education text,
  employment text,
  sector text,
  dependants integer,
  heard_via text,
  staff_sex_preference text,
  -- What safe contact allows, countable without opening the file.
  contact_phone_ok boolean not null default false,
  contact_message_ok boolean not null default false,
  contact_email_ok boolean not null default false,
  restricted boolean not null default false,
  minor boolean not null default false,
  assigned_to uuid,
  registered_on date not null,
  registered_by uuid not null,
  recorded_at timestamptz not null,
  last_contact_on date,
  retention_until date,
  updated_by uuid not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  unique (centre_id, file_no)
);
create index client_recent on client (centre_id, recorded_at desc, id);
create index client_registered on client (centre_id, registered_on);
create index client_assigned on client (centre_id, assigned_to);

create table restricted_reader (
  client_id uuid not null references client (id),
  staff_id uuid not null,
  centre_id uuid not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  primary key (client_id, staff_id)
);

create function may_open_restricted(client uuid) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  select exists (select 1 from restricted_reader r
                 where r.client_id = client and r.staff_id = (select serai.session_staff()))
$$;

create table client_identity (
  client_id uuid primary key references client (id),
  centre_id uuid not null,
  restricted boolean not null default false,
  sealed bytea not null,
  version integer not null
);

create table client_revision (
  client_id uuid not null references client (id),
  version integer not null,
  centre_id uuid not null,
  restricted boolean not null default false,
  sealed bytea not null,
  fields text[] not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (client_id, version)
);

create table client_card (
  id uuid primary key,
  client_id uuid not null references client (id),
  centre_id uuid not null,
  restricted boolean not null default false,
  number_mac bytea not null,
  sealed_number bytea not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  unique (centre_id, number_mac)
);
create index client_card_client on client_card (client_id);

-- One row per decision of the person; the newest row of a purpose is in force. Never deleted: proof.
create table consent (
  id uuid primary key,
  centre_id uuid not null,
  client_id uuid not null references client (id),
  restricted boolean not null default false,
  purpose text not null,
  status text not null check (status in ('given', 'refused', 'withdrawn', 'expired', 'not_possible_vital_interest')),
  form text,
  legal_basis text not null,
  explained_in text not null,
  checklist text[] not null default '{}',
  sealed_proof bytea,
  given_on date not null,
  valid_until date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  seq bigint generated always as identity
);
create index consent_client on consent (client_id, purpose, seq desc);

create table possible_duplicate (
  client_id uuid not null references client (id),
  other_client_id uuid not null references client (id),
  centre_id uuid not null,
  score real not null,
  reasons text[] not null,
  status text not null default 'suspected' check (status in ('suspected', 'not_duplicate')),
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null,
  primary key (client_id, other_client_id)
);

-- Every change of an identity, so that each process catches up its in-memory index.
-- Sequences commit out of order: readers look back by transaction id, not by number alone.
create table client_change (
  seq bigint generated always as identity primary key,
  client_id uuid not null,
  centre_id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now()
);

create function announce_client_change() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  insert into client_change (client_id, centre_id) values (new.client_id, new.centre_id);
  perform pg_notify('serai_client_change', '');
  return new;
end $$;
create trigger client_identity_changed after insert or update on client_identity
  for each row execute function announce_client_change();
create trigger client_card_changed after insert or update on client_card
  for each row execute function announce_client_change();

call build_wall('file_number');
call build_wall('restricted_reader');
create policy restricted_definer on restricted_reader for select to serai_owner using (true);
grant delete on restricted_reader to serai_app;
call build_wall('client', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(id))');
call build_wall('client_identity', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');
call build_wall('client_revision', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');
call build_wall('client_card', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');
call build_wall('consent', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');
call build_wall('possible_duplicate');

-- The index of names is filled by the house itself, not by a person's session: a role of its own
-- that can read sealed identities (useless without the keys) and nothing else.
grant select on client, client_identity, client_card, client_change to serai_indexer;
create policy indexer_client on client for select to serai_indexer using (true);
create policy indexer_identity on client_identity for select to serai_indexer using (true);
create policy indexer_card on client_card for select to serai_indexer using (true);
alter table client_change enable row level security;
alter table client_change force row level security;
create policy indexer_change on client_change for select to serai_indexer using (true);
create policy change_definer on client_change to serai_owner using (true) with check (true);

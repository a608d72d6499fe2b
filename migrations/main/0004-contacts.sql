-- Contacts are the ledger: every service given to someone is a row.

create table contact (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  site_id uuid not null,
  kind text not null default 'counselling',
  who text not null check (who in ('client', 'anonymous', 'head_count')),
  client_id uuid references client (id),
  restricted boolean not null default false,
  -- Who spoke: the person, or a relative or friend on the person's behalf.
  asker_role text not null default 'self',
  channel text not null,
  channel_group text not null,
  direction text not null default 'inbound',
  occurred_on date not null,
  started_at timestamptz not null,
  minutes integer not null check (minutes between 0 and 1440),
  language text not null,
  interpreter boolean not null default false,
  topics text[] not null check (cardinality(topics) between 1 and 12),
  main_topic text generated always as (topics[1]) stored,
  corridor_from text,
  corridor_to text,
  result text not null,
  stay_option_explained boolean not null,
  risk_info_given boolean not null default false,
  options_explained text[] not null default '{}',
  documents_given text[] not null default '{}',
  third_party_present boolean not null default false,
  private_space boolean,
  intention_before text,
  intention_after text,
  likelihood_before smallint check (likelihood_before between 0 and 10),
  likelihood_after smallint check (likelihood_after between 0 and 10),
  knowledge_before smallint check (knowledge_before between 0 and 10),
  knowledge_after smallint check (knowledge_after between 0 and 10),
  knows_whom_to_contact boolean,
  satisfaction smallint check (satisfaction between 1 and 5),
  -- Coarse facts: copied from the file for a client, asked for an anonymous visitor. Counted, never named.
  sex text not null,
  age_band text not null,
  stage text not null,
  nationality text,
  district text,
  first_time boolean not null default false,
  people integer not null default 1 check (people between 1 and 10000),
  urgent boolean not null default false,
  sealed_note bytea,
  counsellor_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  entered_later boolean not null default false,
  voided_at timestamptz,
  voided_by uuid,
  version integer not null default 1,
  check ((who = 'client') = (client_id is not null))
);
create index contact_day on contact (centre_id, occurred_on, id) where voided_at is null;
create index contact_of_client on contact (client_id, started_at desc);
create index contact_counsellor on contact (centre_id, counsellor_id, occurred_on desc);
create index contact_recent on contact (centre_id, recorded_at desc, id);

-- Everybody a conversation was with: a family advised together is one contact and several people.
create table contact_client (
  contact_id uuid not null references contact (id),
  client_id uuid not null references client (id),
  centre_id uuid not null,
  occurred_on date not null,
  voided boolean not null default false,
  primary key (contact_id, client_id)
);
create index contact_client_person on contact_client (client_id, occurred_on desc);
create index contact_client_day on contact_client (centre_id, occurred_on, client_id) where not voided;

create table contact_revision (
  contact_id uuid not null references contact (id),
  version integer not null,
  centre_id uuid not null,
  restricted boolean not null default false,
  client_id uuid,
  sealed bytea not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (contact_id, version)
);

create table follow_up (
  id uuid primary key,
  centre_id uuid not null,
  client_id uuid not null references client (id),
  restricted boolean not null default false,
  contact_id uuid references contact (id),
  due_on date not null,
  way text not null check (way in ('phone', 'message', 'email', 'visit')),
  assigned_to uuid not null,
  sealed_note bytea,
  reminder text not null default 'none' check (reminder in ('none', 'planned', 'sent', 'withdrawn')),
  outcome text,
  closed_by uuid,
  closed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1
);
create index follow_up_open on follow_up (centre_id, assigned_to, due_on) where closed_at is null;
create index follow_up_due on follow_up (centre_id, due_on) where closed_at is null;
create index follow_up_client on follow_up (client_id, due_on);

call build_wall('contact', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');
call build_wall('contact_client');
call build_wall('contact_revision', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');
call build_wall('follow_up', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');

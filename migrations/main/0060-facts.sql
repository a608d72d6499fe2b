-- Facts: a fee, a time limit, a rule, a number to call; each with its source, and quoted by pages.
-- Nothing here is about a person. What is published is for everyone, so the reader login sees it without a session.

-- Counts every change that the public could see. Its row is locked by each such change, so revisions commit in order
-- and whoever has read up to one has missed nothing.
create table content_revision (
  centre_id uuid primary key references centre (id),
  revision bigint not null,
  changed_at timestamptz not null
);

create table fact (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  code text not null,
  kind text not null,
  statement text not null,
  value numeric,
  value_to numeric,
  unit text,
  text text,
  corridor_from text,
  corridor_to text,
  country text,
  sector text,
  sex text,
  cost_item text,
  payer text,
  route text,
  valid_from date,
  valid_to date,
  source_title text,
  source_url text,
  -- As precise as the source is: a year, a month or a day.
  source_date text,
  retrieved_on date,
  confidence text not null check (confidence in ('official', 'secondary', 'reported')),
  checked_on date,
  checked_by uuid,
  review_due date,
  origin text not null default 'own' check (origin in ('own', 'starter')),
  version integer not null default 1,
  -- The last version that changed what a person should do; who was told an older one may have to hear of it.
  substance_version integer not null default 1,
  changed_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  revision bigint not null,
  unique (centre_id, code)
);
create index fact_revision on fact (centre_id, revision);
create index fact_corridor on fact (centre_id, corridor_from, corridor_to) where retired_at is null;

-- As it was before each change.
create table fact_version (
  fact_id uuid not null references fact (id),
  version integer not null,
  centre_id uuid not null,
  snapshot jsonb not null,
  reason text not null,
  substance boolean not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (fact_id, version)
);

create table fact_text (
  fact_id uuid not null references fact (id),
  language text not null,
  centre_id uuid not null,
  statement text not null,
  -- The version of the fact that it translates; behind it, it is marked.
  of_version integer not null,
  status text not null check (status in ('draft', 'checked')),
  edited_by uuid,
  checked_by uuid,
  updated_at timestamptz not null,
  primary key (fact_id, language)
);

-- Two sources that do not agree: both are shown, with what to make of it.
create table fact_conflict (
  fact_id uuid not null references fact (id),
  other_id uuid not null references fact (id),
  centre_id uuid not null,
  note text not null,
  note_texts jsonb not null default '{}',
  noted_by uuid,
  noted_at timestamptz not null,
  primary key (fact_id, other_id),
  check (fact_id < other_id)
);

call build_wall('content_revision');
call build_wall('fact');
call build_wall('fact_version');
call build_wall('fact_text');
call build_wall('fact_conflict');
grant delete on fact_conflict to serai_app;
create policy everyone_reads on content_revision for select to serai_reader using (true);
create policy everyone_reads on fact for select to serai_reader using (retired_at is null);
create policy everyone_reads on fact_text for select to serai_reader using (true);
create policy everyone_reads on fact_conflict for select to serai_reader using (true);

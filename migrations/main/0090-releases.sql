-- What left the house in numbers: the protected values as others have them, never the counts behind them. The next release
-- is protected against all of these, so nothing here is changed or taken away: a release that was a mistake is marked, and
-- stays, because it is out.
create table release (
  id uuid primary key,
  -- In the order in which they left: releases of a centre are made one after the other.
  seq bigint generated always as identity,
  centre_id uuid not null references centre (id),
  site_id uuid references site (id),
  kind text not null check (kind in ('month', 'quarter', 'year')),
  calendar text not null,
  first_day date not null,
  next_day date not null check (next_day > first_day),
  audience text not null check (audience in ('internal', 'public')),
  threshold integer not null check (threshold >= 3),
  -- To whom and why, sealed for the house: what staff wrote.
  sealed_purpose bytea not null,
  -- Over the protected values alone.
  hash text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  sealed_withdrawal bytea,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (sealed_withdrawal is null))
);
create index release_period on release (centre_id, first_day, next_day);

create table released_table (
  release_id uuid not null references release (id),
  centre_id uuid not null references centre (id),
  position integer not null,
  code text not null,
  unit text not null,
  dimensions text[] not null,
  -- [{"key": [...], "n": 12 | null}]; null is hidden.
  cells jsonb not null,
  primary key (release_id, code)
);

-- The bytes as they left, so that a later download is the same release and not a newer program's idea of it.
create table release_file (
  release_id uuid not null references release (id),
  centre_id uuid not null references centre (id),
  language text not null,
  format text not null check (format in ('csv', 'xlsx', 'pdf')),
  bytes bytea not null,
  primary key (release_id, language, format)
);

call build_wall('release');
call build_wall('released_table');
call build_wall('release_file');
revoke update on release, released_table, release_file from serai_app;
grant update (withdrawn_by, withdrawn_at, sealed_withdrawal) on release to serai_app;

-- Reading that somebody should be asked about. Which file it was is sealed for the house: a flag about one's own family
-- would else say of a random number whose relative it is.
create table reading_flag (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  -- The reader.
  staff_id uuid not null,
  kind text not null check (kind in ('sweep', 'searches', 'not-linked', 'own-family', 'after-hours', 'break-glass-chain', 'restricted-again')),
  day date not null,
  -- Keyed hash of the person where the flag is about one; empty where it is about many. One flag for each matter.
  matter bytea not null,
  count integer not null,
  usual integer,
  sealed_facts bytea not null,
  flagged_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'explained', 'follow_up')),
  reviewed_at timestamptz,
  reviewed_by uuid,
  sealed_note bytea,
  unique (centre_id, staff_id, kind, day, matter),
  -- Nobody explains their own reading.
  check (reviewed_by is null or reviewed_by <> staff_id),
  check ((state = 'open') = (reviewed_at is null) and (reviewed_at is null) = (reviewed_by is null))
);
create index reading_flag_open on reading_flag (centre_id, flagged_at desc) where state = 'open';
call build_wall('reading_flag');
revoke update on reading_flag from serai_app;
grant update (count, sealed_facts, state, reviewed_at, reviewed_by, sealed_note) on reading_flag to serai_app;

-- How far the reading of each centre was looked through.
create table reading_watch (
  centre_id uuid primary key references centre (id),
  seq bigint not null
);
call build_wall('reading_watch');

-- A notice may be about a file, or about several on one day.
alter table staff_notice add column client_id uuid;
alter table staff_notice add column count integer;

-- Looks at people by one reader, for what is usual with them.
create index audit_event_looks on audit_event (centre_id, actor_id, at) where result = 'viewed' and client_id is not null;

-- Looks at files without a link to the person: who, at which file. The operations of the house write and do not read the
-- record of who did what; this is what one of them needs of it.
create function looks_without_link(since timestamptz, until timestamptz) returns table (client_id uuid, actor_id uuid)
language sql stable security definer set search_path = serai, pg_temp as $$
  select distinct e.client_id, e.actor_id from audit_event e
  where e.centre_id = (select serai.session_centre()) and e.result = 'viewed' and e.purpose = 'not-linked'
    and e.client_id is not null and e.at >= since and e.at < until
$$;
create policy looks_definer on audit_event for select to serai_owner
  using (centre_id = (select serai.session_centre()));
revoke all on function looks_without_link(timestamptz, timestamptz) from public;
grant execute on function looks_without_link(timestamptz, timestamptz) to serai_app;

-- Where copies of the house go, when, how many stay, and what was seen of them. Nothing personal stands here; what opens a
-- bucket is sealed for the house. The machine's own work (copies, drills) is written by the machine, not by a role of the
-- application: nobody can make a drill look better than it was.
create table backup_target (
  id uuid primary key,
  part text not null check (part in ('records', 'keys')),
  kind text not null check (kind in ('folder', 'disk', 'object')),
  place text not null,
  region text,
  disk_mark text,
  secret bytea,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  -- Written by the machine: when it was last tried, when something last arrived, and why not.
  tried_at timestamptz,
  arrived_at timestamptz,
  problem text,
  check ((kind = 'object') = (secret is not null)),
  check ((kind = 'disk') = (disk_mark is not null))
);
call build_wall('backup_target', '(select serai.session_centre()) is not null');

create table backup_plan (
  id boolean primary key default true check (id),
  -- Of the day, in UTC.
  hour smallint not null check (hour between 0 and 23),
  daily smallint not null check (daily between 1 and 30),
  weekly smallint not null check (weekly between 0 and 53),
  monthly smallint not null check (monthly between 0 and 120),
  -- Somebody asked for one beside the plan.
  copy_wanted_at timestamptz,
  drill_wanted_at timestamptz
);
insert into backup_plan (hour, daily, weekly, monthly) values (1, 7, 5, 12);
call build_wall('backup_plan', '(select serai.session_centre()) is not null');
revoke insert on backup_plan from serai_app;

create table backup_run (
  id uuid primary key,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  made_at timestamptz,
  bytes bigint,
  -- Places that did not get it, by their number.
  missed smallint not null default 0,
  problem text,
  check ((made_at is null) = (problem is not null))
);
call build_wall('backup_run', '(select serai.session_centre()) is not null');
revoke insert, update on backup_run from serai_app;

create table restore_drill (
  id uuid primary key,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  -- Of the copy that was brought back, and up to when everything was there.
  made_at timestamptz,
  until_at timestamptz,
  rows bigint,
  tables integer,
  logs integer,
  indexes integer,
  events bigint,
  -- Where it failed and why; a code of ours.
  step text,
  problem text,
  check ((until_at is null) = (problem is not null))
);
call build_wall('restore_drill', '(select serai.session_centre()) is not null');
revoke insert, update on restore_drill from serai_app;
create index restore_drill_ended on restore_drill (ended_at);
create index backup_run_ended on backup_run (ended_at);

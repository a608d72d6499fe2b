-- The work list of people who may have two files: pairs over the whole register, best first.

-- How alike the two looked when somebody said that they are two people: asked again only when they look much more alike.
alter table possible_duplicate add column decided_score real;
alter table possible_duplicate add column asked_again boolean not null default false;
-- A pair stands once, whichever of the two was registered first.
create unique index possible_duplicate_pair on possible_duplicate
  (least(client_id, other_client_id), greatest(client_id, other_client_id));
create index possible_duplicate_best on possible_duplicate (centre_id, score desc, client_id, other_client_id)
  where status = 'suspected';
-- Pairs that no longer look alike go; what somebody decided stays.
grant delete on possible_duplicate to serai_app;

-- One look through the register of a centre. It goes on where it was when the house was closed in between.
create table duplicate_scan (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  -- Nobody: it came by itself.
  started_by uuid,
  started_at timestamptz not null,
  total integer not null,
  done integer not null default 0,
  -- The last file that was looked at, in the order of ids.
  position uuid,
  found integer not null default 0,
  fallen integer not null default 0,
  finished_at timestamptz
);
create unique index duplicate_scan_one on duplicate_scan (centre_id) where finished_at is null;
create index duplicate_scan_recent on duplicate_scan (centre_id, started_at desc);
call build_wall('duplicate_scan');

-- Who lives or travels with whom, and who speaks for a child. A link opens nobody's file to anybody.

create table household (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_on date
);
create index household_centre on household (centre_id);

create table household_member (
  id uuid primary key,
  household_id uuid not null references household (id),
  centre_id uuid not null,
  client_id uuid not null references client (id),
  -- To the head of the household; a code.
  relation text not null,
  from_on date not null,
  -- The last day; somebody may come back later, by a new row.
  until_on date check (until_on >= from_on),
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid
);
create unique index household_member_once on household_member (household_id, client_id) where until_on is null;
create unique index household_member_head on household_member (household_id) where until_on is null and relation = 'head';
create index household_member_client on household_member (client_id);

create table guardianship (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  child_id uuid not null references client (id),
  -- Somebody with a file here, or somebody who has none and whose name is sealed under the child's key.
  guardian_id uuid references client (id) check (guardian_id <> child_id),
  sealed_guardian bytea,
  relation text not null,
  assent boolean not null,
  -- Why it was done without the child's word, under the child's key.
  sealed_note bytea,
  from_on date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  until_on date,
  ended_by uuid,
  ended_because text,
  check ((guardian_id is null) <> (sealed_guardian is null)),
  check ((until_on is null) = (ended_because is null))
);
create unique index guardianship_once on guardianship (child_id, guardian_id) where until_on is null and guardian_id is not null;
create index guardianship_child on guardianship (child_id);
create index guardianship_guardian on guardianship (guardian_id) where guardian_id is not null;

-- Whoever may not open a person does not learn that they belong somewhere either: the row follows the person's wall.
call build_wall('household');
call build_wall('household_member', 'centre_id = (select serai.session_centre()) and exists (select from serai.client c where c.id = client_id)');
call build_wall('guardianship', 'centre_id = (select serai.session_centre()) and exists (select from serai.client c where c.id = child_id)');

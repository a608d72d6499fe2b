-- How each member of staff likes their lists, and what left the house as a list.

create table saved_view (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  list text not null,
  owner_id uuid not null references staff_member (id),
  shared boolean not null default false,
  -- The name and the filter: somebody may have typed a person into either.
  sealed bytea not null,
  created_at timestamptz not null
);
create index saved_view_list on saved_view (centre_id, list, owner_id);
call build_wall('saved_view', 'centre_id = (select serai.session_centre()) and (shared or owner_id = (select serai.session_staff()))');
grant delete on saved_view to serai_app;

create table list_choice (
  centre_id uuid not null references centre (id),
  staff_id uuid not null references staff_member (id),
  list text not null,
  columns text[] not null,
  -- A filter that is deleted is nobody's first any more.
  first_view_id uuid references saved_view (id) on delete set null,
  primary key (staff_id, centre_id, list)
);
call build_wall('list_choice', 'centre_id = (select serai.session_centre()) and staff_id = (select serai.session_staff())');

-- One list that left the house: the reason is in the audit; here is what the file is made of, for the minutes until it is.
create table list_export (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  staff_id uuid not null references staff_member (id),
  list text not null,
  sealed bytea not null,
  started_at timestamptz not null
);
call build_wall('list_export', 'centre_id = (select serai.session_centre()) and staff_id = (select serai.session_staff())');
create index list_export_staff on list_export (staff_id, started_at);
grant delete on list_export to serai_app;

-- Lists in the order of the day, voided contacts too.
create index contact_by_day on contact (centre_id, occurred_on desc, id desc);

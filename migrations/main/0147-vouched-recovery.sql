-- A link that was made with the recovery sheet opens only when somebody else stood by it: a colleague who vouched, or,
-- where nobody could, a day's wait in which everybody who can sign in was told.
alter table invitation
  add column recovers boolean not null default false,
  add column opens_at timestamptz,
  add column vouched_by uuid references staff_member (id),
  add column vouched_at timestamptz,
  add constraint invitation_vouched check ((vouched_by is null) = (vouched_at is null)),
  add constraint invitation_waits check (recovers or (opens_at is null and vouched_at is null));

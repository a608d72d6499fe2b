-- What somebody thought through with a counsellor, where they wished it kept: answers and result, sealed under the key
-- that the contact's own note is under. In clear stands only which rules were asked, and when.
create table decision_result (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  contact_id uuid not null references contact (id),
  client_id uuid references client (id),
  restricted boolean not null default false,
  ruleset_version text not null,
  day date not null,
  sealed bytea not null,
  kept_by uuid not null,
  kept_at timestamptz not null
);
create index decision_result_contact on decision_result (contact_id, kept_at desc);

call build_wall('decision_result', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_contact(contact_id))');

-- It is behind the same wall as its contact, whichever function moves the contact's flag: a trigger with the rights of
-- the asker, in the same transaction.
create function decision_result_follows_contact() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  update decision_result set restricted = new.restricted where contact_id = new.id;
  return null;
end $$;
create trigger contact_restricts_decision_result after update of restricted on contact
  for each row when (old.restricted is distinct from new.restricted) execute function decision_result_follows_contact();

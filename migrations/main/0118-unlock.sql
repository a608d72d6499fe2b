-- Who can open the house after a start: each permanent colleague holds the root key (or a share of it) under a key of
-- their own, and that key under each of their secrets. Nothing here opens anything without one of those secrets.

create table unlock_person (
  staff_id uuid primary key references staff_member (id) on delete cascade,
  centre_id uuid not null references centre (id),
  -- The person's own key, sealed for the house: an open house can hand out shares anew without asking anybody.
  sealed_key bytea not null,
  -- The root key or a share of it under that key; empty until handed out.
  granted bytea,
  -- Shares of the same splitting belong together; empty for the whole key.
  split_id uuid,
  made_at timestamptz not null
);
alter table unlock_person enable row level security;
alter table unlock_person force row level security;
create policy unlock_person_auth on unlock_person to serai_auth using (true) with check (true);
grant select, insert, update, delete on unlock_person to serai_auth;

create table unlock_wrap (
  id uuid primary key,
  staff_id uuid not null references unlock_person (staff_id) on delete cascade,
  centre_id uuid not null references centre (id),
  kind text not null check (kind in ('passphrase', 'passkey')),
  passkey_id uuid references passkey (id) on delete cascade,
  -- Hash of the passkey's credential; nothing for a passphrase: whose it is shows only in what it opens.
  credential_hash bytea unique,
  -- What stretching a passphrase cost when this was made: KiB of memory and passes of Argon2id.
  memory integer,
  passes integer,
  -- The person's own key under the stretched secret.
  wrapped bytea not null,
  made_on date not null,
  check ((kind = 'passkey') = (passkey_id is not null and credential_hash is not null)),
  check ((kind = 'passphrase') = (memory is not null and passes is not null))
);
create index unlock_wrap_staff on unlock_wrap (staff_id);
create unique index unlock_wrap_passphrase on unlock_wrap (staff_id) where kind = 'passphrase';
alter table unlock_wrap enable row level security;
alter table unlock_wrap force row level security;
create policy unlock_wrap_auth on unlock_wrap to serai_auth using (true) with check (true);
grant select, insert, update, delete on unlock_wrap to serai_auth;
-- That somebody can open the house may be seen in their centre; with what, never.
create policy unlock_wrap_read on unlock_wrap for select to serai_reader
  using (centre_id = (select serai.session_centre()));
grant select (id, staff_id, centre_id, kind, made_on) on unlock_wrap to serai_reader;

-- What was chosen last. The file beside the data says what holds; the two meet when the choice is carried out.
create table unlock_choice (
  house_id uuid primary key references house (id),
  mode text not null check (mode in ('automatic', 'person')),
  people integer not null check (people in (1, 2)),
  chosen_at timestamptz not null,
  -- Nobody where it was answered in the guided set-up.
  chosen_by uuid references staff_member (id),
  carried_out_at timestamptz
);
alter table unlock_choice enable row level security;
alter table unlock_choice force row level security;
create policy unlock_choice_auth on unlock_choice to serai_auth using (true) with check (true);
grant select, insert, update on unlock_choice to serai_auth;
create policy unlock_choice_read on unlock_choice for select to serai_reader using (true);
grant select on unlock_choice to serai_reader;

-- Whoever may no longer sign in may no longer open the house. Asked of the tables, so that no way of writing them can
-- forget it: a leaver, a volunteer, an account with a last day, a passphrase that changed, an address that changed.
create policy unlock_person_owner on unlock_person to serai_owner using (true) with check (true);
create policy unlock_wrap_owner on unlock_wrap to serai_owner using (true) with check (true);

create function drop_unlock_person() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  delete from unlock_person where staff_id = new.id;
  return null;
end $$;
revoke all on function drop_unlock_person() from public;
create trigger staff_member_unlock after update of status, roles, expires_on on staff_member
  for each row when (new.status <> 'active' or new.expires_on is not null or 'volunteer' = any (new.roles))
  execute function drop_unlock_person();

create function drop_passphrase_unlock() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  delete from unlock_wrap where staff_id = case tg_table_name when 'staff_member' then (to_jsonb(new)->>'id')::uuid
    else (to_jsonb(new)->>'staff_id')::uuid end and kind = 'passphrase';
  return null;
end $$;
revoke all on function drop_passphrase_unlock() from public;
create trigger staff_member_unlock_address after update of email_mac on staff_member
  for each row when (new.email_mac is distinct from old.email_mac)
  execute function drop_passphrase_unlock();
-- Without a second factor nobody signs in, so what was handed out for signing in goes too.
create trigger staff_credential_unlock after update of passphrase_hash, sealed_totp on staff_credential
  for each row when (new.passphrase_hash is distinct from old.passphrase_hash or new.sealed_totp is null)
  execute function drop_passphrase_unlock();

create function drop_passkey_unlock() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  delete from unlock_wrap where passkey_id = new.id;
  return null;
end $$;
revoke all on function drop_passkey_unlock() from public;
create trigger passkey_unlock after update of suspected_at on passkey
  for each row when (new.suspected_at is not null)
  execute function drop_passkey_unlock();

-- A key of one's own that no secret opens any more is nothing.
create function drop_empty_unlock_person() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  delete from unlock_person p where p.staff_id = old.staff_id
    and not exists (select from unlock_wrap w where w.staff_id = old.staff_id);
  return null;
end $$;
revoke all on function drop_empty_unlock_person() from public;
create trigger unlock_wrap_last after delete on unlock_wrap
  for each row execute function drop_empty_unlock_person();

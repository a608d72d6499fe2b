-- The scan of a signed consent. The paper itself is a file of the house, encrypted under a key below the person's; here
-- stands which file, and what it must be. A better scan may follow; nothing is removed: the newest counts.
create table consent_proof (
  file_id uuid primary key,
  consent_id uuid not null references consent (id),
  client_id uuid not null references client (id),
  centre_id uuid not null,
  restricted boolean not null default false,
  kind text not null check (kind in ('pdf', 'png', 'jpeg')),
  size integer not null check (size > 0),
  -- The fingerprint of a known paper would show whose it is.
  sealed_digest bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  seq bigint generated always as identity
);
create index consent_proof_client on consent_proof (client_id, seq desc);

call build_wall('consent_proof', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');

-- A restricted person is restricted here too, in the same transaction. A trigger with the rights of the asker, so that
-- this holds whichever later function moves the flag of a client.
create function consent_proof_follows_client() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  update consent_proof set restricted = new.restricted where client_id = new.id;
  return null;
end $$;
create trigger client_restricts_consent_proof after update of restricted on client
  for each row when (old.restricted is distinct from new.restricted) execute function consent_proof_follows_client();

-- Sweeping files without a row must see the rows of every centre and behind every restriction, or it would throw away
-- what somebody needs. The house's own login learns which files are named, and nothing else of them.
grant select (file_id) on consent_proof to serai_indexer;
create policy indexer_file on consent_proof for select to serai_indexer using (true);

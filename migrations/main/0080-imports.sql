-- An old register brought along: the file, its rows waiting under a key of their own, and what became of each row.

create table register_import (
  -- Also the id of its key: everything of the file is sealed under it, and it is destroyed when the time to undo is over.
  id uuid primary key,
  centre_id uuid not null references centre (id),
  state text not null check (state in ('open', 'checking', 'ready', 'running', 'done', 'undoing', 'undone', 'discarded')),
  file_id uuid,
  file_mac bytea not null,
  -- Name of the file, chosen sheet, columns, how values are read.
  sealed_settings bytea,
  -- Words that were not understood, by column.
  sealed_findings bytea,
  -- Numbers alone, for progress and result.
  counts jsonb not null default '{}',
  -- The one check whose rows count; an older one that still runs finds that it was overtaken.
  check_id uuid,
  same_decision text not null default 'attach' check (same_decision in ('attach', 'new', 'skip')),
  like_decision text not null default 'new' check (like_decision in ('attach', 'new', 'skip')),
  created_by uuid not null,
  created_at timestamptz not null,
  site_id uuid,
  started_by uuid,
  started_at timestamptz,
  finished_at timestamptz,
  undone_by uuid,
  last_activity_at timestamptz not null,
  purged_at timestamptz,
  version integer not null default 1
);
create index register_import_recent on register_import (centre_id, created_at desc, id);
create index register_import_file on register_import (centre_id, file_mac);

create table import_row (
  import_id uuid not null references register_import (id),
  -- As the file counts, so that a person finds it again.
  number integer not null,
  centre_id uuid not null,
  state text not null check (state in ('ready', 'wrong', 'repeated', 'skipped', 'taken', 'undone', 'kept')),
  -- The cells as they stood, under the import's key; gone once the row is taken.
  sealed bytea,
  fingerprint bytea not null,
  -- `column:code`, never a value.
  problems text[] not null default '{}',
  resemblance text not null default 'none' check (resemblance in ('none', 'same', 'like')),
  suspect_client uuid,
  suspect_row integer,
  suspect_score real,
  suspect_reasons text[] not null default '{}',
  decision text check (decision in ('attach', 'new', 'skip')),
  client_id uuid,
  made_client boolean not null default false,
  contact_id uuid,
  taken_at timestamptz,
  primary key (import_id, number)
);
create index import_row_state on import_row (import_id, state, number);
create index import_row_resembling on import_row (import_id, number) where resemblance <> 'none';
create index import_row_fingerprint on import_row (centre_id, fingerprint) where state in ('taken', 'kept');

-- The number a person had in the old register, as a keyed hash: a later file of visits finds its people by it.
create table import_reference (
  centre_id uuid not null,
  number_mac bytea not null,
  client_id uuid not null references client (id),
  primary key (centre_id, number_mac)
);
create index import_reference_client on import_reference (client_id);

-- How a kind of file is read, recognised again by its heading. Sealed for the house: it holds no row of the file.
create table import_template (
  centre_id uuid not null,
  header_mac bytea not null,
  sealed bytea not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (centre_id, header_mac)
);

call build_wall('register_import');
call build_wall('import_row');
grant delete on import_row to serai_app;
call build_wall('import_reference');
call build_wall('import_template');

-- The house looks after imports of every centre: which were left lying, which broke off. It learns no content.
grant select (id, centre_id, state, last_activity_at, finished_at, purged_at) on register_import to serai_auth;
create policy import_watch on register_import for select to serai_auth using (true);
grant select (file_id) on register_import to serai_indexer;
create policy indexer_file on register_import for select to serai_indexer using (true);

create policy import_sweep on register_import for select to serai_owner using (true);
create or replace function keys_in_use(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select id from client where id = any (ids)
  union select id from contact where id = any (ids)
  union select key_id from guide_audio where key_id = any (ids)
  union select id from register_import where id = any (ids) and purged_at is null
$$;

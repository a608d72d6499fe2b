-- The key store: wrapped keys only, in a cluster of its own that no backup of the records contains.
create table wrapped_key (
  id uuid primary key,
  kind text not null,
  label text,
  version smallint not null default 1,
  wrapped bytea,
  created_at timestamptz not null,
  expires_at timestamptz,
  shredded_at timestamptz,
  check ((wrapped is null) = (shredded_at is not null))
);
create unique index wrapped_key_label on wrapped_key (kind, label) where label is not null;
create index wrapped_key_expiry on wrapped_key (expires_at) where expires_at is not null and shredded_at is null;
grant select, insert, update on wrapped_key to serai_keys;

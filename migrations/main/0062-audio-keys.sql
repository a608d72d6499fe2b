-- Recordings of pages have keys of their own: the nightly sweep must know that they are needed.
create policy audio_sweep on guide_audio for select to serai_owner using (true);
create or replace function keys_in_use(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select id from client where id = any (ids)
  union select id from contact where id = any (ids)
  union select key_id from guide_audio where key_id = any (ids)
$$;
grant select (file_id) on guide_audio to serai_indexer;
create policy indexer_file on guide_audio for select to serai_indexer using (true);

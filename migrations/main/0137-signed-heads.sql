-- The ends of the audit chains, signed now and then by the house. The public half of the key is in the open: whoever has it
-- can tell a genuine head from a forged one, and a chain that no longer contains a signed head was cut or written anew.
create table audit_head_signed (
  centre_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  signed_at timestamptz not null,
  signature bytea not null,
  primary key (centre_id, seq)
);
alter table audit_head_signed enable row level security;
alter table audit_head_signed force row level security;
create policy signed_of_centre on audit_head_signed for select to serai_app, serai_reader
  using (centre_id = (select serai.session_centre()));
create policy signed_by_house on audit_head_signed to serai_audit using (true) with check (true);
grant select on audit_head_signed to serai_app, serai_reader;
-- Added to and never changed.
grant select, insert on audit_head_signed to serai_audit;
create function signed_heads_stay() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  raise exception 'a signed head stays as it is';
end $$;
create trigger signed_head_stays before update or delete or truncate on audit_head_signed
  for each statement execute function signed_heads_stay();

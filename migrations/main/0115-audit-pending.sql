-- What the audit would record while the house is sealed: without the key nothing can be appended to the keyed chain. It
-- stands here, linked without a key, and is chained in order when the house is opened.
create table audit_pending (
  seq bigint primary key,
  centre_id uuid not null,
  event text not null check (length(event) <= 20000),
  prev_hash bytea not null,
  hash bytea not null
);

-- Where the links begin and end. Rows that were chained are gone; their last link stays, so that none can be taken away.
create table audit_pending_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null,
  chained_seq bigint not null,
  chained_hash bytea not null
);
insert into audit_pending_head (seq, hash, chained_seq, chained_hash)
  values (0, decode(repeat('00', 32), 'hex'), 0, decode(repeat('00', 32), 'hex'));

create function append_pending(centre uuid, what text) returns void
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  head audit_pending_head;
  made bytea;
begin
  select * into head from audit_pending_head for update;
  made := sha256(convert_to(concat_ws('|', 'serai-pending-1', head.seq + 1, centre, encode(head.hash, 'hex'), what), 'UTF8'));
  insert into audit_pending (seq, centre_id, event, prev_hash, hash)
    values (head.seq + 1, centre, what, head.hash, made);
  update audit_pending_head set seq = head.seq + 1, hash = made;
end $$;
revoke all on function append_pending(uuid, text) from public;
grant execute on function append_pending(uuid, text) to serai_app, serai_auth, serai_audit;

alter table audit_pending enable row level security;
alter table audit_pending force row level security;
create policy pending_writer on audit_pending to serai_owner using (true) with check (true);
create policy pending_chained on audit_pending to serai_audit using (true);
grant select, delete on audit_pending to serai_audit;

alter table audit_pending_head enable row level security;
alter table audit_pending_head force row level security;
create policy pending_head_writer on audit_pending_head to serai_owner using (true) with check (true);
create policy pending_head_chained on audit_pending_head to serai_audit using (true) with check (true);
grant select, update (chained_seq, chained_hash) on audit_pending_head to serai_audit;

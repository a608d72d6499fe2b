-- For reading the record of who did what.
create index audit_event_action on audit_event (centre_id, action, seq desc);
create index audit_event_refused on audit_event (centre_id, seq desc) where result = 'refused';

-- Whoever may read the record also sees where its chain stands.
create policy head_read on audit_head for select to serai_reader using (centre_id = (select serai.session_centre()));
grant select on audit_head to serai_reader;

-- Each proof that the chain held, with the head it held at. A chain that was cut short and closed again is
-- recognised by an earlier proof that it no longer contains.
create table audit_check (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  checked_at timestamptz not null,
  checked_by uuid,
  events bigint not null,
  head_seq bigint not null,
  head_hash bytea not null,
  findings jsonb not null default '[]'
);
create index audit_check_latest on audit_check (centre_id, checked_at desc);
call build_wall('audit_check');
revoke update on audit_check from serai_app;

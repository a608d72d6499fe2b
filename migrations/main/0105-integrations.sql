-- Other programs: tokens that open a session of their own, and notices that go out to other programs.

alter table session drop constraint session_kind_check;
alter table session add constraint session_kind_check check (kind in ('staff', 'job', 'token'));
-- A program stands among the staff so that the record says who did what. It never signs in, is nobody's colleague, is
-- given no work, and no rule that asks for a second person counts it: it is not active.
alter table staff_member drop constraint staff_member_status_check;
alter table staff_member add constraint staff_member_status_check check (status in ('invited', 'active', 'disabled', 'program'));

create table api_token (
  -- The session that it opens.
  id uuid primary key,
  centre_id uuid not null references centre (id),
  staff_id uuid not null unique references staff_member (id),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by uuid not null,
  created_at timestamptz not null,
  -- The last day on which it works.
  expires_on date not null,
  last_used_on date,
  revoked_by uuid,
  revoked_at timestamptz
);
create index api_token_centre on api_token (centre_id, created_at desc);
call build_wall('api_token');
create policy token_auth on api_token to serai_auth using (true) with check (true);
grant select, insert, update on api_token to serai_auth;
revoke insert, update on api_token from serai_app;

-- Where notices go. Address and secret are sealed for the house; the secret signs what is sent.
create table webhook (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  sealed bytea not null,
  events text[] not null check (cardinality(events) > 0),
  created_by uuid not null,
  created_at timestamptz not null,
  failures integer not null default 0,
  stopped_at timestamptz,
  stopped_why text check (stopped_why in ('by-hand', 'failing')),
  version integer not null default 1
);
create index webhook_centre on webhook (centre_id) where stopped_at is null;
call build_wall('webhook');

-- One notice on its way. It says that something happened to a record, by the record's random id, and nothing else.
create table webhook_delivery (
  id uuid primary key,
  centre_id uuid not null,
  webhook_id uuid not null references webhook (id),
  event text not null,
  subject_id uuid,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  http_status integer,
  trouble text,
  settled_at timestamptz
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';
create index webhook_delivery_of on webhook_delivery (webhook_id, at desc);
call build_wall('webhook_delivery');
grant delete on webhook_delivery to serai_app;
-- The house asks which centres have something to send, and nothing of what it is.
create policy delivery_due on webhook_delivery for select to serai_auth using (state = 'waiting');
grant select (centre_id, state, next_at) on webhook_delivery to serai_auth;

-- A notice is written in the transaction of what it tells of, from the row of the record: exactly one for each, none for
-- what was refused, none of a restricted person, and none at all unless the centre has switched notices on.
create policy webhook_definer on webhook for select to serai_owner using (true);
create policy delivery_definer on webhook_delivery for insert to serai_owner with check (true);
create policy centre_integrations on centre for select to serai_owner using (true);
create policy client_notice_definer on client for select to serai_owner using (true);
create policy contact_notice_definer on contact for select to serai_owner using (true);

create function note_webhooks() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  insert into webhook_delivery (id, centre_id, webhook_id, event, subject_id, at, next_at)
  select gen_random_uuid(), new.centre_id, w.id, new.action, new.subject_id, date_trunc('minute', new.at), new.at
  from webhook w join centre c on c.id = w.centre_id
  where w.centre_id = new.centre_id and w.stopped_at is null and new.action = any (w.events)
    and (c.settings ->> 'integrations.webhooks') = 'true'
    and not exists (select 1 from client p where p.id = new.client_id and p.restricted)
    and not exists (select 1 from contact k where k.id = new.subject_id and k.restricted);
  return null;
end $$;
create trigger audit_event_noted after insert on audit_event
  for each row when (new.result = 'done') execute function note_webhooks();

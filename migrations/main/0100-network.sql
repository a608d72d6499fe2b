-- Several centres in one house: who opens and closes them, who works in more than one, and how one may ask whether
-- another knows a person, without being told who.

-- May this session do what only a network administrator may? The roles stand in the session; it ends when they change.
create function session_has_role(wanted text) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  select exists (
    select 1 from session
    where token_hash = sha256(convert_to(nullif(current_setting('serai.session', true), ''), 'UTF8'))
      and ended_at is null and locked_at is null and expires_at > serai.session_now() and wanted = any (roles))
$$;

alter table centre add constraint centre_status_known check (status in
  ('planned', 'being_established', 'soft_open', 'open', 'suspended', 'handover', 'handed_over', 'closed'));
-- Whoever arranges centres serves nobody: the role stands alone, whatever the application says.
alter table staff_member add constraint network_administrator_alone
  check (not ('network_administrator' = any (roles)) or cardinality(roles) = 1);

create policy centre_definer on centre for select to serai_owner using (true);
create policy staff_network on staff_member for select to serai_owner using (true);

-- Two accounts of one person, proven once from inside a session. Void as soon as either account's secrets change.
create table staff_link (
  staff_id uuid not null references staff_member (id),
  other_id uuid not null references staff_member (id),
  linked_at timestamptz not null,
  primary key (staff_id, other_id),
  check (staff_id < other_id)
);
alter table staff_link enable row level security;
alter table staff_link force row level security;
create policy link_auth on staff_link to serai_auth using (true) with check (true);
create policy link_definer on staff_link for select to serai_owner using (true);
grant select, insert, update, delete on staff_link to serai_auth;

-- Where else the asker works, by their own address, and whether they have proven it once. An account that administers the
-- network is entered by its own sign-in only.
create policy credential_definer on staff_credential for select to serai_owner using (true);
create function my_other_accounts() returns table (staff_id uuid, centre_id uuid, linked boolean)
language sql stable security definer set search_path = serai, pg_temp as $$
  select other.id, other.centre_id, exists (
    select 1 from staff_link l
    where l.staff_id = least(me.id, other.id) and l.other_id = greatest(me.id, other.id)
      and not exists (select 1 from staff_credential k where k.staff_id in (me.id, other.id) and k.changed_at > l.linked_at))
  from staff_member me
    join staff_member other on other.email_mac = me.email_mac and other.id <> me.id
    join centre c on c.id = other.centre_id
  where me.id = (select serai.session_staff()) and other.status = 'active' and c.status not in ('suspended', 'closed')
    and not ('network_administrator' = any (me.roles || other.roles))
$$;
revoke all on function my_other_accounts() from public;
grant execute on function my_other_accounts() to serai_reader, serai_auth;

-- What a network administrator sees of the centres: accounts counted and a day, no person.
create function network_overview() returns table (
  centre_id uuid, active_staff integer, invited_staff integer, coordinators integer, last_active_on date)
language sql stable security definer set search_path = serai, pg_temp as $$
  select c.id,
    count(*) filter (where s.status = 'active')::integer,
    count(*) filter (where s.status = 'invited')::integer,
    count(*) filter (where s.status = 'active' and 'coordinator' = any (s.roles))::integer,
    max(s.last_sign_in_on)
  from centre c left join staff_member s on s.centre_id = c.id
  where serai.session_has_role('network_administrator')
  group by c.id
$$;
revoke all on function network_overview() from public;
grant execute on function network_overview() to serai_reader;

-- Who else administers the network: names of colleagues, sealed as ever.
create function network_administrators() returns table (id uuid, centre_id uuid, status text, sealed_identity bytea)
language sql stable security definer set search_path = serai, pg_temp as $$
  select s.id, s.centre_id, s.status, s.sealed_identity from staff_member s
  where serai.session_has_role('network_administrator')
    and 'network_administrator' = any (s.roles) and s.status in ('active', 'invited')
  order by s.created_at, s.id
$$;
revoke all on function network_administrators() from public;
grant execute on function network_administrators() to serai_reader;

-- "May another centre know this person?" One row for each time it was asked; of the answer only yes or no.
create table network_ask (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  asked_by uuid not null,
  asked_at timestamptz not null,
  agreed_on date not null,
  state text not null check (state in ('asked', 'nobody', 'may_be_known', 'inquired', 'known', 'cannot_say')),
  inquired_at timestamptz,
  answered_at timestamptz,
  -- Only when that centre has said so.
  known_centre uuid
);
create index network_ask_recent on network_ask (centre_id, asked_by, asked_at desc);
call build_wall('network_ask');
create policy ask_definer on network_ask to serai_owner using (true) with check (true);

-- Whom it was about, seen by the centre alone that keeps the file, and there behind the person's own wall.
create table network_match (
  ask_id uuid not null references network_ask (id),
  client_id uuid not null references client (id),
  centre_id uuid not null references centre (id),
  primary key (ask_id, client_id)
);
create index network_match_client on network_match (client_id);
call build_wall('network_match',
  'centre_id = (select serai.session_centre()) and exists (select 1 from serai.client c where c.id = client_id)');
revoke insert, update on network_match from serai_app;
create policy match_definer on network_match to serai_owner using (true) with check (true);
create policy match_places on network_match for select to serai_auth using (true);
grant select (ask_id, centre_id) on network_match to serai_auth;

-- The question as it lies with the centre that was asked. Words are sealed under a key that expires.
create table network_inquiry (
  ask_id uuid not null references network_ask (id),
  centre_id uuid not null references centre (id),
  asking_centre uuid not null references centre (id),
  agreed_on date not null,
  asked_at timestamptz not null,
  key_id uuid not null,
  sealed bytea not null,
  answer text check (answer in ('known', 'cannot_say')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (ask_id, centre_id)
);
create index network_inquiry_open on network_inquiry (centre_id, asked_at desc);
call build_wall('network_inquiry');
revoke insert on network_inquiry from serai_app;
create policy inquiry_definer on network_inquiry to serai_owner using (true) with check (true);
create policy consent_network on consent for select to serai_owner using (true);

-- Keeps which of the candidates may be spoken of at all: in another open centre, not restricted, with a yes to sharing
-- for a transfer that is in force. The asker learns yes or no.
create function ask_network(ask uuid, candidates uuid[], day date) returns boolean
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  asking uuid := serai.session_centre();
  found_any boolean;
begin
  perform 1 from network_ask
    where id = ask and centre_id = asking and asked_by = serai.session_staff() and state = 'asked' for update;
  if not found then
    return false;
  end if;
  insert into network_match (ask_id, client_id, centre_id)
    select ask, c.id, c.centre_id from client c join centre h on h.id = c.centre_id
    where c.id = any (candidates) and c.centre_id <> asking and not c.restricted and c.file_status = 'active' and c.merged_into is null
      and h.status not in ('planned', 'suspended', 'closed')
      and (select k.status = 'given' and (k.valid_until is null or k.valid_until >= day) from consent k
           where k.client_id = c.id and k.purpose = 'share_for_transfer' order by k.seq desc limit 1);
  select exists (select 1 from network_match m where m.ask_id = ask) into found_any;
  update network_ask set state = case when found_any then 'may_be_known' else 'nobody' end where id = ask;
  return found_any;
end $$;
revoke all on function ask_network(uuid, uuid[], date) from public;
grant execute on function ask_network(uuid, uuid[], date) to serai_app;

-- Lays the question with every centre that may know the person; the asker is not told which.
create function send_network_inquiry(ask uuid, sealing_key uuid, sealed_words bytea, at timestamptz) returns void
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  asked network_ask;
begin
  update network_ask set state = 'inquired', inquired_at = at
    where id = ask and centre_id = serai.session_centre() and asked_by = serai.session_staff() and state = 'may_be_known'
    returning * into asked;
  if asked.id is null then
    return;
  end if;
  insert into network_inquiry (ask_id, centre_id, asking_centre, agreed_on, asked_at, key_id, sealed)
    select distinct ask, m.centre_id, asked.centre_id, asked.agreed_on, at, sealing_key, sealed_words
    from network_match m where m.ask_id = ask;
end $$;
revoke all on function send_network_inquiry(uuid, uuid, bytea, timestamptz) from public;
grant execute on function send_network_inquiry(uuid, uuid, bytea, timestamptz) to serai_app;

-- Carries the answer of the asker's own centre back: "known here", or, when all have answered, that nobody could say.
create function answer_network_ask(ask uuid, at timestamptz) returns void
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  answering uuid := serai.session_centre();
  mine text;
begin
  perform 1 from network_ask where id = ask for update;
  select answer into mine from network_inquiry where ask_id = ask and centre_id = answering;
  if mine = 'known' then
    update network_ask set state = 'known', answered_at = at, known_centre = answering
      where id = ask and state in ('inquired', 'cannot_say');
  elsif mine = 'cannot_say' and not exists (select 1 from network_inquiry where ask_id = ask and answer is null) then
    update network_ask set state = 'cannot_say', answered_at = at where id = ask and state = 'inquired';
  end if;
end $$;
revoke all on function answer_network_ask(uuid, timestamptz) from public;
grant execute on function answer_network_ask(uuid, timestamptz) to serai_app;

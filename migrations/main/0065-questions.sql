-- Questions without a name: sealed to the centre's public key, found again by a receipt, kept to the day.

-- Whoever asks has no session. Their token stands in the transaction as a session's would, and policies compare its hash.
create function receipt_lookup() returns bytea language sql stable set search_path = serai, pg_temp as $$
  select sha256(convert_to(nullif(current_setting('serai.receipt', true), ''), 'UTF8'))
$$;

-- Public halves: whoever writes seals to them. One is in use, older ones stay while a question needs them.
create table intake_key (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  recipient text not null,
  made_on date not null,
  retired_on date
);
create unique index intake_key_in_use on intake_key (centre_id) where retired_on is null;

-- Private halves, in the vault's seal.
create table intake_secret (
  key_id uuid primary key references intake_key (id),
  centre_id uuid not null,
  vault_key uuid not null,
  sealed bytea not null
);

create table question (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  lookup bytea not null unique check (octet_length(lookup) = 32),
  asked_on date not null,
  language text not null,
  topic text not null,
  way text not null check (way in ('code', 'email', 'call')),
  asker_recipient text not null,
  state text not null default 'new' check (state in ('new', 'taken', 'asked_again', 'answered', 'closed')),
  waiting_since date,
  answered_on date,
  last_on date not null,
  assigned_to uuid,
  close_reason text,
  task_on date,
  version integer not null default 1,
  check ((state in ('new', 'taken', 'asked_again')) = (waiting_since is not null))
);
create index question_waiting on question (centre_id, waiting_since, id) where waiting_since is not null;
create index question_last on question (centre_id, last_on, id);

create table question_message (
  question_id uuid not null references question (id),
  seq integer not null check (seq > 0),
  centre_id uuid not null,
  author text not null check (author in ('asker', 'centre')),
  sealed bytea not null check (octet_length(sealed) between 1000 and 70000),
  intake_key_id uuid not null references intake_key (id),
  mark bytea,
  day date not null,
  guides jsonb not null default '[]',
  answered_by uuid,
  primary key (question_id, seq),
  unique (question_id, mark),
  check ((author = 'centre') = (answered_by is not null))
);
create index question_message_key on question_message (intake_key_id);

-- What outsiders did. They cannot append to the keyed chain; a job takes these rows over into it, each once.
create table intake_log (
  centre_id uuid not null references centre (id),
  seq bigint not null,
  kind text not null check (kind in ('asked', 'asked_again', 'deleted')),
  question_id uuid not null,
  day date not null,
  prev_hash bytea not null,
  hash bytea not null,
  chained boolean not null default false,
  primary key (centre_id, seq)
);
create index intake_log_waiting on intake_log (centre_id, seq) where not chained;

create table intake_head (
  centre_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);

-- Written by the database itself, so that nothing is asked or deleted from outside without a row.
create function log_intake(centre uuid, what text, question uuid, on_day date) returns void
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  head intake_head;
  made bytea;
begin
  insert into intake_head (centre_id, seq, hash) values (centre, 0, decode(repeat('00', 32), 'hex'))
    on conflict do nothing;
  select * into head from intake_head where centre_id = centre for update;
  made := sha256(convert_to(concat_ws('|', 'serai-intake-1', centre, head.seq + 1, what, question,
    to_char(on_day, 'YYYY-MM-DD'), encode(head.hash, 'hex')), 'UTF8'));
  insert into intake_log (centre_id, seq, kind, question_id, day, prev_hash, hash)
    values (centre, head.seq + 1, what, question, on_day, head.hash, made);
  update intake_head set seq = head.seq + 1, hash = made where centre_id = centre;
end $$;
revoke all on function log_intake(uuid, text, uuid, date) from public;

create function log_asker_message() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  perform log_intake(new.centre_id, case when new.seq = 1 then 'asked' else 'asked_again' end,
    new.question_id, new.day);
  return null;
end $$;
create trigger question_message_logged after insert on question_message
  for each row when (new.author = 'asker') execute function log_asker_message();

-- A colleague's or a job's deletion has its audit row; the asker's own has this one.
create function log_asker_deletion() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  if (select serai.session_centre()) is null then
    perform log_intake(old.centre_id, 'deleted', old.id,
      coalesce(nullif(current_setting('serai.day', true), '')::date, current_date));
  end if;
  return null;
end $$;
create trigger question_deletion_logged after delete on question
  for each row execute function log_asker_deletion();

alter table intake_key enable row level security;
alter table intake_key force row level security;
create policy everyone_reads on intake_key for select to serai_app, serai_reader
  using ((select serai.session_centre()) is null or centre_id = (select serai.session_centre()));
create policy centre_makes on intake_key for insert to serai_app
  with check (centre_id = (select serai.session_centre()));
create policy centre_retires on intake_key for update to serai_app
  using (centre_id = (select serai.session_centre())) with check (centre_id = (select serai.session_centre()));
create policy centre_discards on intake_key for delete to serai_app
  using (centre_id = (select serai.session_centre()));
grant select on intake_key to serai_app, serai_reader;
grant insert, delete, update (retired_on) on intake_key to serai_app;

call build_wall('intake_secret');
grant delete on intake_secret to serai_app;

-- Two ways in: a session of the centre, or the receipt of this one thread.
call build_wall('question', 'centre_id = (select serai.session_centre()) or lookup = (select serai.receipt_lookup())');
grant delete on question to serai_app;
call build_wall('question_message',
  'centre_id = (select serai.session_centre())
   or question_id in (select q.id from question q where q.lookup = (select serai.receipt_lookup()))');
grant delete on question_message to serai_app;
-- Nobody speaks for the other: a session writes answers only, a receipt questions only.
create policy each_for_themselves on question_message as restrictive for insert to serai_app
  with check ((author = 'centre') = ((select serai.session_centre()) is not null));

call build_wall('intake_log');
revoke insert, update on intake_log from serai_app;
grant update (chained) on intake_log to serai_app;
create policy log_writer on intake_log to serai_owner using (true) with check (true);

alter table intake_head enable row level security;
alter table intake_head force row level security;
create policy head_writer on intake_head to serai_owner using (true) with check (true);

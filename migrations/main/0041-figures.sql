-- Counts of the centre's work. People of the restricted list count like everybody else although their rows are walled
-- off, so the counting is done by two definer functions that hand out numbers by coarse columns and nothing else.

-- A month of contacts is counted from the index alone.
create index contact_figures on contact (centre_id, occurred_on) include (who, channel_group, main_topic, language, people)
  where voided_at is null;

-- A person's first contact with the centre, for every member of a family: kept with the row, because asking a million
-- earlier contacts for each figure would be slow, and a flag set once would be wrong after a correction, a contact that is
-- voided, or one that was on paper and is entered later.
alter table contact_client add column first_time boolean not null default false;
create index contact_client_first on contact_client (centre_id, occurred_on) where first_time and not voided;

create function keep_first_contact() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
declare
  earliest uuid;
begin
  select contact_id into earliest from contact_client
  where client_id = new.client_id and not voided order by occurred_on, contact_id limit 1;
  update contact_client set first_time = not first_time
  where client_id = new.client_id and first_time <> (contact_id is not distinct from earliest);
  return null;
end $$;
create trigger contact_client_first_kept after insert or update of voided, occurred_on on contact_client
  for each row execute function keep_first_contact();

create policy counting_definer on contact for select to serai_owner using (true);
create policy counting_definer on contact_client for select to serai_owner using (true);
create policy counting_definer on follow_up for select to serai_owner using (true);
create policy counting_definer on arrival for select to serai_owner using (true);

-- Numbers of a span of days (`next` no longer belongs to it) in the session's centre: one row a measure and code.
-- `own`: of the session's member of staff only. `detail`: with channels, topics and languages.
-- The period is planned anew each time: a day and a month want different plans.
create function figures_of_period(first date, next date, own boolean, detail boolean)
returns table (measure text, code text, n bigint, heads bigint)
language plpgsql stable security definer
set search_path = serai, pg_temp
set plan_cache_mode = force_custom_plan as $$
declare
  here constant uuid := session_centre();
  me constant uuid := session_staff();
begin
  if here is null or first is null or next is null or next - first > 400 then
    return;
  end if;

  if own then
    return query
      with mine as materialized (
        select k.id, k.who, k.channel_group, k.main_topic, k.language, k.people
        from contact k
        where k.centre_id = here and k.counsellor_id = me and k.occurred_on >= first and k.occurred_on < next and k.voided_at is null
      )
      select 'contacts', m.who, count(*), sum(m.people)::bigint from mine m group by m.who
      union all select 'channel', m.channel_group, count(*), null from mine m where detail and m.who <> 'head_count' group by m.channel_group
      union all select 'topic', m.main_topic, count(*), null from mine m where detail and m.who <> 'head_count' group by m.main_topic
      union all select 'language', m.language, count(*), null from mine m where detail and m.who <> 'head_count' group by m.language
      union all select 'people', '', count(distinct w.client_id), null from contact_client w join mine m on m.id = w.contact_id where not w.voided
      union all select 'first_time', '', count(*), null from contact_client w join mine m on m.id = w.contact_id where w.first_time and not w.voided
      union all select 'arrivals', '', count(*), null from arrival a where a.centre_id = here and a.day >= first and a.day < next and a.called_by = me;
    return;
  end if;

  if detail then
    return query
      with c as materialized (
        select k.who, k.channel_group, k.main_topic, k.language, count(*) as n, sum(k.people) as heads
        from contact k
        where k.centre_id = here and k.occurred_on >= first and k.occurred_on < next and k.voided_at is null
        group by k.who, k.channel_group, k.main_topic, k.language
      )
      select 'contacts', c.who, sum(c.n)::bigint, sum(c.heads)::bigint from c group by c.who
      union all select 'channel', c.channel_group, sum(c.n)::bigint, null from c where c.who <> 'head_count' group by c.channel_group
      union all select 'topic', c.main_topic, sum(c.n)::bigint, null from c where c.who <> 'head_count' group by c.main_topic
      union all select 'language', c.language, sum(c.n)::bigint, null from c where c.who <> 'head_count' group by c.language;
  else
    return query
      select 'contacts', k.who, count(*), sum(k.people)::bigint
      from contact k
      where k.centre_id = here and k.occurred_on >= first and k.occurred_on < next and k.voided_at is null
      group by k.who;
  end if;

  return query
    select 'people', '', count(*), null::bigint
    from (select distinct w.client_id from contact_client w
          where w.centre_id = here and w.occurred_on >= first and w.occurred_on < next and not w.voided) each_once
    union all
    select 'first_time', '', count(*), null from contact_client w
    where w.centre_id = here and w.occurred_on >= first and w.occurred_on < next and w.first_time and not w.voided
    union all
    select 'arrivals', '', count(*), null from arrival a where a.centre_id = here and a.day >= first and a.day < next;
end $$;

-- What is open now: follow-ups due and overdue, and the desk.
create function figures_of_today(today date, own boolean)
returns table (measure text, code text, n bigint, heads bigint)
language sql stable security definer
set search_path = serai, pg_temp as $$
  select 'follow_up', case when f.due_on < today then 'overdue' else 'due_today' end, count(*), null::bigint
  from follow_up f
  where f.centre_id = (select session_centre()) and f.closed_at is null and f.due_on <= today
    and (not own or f.assigned_to = (select session_staff()))
  group by 2
  union all
  select 'desk',
    case when a.left_at is not null then 'left' when a.served_at is not null then 'served' when a.called_at is not null then 'called' else 'waiting' end,
    count(*), sum(a.party_size)::bigint
  from arrival a
  where a.centre_id = (select session_centre()) and a.day = today and (not own or a.called_by = (select session_staff()))
  group by 2
$$;

revoke all on function figures_of_period(date, date, boolean, boolean), figures_of_today(date, boolean) from public;
grant execute on function figures_of_period(date, date, boolean, boolean), figures_of_today(date, boolean) to serai_reader;

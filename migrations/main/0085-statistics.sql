-- The statistics of any period and place: contacts, people, first-time people, heads and visits, by what they are divided.

-- A person is counted as the file was when the contact was recorded. The first named person's facts stand with the contact;
-- those of the others are kept beside their own row, or a family would be counted by its first member.
alter table contact_client
  add column sex text,
  add column age_band text,
  add column stage text,
  add column nationality text,
  add column district text;

create function keep_facts_of_served() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  if new.sex is not null then
    return new;
  end if;
  select k.sex, k.age_band, k.stage, k.nationality, k.district
    into new.sex, new.age_band, new.stage, new.nationality, new.district
  from contact k where k.id = new.contact_id and k.client_id = new.client_id;
  if not found then
    select c.sex, c.age_band, c.stage, c.nationalities[1], c.origin_admin1
      into new.sex, new.age_band, new.stage, new.nationality, new.district
    from client c where c.id = new.client_id;
  end if;
  return new;
end $$;
create trigger contact_client_facts_kept before insert on contact_client
  for each row execute function keep_facts_of_served();

-- As before, and when two files become one or are parted again: the row goes to another person, or away.
create or replace function keep_first_contact() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
declare
  person uuid;
  earliest uuid;
begin
  for person in select distinct id from unnest(array[new.client_id, old.client_id]) as t (id) where id is not null order by id loop
    select contact_id into earliest from contact_client
    where client_id = person and not voided order by occurred_on, contact_id limit 1;
    update contact_client set first_time = not first_time
    where client_id = person and first_time <> (contact_id is not distinct from earliest);
  end loop;
  return null;
end $$;
drop trigger contact_client_first_kept on contact_client;
create trigger contact_client_first_kept after insert or delete or update of voided, occurred_on, client_id on contact_client
  for each row execute function keep_first_contact();

-- What was written before: the owner's own walls stand aside for these two statements only.
alter table contact_client no force row level security;
alter table contact no force row level security;
alter table client no force row level security;
update contact_client w set sex = k.sex, age_band = k.age_band, stage = k.stage, nationality = k.nationality, district = k.district
  from contact k where k.id = w.contact_id and k.client_id = w.client_id;
update contact_client w set sex = c.sex, age_band = c.age_band, stage = c.stage, nationality = c.nationalities[1], district = c.origin_admin1
  from client c where c.id = w.client_id and w.sex is null;
update contact_client w set first_time = e.is_first
  from (select contact_id, client_id,
          not voided and row_number() over (partition by client_id, voided order by occurred_on, contact_id) = 1 as is_first
        from contact_client) e
  where e.contact_id = w.contact_id and e.client_id = w.client_id and w.first_time <> e.is_first;
alter table client force row level security;
alter table contact force row level security;
alter table contact_client force row level security;

-- A month is counted from two indexes alone.
drop index contact_figures, contact_client_first, contact_client_day;
create index contact_statistics on contact (centre_id, occurred_on)
  include (id, who, channel_group, main_topic, language, sex, age_band, stage, nationality, district, corridor_from, corridor_to,
           site_id, counsellor_id, minutes, people)
  where voided_at is null;
create index contact_client_statistics on contact_client (centre_id, occurred_on, client_id)
  include (contact_id, first_time, sex, age_band, stage, nationality, district)
  where not voided;

drop function figures_of_period(date, date, boolean, boolean), figures_of_today(date, boolean);

-- A corridor as one code: `AF>IR`; one side may be open.
create function corridor_code(origin text, destination text) returns text
language sql immutable set search_path = serai, pg_temp as $$
  select case when origin is null and destination is null then 'not_recorded'
         else coalesce(origin, '') || '>' || coalesce(destination, '') end
$$;

-- All numbers of a span of days (`next` no longer belongs to it) of a centre, or of one of its sites, or of one member of
-- staff: `n` of the measure, and the `part` of it that is told apart.
--   contacts     conversations with named and unnamed people; part: with unnamed ones
--   people       different people, each in the category of their first contact within what is counted; part: whose first contact
--                with the centre that was
--   heads        people counted by heads; part: the groups
--   visits       people who came to the desk; part: the tickets
--   load         contacts of each member of staff; part: minutes
--   online       different people with at least one contact online; part: contacts online with unnamed ones
--   load_people  different people whom each member of staff served; they do not add up
-- `detail`: also by dimension, else totals only. Nobody may call it but functions that know who asks: it takes any centre.
-- The period is planned anew each time: a day and a year want different plans.
create function statistics_counts(here uuid, place uuid, by_whom uuid, first date, next date, detail boolean)
returns table (measure text, dimension text, a text, b text, n bigint, part bigint)
language plpgsql stable
set search_path = serai, pg_temp
set plan_cache_mode = force_custom_plan
set work_mem = '48MB' as $$
begin
  if here is null or first is null or next is null or next - first > 400 then
    return;
  end if;

  if not detail then
    return query
      with c as materialized (
        select k.id, k.who, k.people
        from contact k
        where k.centre_id = here and k.occurred_on >= first and k.occurred_on < next and k.voided_at is null
          and (place is null or k.site_id = place) and (by_whom is null or k.counsellor_id = by_whom)
      )
      select 'contacts', '', null::text, null::text, count(*) filter (where c.who <> 'head_count'), count(*) filter (where c.who = 'anonymous') from c
      union all
      select 'heads', '', null, null, coalesce(sum(c.people), 0)::bigint, count(*) from c where c.who = 'head_count'
      union all
      select 'people', '', null, null, count(*), count(*) filter (where each_once.first_time)
      from (select w.client_id, bool_or(w.first_time) as first_time
            from contact_client w
            where w.centre_id = here and w.occurred_on >= first and w.occurred_on < next and not w.voided
              and ((place is null and by_whom is null) or w.contact_id in (select c.id from c))
            group by w.client_id) each_once;
  else
    return query
      -- Rows go through as they are; what a category is called is made once for each category, not for each row.
      with c as materialized (
        select k.id, k.who, k.occurred_on as day, k.channel_group, k.main_topic, k.language, k.sex, k.age_band, k.stage,
          k.nationality, k.district, k.corridor_from, k.corridor_to, k.site_id as site, k.counsellor_id as counsellor, k.minutes, k.people
        from contact k
        where k.centre_id = here and k.occurred_on >= first and k.occurred_on < next and k.voided_at is null
          and (place is null or k.site_id = place) and (by_whom is null or k.counsellor_id = by_whom)
      ),
      served as materialized (
        select w.client_id, w.occurred_on, w.contact_id, w.first_time, c.counsellor,
          w.sex, w.age_band, w.stage, w.nationality, w.district, c.channel_group, c.main_topic, c.language, c.corridor_from, c.corridor_to, c.site
        from contact_client w join c on c.id = w.contact_id
        where w.centre_id = here and w.occurred_on >= first and w.occurred_on < next and not w.voided
      ),
      p as (
        select distinct on (s.client_id) s.*
        from served s
        order by s.client_id, s.occurred_on, s.contact_id
      ),
      by_contact as (
        select grouping(c.day, c.channel_group, c.main_topic, c.language, c.sex, c.age_band, c.stage, c.nationality, c.district, c.corridor_from, c.site) as mask,
          coalesce(c.day::text, c.channel_group, c.main_topic, c.language, c.sex, c.age_band, c.stage, c.nationality, c.district, c.site::text) as a,
          c.corridor_from, c.corridor_to,
          count(*) as n, count(*) filter (where c.who = 'anonymous') as part
        from c where c.who <> 'head_count'
        group by grouping sets ((), (c.day), (c.channel_group), (c.main_topic), (c.language), (c.sex), (c.age_band), (c.stage), (c.nationality), (c.district),
          (c.corridor_from, c.corridor_to), (c.site))
      ),
      by_person as (
        select grouping(p.channel_group, p.main_topic, p.language, p.sex, p.age_band, p.stage, p.nationality, p.district, p.corridor_from, p.site) as mask,
          coalesce(p.channel_group, p.main_topic, p.language, p.sex, case when grouping(p.sex) = 1 then p.age_band end, p.stage, p.nationality, p.district, p.site::text) as a,
          p.age_band, p.corridor_from, p.corridor_to,
          count(*) as n, count(*) filter (where p.first_time) as part
        from p
        group by grouping sets ((), (p.channel_group), (p.main_topic), (p.language), (p.sex), (p.age_band), (p.sex, p.age_band), (p.stage), (p.nationality), (p.district),
          (p.corridor_from, p.corridor_to), (p.site))
      )
      select 'contacts',
        case g.mask when 2047 then '' when 1023 then 'day' when 1535 then 'channelGroup' when 1791 then 'topic' when 1919 then 'language'
          when 1983 then 'sex' when 2015 then 'ageBand' when 2031 then 'stage' when 2039 then 'nationality' when 2043 then 'district'
          when 2045 then 'corridor' when 2046 then 'site' end,
        case when g.mask = 2047 then null when g.mask = 2045 then corridor_code(g.corridor_from, g.corridor_to) else coalesce(g.a, 'not_recorded') end,
        null::text, g.n, g.part
      from by_contact g
      union all
      select 'people',
        case g.mask when 1023 then '' when 511 then 'channelGroup' when 767 then 'topic' when 895 then 'language'
          when 959 then 'sex' when 991 then 'ageBand' when 927 then 'sexAge' when 1007 then 'stage' when 1015 then 'nationality'
          when 1019 then 'district' when 1021 then 'corridor' when 1022 then 'site' end,
        case when g.mask = 1023 then null when g.mask = 1021 then corridor_code(g.corridor_from, g.corridor_to) else coalesce(g.a, 'not_recorded') end,
        case when g.mask = 927 then coalesce(g.age_band, 'not_recorded') end,
        g.n, g.part
      from by_person g
      union all
      select 'heads', case grouping(c.main_topic, c.site) when 3 then '' when 1 then 'topic' else 'site' end, coalesce(c.main_topic, c.site::text), null,
        coalesce(sum(c.people), 0)::bigint, count(*)
      from c where c.who = 'head_count' group by grouping sets ((), (c.main_topic), (c.site))
      union all
      select 'load', 'counsellor', c.counsellor::text, null, count(*), sum(c.minutes)::bigint
      from c where c.who <> 'head_count' group by c.counsellor
      union all
      select 'load_people', 'counsellor', each_once.counsellor::text, null, count(*), null
      from (select distinct s.counsellor, s.client_id from served s) each_once group by each_once.counsellor
      union all
      select 'online', '', null, null, (select count(distinct s.client_id) from served s where s.channel_group = 'online'),
        (select count(*) from c where c.who = 'anonymous' and c.channel_group = 'online');
  end if;

  return query
    select 'visits', '', null::text, null::text, coalesce(sum(v.party_size), 0)::bigint, count(*)
    from arrival v
    where v.centre_id = here and v.day >= first and v.day < next
      and (place is null or v.site_id = place) and (by_whom is null or v.called_by = by_whom);
end $$;

-- The same for whoever asks: of their own centre, or of their own work there.
create function statistics_of_centre(place uuid, own boolean, first date, next date, detail boolean)
returns table (measure text, dimension text, a text, b text, n bigint, part bigint)
language sql stable security definer
set search_path = serai, pg_temp as $$
  select s.measure, s.dimension, s.a, s.b, s.n, s.part
  from statistics_counts(session_centre(), place, case when own then coalesce(session_staff(), '00000000-0000-0000-0000-000000000000') end,
                         first, next, detail) s
$$;

-- What is open now: follow-ups due and overdue, and the desk; `part`: people who came with a ticket.
create function statistics_of_today(place uuid, today date, own boolean)
returns table (measure text, code text, n bigint, part bigint)
language sql stable security definer
set search_path = serai, pg_temp as $$
  select 'follow_up', case when f.due_on < today then 'overdue' else 'due_today' end, count(*), null::bigint
  from follow_up f
  where f.centre_id = (select session_centre()) and f.closed_at is null and f.due_on <= today
    and (not own or f.assigned_to = (select session_staff()))
  group by 2
  union all
  select 'desk',
    case when v.left_at is not null then 'left' when v.served_at is not null then 'served' when v.called_at is not null then 'called' else 'waiting' end,
    count(*), sum(v.party_size)::bigint
  from arrival v
  where v.centre_id = (select session_centre()) and v.day = today
    and (place is null or v.site_id = place) and (not own or v.called_by = (select session_staff()))
  group by 2
$$;

revoke all on function corridor_code(text, text), statistics_counts(uuid, uuid, uuid, date, date, boolean), statistics_of_centre(uuid, boolean, date, date, boolean),
  statistics_of_today(uuid, date, boolean) from public;
grant execute on function statistics_of_centre(uuid, boolean, date, date, boolean) to serai_reader, serai_app;
grant execute on function statistics_of_today(uuid, date, boolean) to serai_reader;

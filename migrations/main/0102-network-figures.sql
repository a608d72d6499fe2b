-- Totals of every centre in a whole month that is over, for whoever administers the network and for nobody else. Whole
-- months only: a span that grows by a day would tell what that day was.
create function network_figures(first date) returns table (centre_id uuid, measure text, n bigint, part bigint)
language sql stable security definer set search_path = serai, pg_temp as $$
  select c.id, s.measure, s.n, s.part
  from centre c, lateral statistics_counts(c.id, null, null, first, (first + interval '1 month')::date, false) s
  where serai.session_has_role('network_administrator') and extract(day from first) = 1
$$;
revoke all on function network_figures(date) from public;
grant execute on function network_figures(date) to serai_reader;

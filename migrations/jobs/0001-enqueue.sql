-- The only way into the queue: the application roles cannot touch graphile-worker's own tables.
-- Payloads carry ids, never personal data.
create function enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
language sql security definer set search_path = graphile_worker, pg_temp as $$
  select graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key)
$$;
revoke all on function enqueue(text, json, timestamptz, text) from public;
grant execute on function enqueue(text, json, timestamptz, text) to serai_app, serai_auth;

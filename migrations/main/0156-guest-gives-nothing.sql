-- Whoever came in by breaking the glass lets nothing of the file leave: what was handed over does not come back after the hour.
create trigger guest_gives_nothing before update of state on disclosure_request
  for each row when (new.client_id is not null and new.state in ('partly', 'given') and old.state is distinct from new.state)
  execute function guest_changes_no_lock();

-- A look that colleagues must hear of puts its job in with its audit row, in one transaction.
grant usage on schema serai_queue to serai_audit;
grant execute on function enqueue(text, json, timestamptz, text) to serai_audit;

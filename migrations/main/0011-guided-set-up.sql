-- Guided set-up: the code from the console, and what was typed so far, sealed for the house.

create table setup_code (
  token_hash bytea primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
alter table setup_code enable row level security;
alter table setup_code force row level security;
create policy setup_code_auth on setup_code to serai_auth using (true) with check (true);
grant select, insert, update, delete on setup_code to serai_auth;

create table setup_draft (
  house_id uuid primary key references house (id),
  sealed bytea not null,
  updated_at timestamptz not null
);
alter table setup_draft enable row level security;
alter table setup_draft force row level security;
create policy setup_draft_auth on setup_draft to serai_auth using (true) with check (true);
grant select, insert, update, delete on setup_draft to serai_auth;

-- The recovery sheet that is in force: when it was made and whether somebody proved to hold it.
alter table house add column recovery_made_at timestamptz;
alter table house add column recovery_confirmed_at timestamptz;

-- The follow-up campaign: a call about the decision, some 30 and 180 days after somebody was first advised.

create table campaign_call (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  client_id uuid not null references client (id) on delete cascade,
  -- The first counselling of the episode that the call is about.
  contact_id uuid not null references contact (id) on delete cascade,
  round text not null check (round in ('first', 'second')),
  due_on date not null,
  opens_on date not null,
  closes_on date not null,
  assigned_to uuid not null,
  outcome text check (outcome in ('reached', 'not_reached', 'wrong_number', 'declined', 'asked_not_to_be_called', 'stopped')),
  decision text,
  likelihood_before smallint check (likelihood_before between 0 and 10),
  likelihood_now smallint check (likelihood_now between 0 and 10),
  knows_whom_to_contact boolean,
  -- The call in the ledger, where the person was reached.
  result_contact_id uuid references contact (id) on delete set null,
  closed_at timestamptz,
  closed_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  check ((closed_at is null) = (outcome is null)),
  unique (contact_id, round)
);
create index campaign_call_open on campaign_call (centre_id, assigned_to, closes_on) where closed_at is null;
create index campaign_call_client on campaign_call (client_id);
create index campaign_call_closed on campaign_call (centre_id, closed_at) where closed_at is not null;

create table campaign_attempt (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  call_id uuid not null references campaign_call (id) on delete cascade,
  outcome text not null,
  -- The hour on the centre's wall: three tries at one hour are no three tries.
  hour smallint not null check (hour between 0 and 23),
  at timestamptz not null,
  by_staff uuid not null
);
create index campaign_attempt_call on campaign_attempt (call_id, at);

-- Whoever may not see the person sees no call either; the person's own wall says who may.
call build_wall('campaign_call', 'centre_id = (select serai.session_centre()) and exists (select 1 from serai.client c where c.id = client_id)');
call build_wall('campaign_attempt', 'centre_id = (select serai.session_centre()) and exists (select 1 from serai.campaign_call k where k.id = call_id)');

-- Looked for every night: counselling some 30 and 180 days ago.
create index contact_first_talk on contact (client_id, occurred_on) where client_id is not null and voided_at is null;

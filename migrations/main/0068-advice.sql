-- What people were told: which page, in which version, with which facts, in which conversation. When a rule changes, those
-- who were told the old one can be found and, where it is safe, told the new one.

create table advice_given (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  contact_id uuid not null references contact (id),
  client_id uuid references client (id),
  page_id uuid not null references guide_page (id),
  language text not null,
  -- The version of the text that was shown, and how far the page had come by then.
  text_version integer not null,
  page_version integer not null,
  -- What the person knows by now: moves when they are told of a change.
  known_version integer not null,
  given_on date not null,
  given_by uuid not null,
  unique (contact_id, page_id)
);
create index advice_of_page on advice_given (page_id, known_version);
create index advice_of_client on advice_given (client_id, given_on desc) where client_id is not null;

create table advice_fact (
  advice_id uuid not null references advice_given (id),
  fact_id uuid not null references fact (id),
  centre_id uuid not null,
  fact_version integer not null,
  known_version integer not null,
  primary key (advice_id, fact_id)
);
create index advice_of_fact on advice_fact (fact_id, known_version);

-- How working through the list went, per person and change.
create table advice_outcome (
  id uuid primary key,
  advice_id uuid not null references advice_given (id),
  centre_id uuid not null,
  outcome text not null check (outcome in ('told', 'not_reached', 'not_needed')),
  way text,
  settled_by uuid not null,
  settled_on date not null
);
create index outcome_of_advice on advice_outcome (advice_id);

-- Advice is as open or closed as the conversation it was given in: the wall of `contact` decides, row by row.
call build_wall('advice_given', 'centre_id = (select serai.session_centre()) and exists (select from serai.contact k where k.id = contact_id)');
call build_wall('advice_fact', 'centre_id = (select serai.session_centre()) and exists (select from serai.advice_given a where a.id = advice_id)');
call build_wall('advice_outcome', 'centre_id = (select serai.session_centre()) and exists (select from serai.advice_given a where a.id = advice_id)');
grant delete on advice_fact, advice_given to serai_app;

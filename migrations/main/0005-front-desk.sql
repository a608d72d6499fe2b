-- Today's arrivals and their ticket numbers.

create table ticket_counter (
  centre_id uuid not null,
  site_id uuid not null,
  day date not null,
  last integer not null,
  primary key (centre_id, site_id, day)
);

create table arrival (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  site_id uuid not null,
  day date not null,
  ticket_no integer not null,
  arrived_at timestamptz not null,
  visit_reason text not null,
  urgent boolean not null default false,
  language text,
  party_size integer not null default 1 check (party_size between 1 and 50),
  client_id uuid references client (id),
  restricted boolean not null default false,
  sealed_note bytea,
  called_by uuid,
  called_at timestamptz,
  served_at timestamptz,
  left_at timestamptz,
  contact_id uuid references contact (id),
  created_by uuid not null,
  version integer not null default 1,
  unique (centre_id, site_id, day, ticket_no)
);
create index arrival_day on arrival (centre_id, day, ticket_no);
create index arrival_client on arrival (client_id, day desc) where client_id is not null;

call build_wall('ticket_counter');
call build_wall('arrival', 'centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_restricted(client_id))');

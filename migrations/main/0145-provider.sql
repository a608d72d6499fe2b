-- Sign-in at a network's own OpenID Connect provider: who linked it, and the way there and back.

-- A colleague's account at the provider. Which one it is cannot be read from this, only recognised.
create table provider_link (
  staff_id uuid primary key references staff_member (id) on delete cascade,
  centre_id uuid not null references centre (id),
  -- Keyed hash of issuer and subject.
  subject_mac bytea not null,
  linked_at timestamptz not null,
  last_used_on date
);
-- Within a centre only: over the whole house it would tell one centre that another employs somebody.
create unique index provider_link_subject on provider_link (centre_id, subject_mac);
alter table provider_link enable row level security;
alter table provider_link force row level security;
create policy provider_link_auth on provider_link to serai_auth using (true) with check (true);
grant select, insert, update, delete on provider_link to serai_auth;
create policy provider_link_read on provider_link for select to serai_reader
  using (staff_id = (select serai.session_staff()));
grant select (staff_id, centre_id, linked_at, last_used_on) on provider_link to serai_reader;

-- One way to the provider and back: ten minutes, once, in the browser that set out.
create table provider_attempt (
  state_hash bytea primary key,
  browser_hash bytea not null,
  purpose text not null check (purpose in ('sign-in', 'link')),
  -- Who wants to link; nobody in particular at sign-in.
  staff_id uuid references staff_member (id) on delete cascade,
  -- What the provider's answer must fit: the nonce and the proof key.
  sealed_secrets bytea not null,
  expires_at timestamptz not null,
  -- The provider was asked for the token: an answer counts once.
  asked_at timestamptz,
  -- Whom the provider named, once it did.
  subject_mac bytea,
  email_mac bytea,
  -- It also said that a second factor was used, in the words that the operator trusts.
  strong boolean not null default false,
  check ((subject_mac is null) = (email_mac is null)),
  check (subject_mac is null or asked_at is not null)
);
create index provider_attempt_end on provider_attempt (expires_at);
alter table provider_attempt enable row level security;
alter table provider_attempt force row level security;
create policy provider_attempt_auth on provider_attempt to serai_auth using (true) with check (true);
grant select, insert, update, delete on provider_attempt to serai_auth;

alter table session drop constraint session_method_check;
alter table session add constraint session_method_check check (method in ('code', 'passkey', 'link', 'provider'));

-- Pages of the information hub: a working copy that few see, and published versions that everyone may read.

create table guide_page (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  slug text not null,
  type text not null,
  section text not null,
  corridor_from text,
  corridor_to text,
  country text,
  purpose text,
  sector text,
  stages text[] not null default '{}',
  topics text[] not null default '{}',
  risk_class text not null default 'normal' check (risk_class in ('normal', 'risk')),
  pictogram text,
  place integer not null default 0,
  source_language text not null,
  origin text not null default 'own' check (origin in ('own', 'starter', 'outline')),
  -- Of an outline: the questions to answer and the facts to find.
  outline jsonb,
  state text not null default 'draft' check (state in ('draft', 'legal_check', 'ready', 'published')),
  -- Which of the neutrality questions the author answered with yes.
  neutrality text[] not null default '{}',
  edited_by uuid,
  submitted_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  return_note text,
  published_version integer,
  published_at timestamptz,
  published_by uuid,
  substance_version integer,
  verified_on date,
  review_due date,
  starts_on date,
  ends_on date,
  archived_at timestamptz,
  archived_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision bigint not null,
  unique (centre_id, slug)
);
create index guide_page_revision on guide_page (centre_id, revision);

-- The working copy in each language.
create table guide_text (
  page_id uuid not null references guide_page (id),
  language text not null,
  centre_id uuid not null,
  title text not null,
  summary text not null,
  body text not null,
  -- Of a translation: for each of its blocks, the hash of the source block that it translates.
  basis text[] not null default '{}',
  status text not null check (status in ('draft', 'checked')),
  edited_by uuid,
  checked_by uuid,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (page_id, language)
);

-- What was published, word for word, and stays: advice refers to it.
create table guide_version (
  page_id uuid not null references guide_page (id),
  version integer not null,
  language text not null,
  centre_id uuid not null,
  title text not null,
  summary text not null,
  body text not null,
  basis text[] not null default '{}',
  is_checked boolean not null,
  substance boolean not null,
  change_note text,
  published_by uuid,
  published_at timestamptz not null,
  revision bigint not null,
  primary key (page_id, language, version)
);
create index guide_version_revision on guide_version (centre_id, revision);

-- What a page quotes or links to: `working` for the copy in hand, else what is published.
create table guide_quote (
  page_id uuid not null references guide_page (id),
  kind text not null check (kind in ('fact', 'page', 'web')),
  target text not null,
  working boolean not null,
  centre_id uuid not null,
  primary key (page_id, working, kind, target)
);
create index guide_quote_target on guide_quote (centre_id, kind, target);

create table guide_audio (
  page_id uuid not null references guide_page (id),
  language text not null,
  centre_id uuid not null,
  file_id uuid not null,
  key_id uuid not null,
  media_type text not null,
  seconds integer,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (page_id, language)
);

-- Something to write, look up or read again. What a person asked never stands here, only its topic.
create table content_task (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  kind text not null check (kind in ('question', 'second_look', 'write', 'translate', 'link')),
  page_id uuid references guide_page (id),
  fact_id uuid references fact (id),
  question_id uuid,
  topic text,
  language text,
  note text,
  due_on date,
  opened_by uuid,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz
);
create index content_task_open on content_task (centre_id, due_on) where closed_at is null;

call build_wall('guide_page');
call build_wall('guide_text');
call build_wall('guide_version');
call build_wall('guide_quote');
call build_wall('guide_audio');
call build_wall('content_task');
grant delete on guide_quote, guide_audio to serai_app;
create policy everyone_reads on guide_page for select to serai_reader
  using (published_version is not null and archived_at is null);
-- What hangs on a page is as public as the page: out, and not taken away again.
create policy everyone_reads on guide_version for select to serai_reader
  using (page_id in (select id from serai.guide_page where published_version is not null and archived_at is null));
create policy everyone_reads on guide_quote for select to serai_reader
  using (not working and page_id in (select id from serai.guide_page where published_version is not null and archived_at is null));
create policy everyone_reads on guide_audio for select to serai_reader
  using (page_id in (select id from serai.guide_page where published_version is not null and archived_at is null));

import { useEffect, useRef } from 'react';
import { Form, type LoaderFunctionArgs, Link, useLoaderData, useNavigation, useSubmit } from 'react-router';
import { codeLists } from '#platform/code-lists/code-lists.ts';
import { isProblem } from '#platform/problem.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Progress } from '#ui/progress.tsx';
import { Select } from '#ui/select.tsx';
import { Button } from '#ui/button.tsx';
import { FoundPeople } from '../components/found-people.tsx';
import { codeOptions } from '../components/options.ts';
import '../components/clients.css';
import { findClients } from '../queries/find-clients.query.server.ts';
import { listClients, listClientsParams } from '../queries/list-clients.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const text = (asked.get('q') ?? '').slice(0, 200);
  const mayRegister = web.house.policy.mayEver(actor, 'client.register');
  if (text.trim() !== '')
    return { text, mayRegister, ...(await search(web, text)), people: [], next: undefined, filter: {} };
  const filter = listClientsParams.safeParse(
    Object.fromEntries([...asked].filter(([, value]) => value !== '')),
  );
  const chosen = filter.success ? filter.data : {};
  const { people, next } = await web.read(listClients, chosen);
  return {
    text: '',
    mayRegister,
    people,
    next,
    filter: chosen as Record<string, string>,
    found: [],
    hidden: false,
    building: undefined,
  };
}

/** While the index is being built the page says so and asks again by itself; it is no error. */
async function search(web: Web, text: string) {
  try {
    return { ...(await web.read(findClients, { text })), building: undefined };
  } catch (error) {
    if (isProblem(error) && error.code === 'clients.index-building')
      return { found: [], hidden: false, building: Number(error.params['percent'] ?? 0) };
    throw error;
  }
}

/** Milliseconds of quiet after which what was typed is searched: one search, one line in the audit. */
const settled = 350;

export default function PeoplePage() {
  const t = useText('clients');
  const page = useLoaderData<typeof loader>();
  const submit = useSubmit();
  const navigation = useNavigation();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The search on top of every page may have asked something else; what is being typed here is left alone.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = page.text;
  }, [page.text]);
  const searching = navigation.state === 'loading' && navigation.location.pathname === '/staff/people';
  return (
    <>
      <title>{t('people.title')}</title>
      <PageHeader title={t('people.title')} note={t('people.note')}>
        {page.mayRegister && (
          <LinkButton
            tone="primary"
            icon="add"
            to={page.text ? `/staff/people/new?name=${encodeURIComponent(page.text)}` : '/staff/people/new'}
          >
            {t('people.register')}
          </LinkButton>
        )}
      </PageHeader>
      <Form className="people-search" role="search">
        <label className="field-label" htmlFor="people-q">
          {t('people.search')}
        </label>
        <div className="people-search-row">
          <input
            className="input"
            id="people-q"
            type="search"
            name="q"
            dir="auto"
            defaultValue={page.text}
            ref={field}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder={t('people.placeholder')}
            aria-describedby="people-hint"
            onChange={(event) => {
              const form = event.currentTarget.form;
              clearTimeout(timer.current);
              timer.current = setTimeout(
                () => void submit(form, { replace: true, preventScrollReset: true }),
                settled,
              );
            }}
          />
          <Button icon="search" busy={searching}>
            {t('common:action.search')}
          </Button>
        </div>
        <p className="field-hint" id="people-hint">
          {t('people.hint')}
        </p>
      </Form>
      {page.text !== '' ? <Answer page={page} /> : <Browse page={page} />}
    </>
  );
}

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

function Answer({ page }: { page: PageData }) {
  const t = useText('clients');
  if (page.building !== undefined) {
    return (
      <Notice tone="info" title={t('people.building')} live>
        <Progress label={t('people.building-text', { percent: page.building })} value={page.building} />
        <meta httpEquiv="refresh" content="3" />
      </Notice>
    );
  }
  return (
    <section aria-live="polite" aria-label={t('people.answer')}>
      <p className="list-says">{t('people.found', { count: page.found.length })}</p>
      {page.hidden && (
        <Notice tone="attention" title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </Notice>
      )}
      {page.found.length > 0 ? (
        <FoundPeople people={page.found} label={t('people.answer')} />
      ) : (
        <EmptyState
          title={t('people.nobody')}
          action={
            page.mayRegister && (
              <div className="toolbar">
                <LinkButton
                  tone="primary"
                  icon="add"
                  to={`/staff/people/new?name=${encodeURIComponent(page.text)}`}
                >
                  {t('people.register-this')}
                </LinkButton>
                <LinkButton to="/staff/contacts/new?who=anonymous">{t('people.anonymous')}</LinkButton>
              </div>
            )
          }
        >
          {t('people.nobody-text')}
        </EmptyState>
      )}
    </section>
  );
}

function Browse({ page }: { page: PageData }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const filter = page.filter as Partial<Record<'show' | 'stage' | 'sex' | 'nationality', string>>;
  const next = new URLSearchParams(Object.entries(filter).filter(([name]) => name !== 'after'));
  if (page.next) next.set('after', page.next);
  return (
    <section aria-label={t('people.list')}>
      <Form className="filter-row">
        <Select
          name="show"
          label={t('people.show')}
          defaultValue={filter.show ?? 'recent'}
          options={(['recent', 'served', 'mine'] as const).map((value) => ({
            value,
            label: t(`people.show-${value}`),
          }))}
        />
        <Select
          name="stage"
          label={t('form.stage')}
          blank={t('common:answer.all')}
          defaultValue={filter.stage}
          options={codeOptions(codes, 'stage', codeLists.stage.codes)}
        />
        <Select
          name="sex"
          label={t('form.sex')}
          blank={t('common:answer.all')}
          defaultValue={filter.sex}
          options={codeOptions(codes, 'sex', codeLists.sex.codes)}
        />
        <Button tone="secondary">{t('common:action.show')}</Button>
      </Form>
      <p className="list-says">
        {t(`people.says-${filter.show ?? 'recent'}`)} {t('people.says-restricted')}
      </p>
      {page.people.length > 0 ? (
        <FoundPeople people={page.people} label={t('people.list')} />
      ) : (
        <EmptyState title={t('people.none')}>
          {t('people.none-text')} <Link to="/staff/people">{t('people.show-all')}</Link>
        </EmptyState>
      )}
      <Pagination
        label={t('people.list')}
        next={page.next ? { to: `/staff/people?${next}`, label: t('common:page.next') } : undefined}
      />
    </section>
  );
}

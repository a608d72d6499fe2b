import { useEffect, useRef } from 'react';
import { Form, type LoaderFunctionArgs, Link, useLoaderData, useNavigation, useSubmit } from 'react-router';
import {
  beginWithFirst,
  cellText,
  listWords,
  loadListFrame,
  readFilter,
} from '#modules/lists/index.server.ts';
import { ListTools, PrintHead } from '#modules/lists/index.tsx';
import { otherCentres } from '#modules/network/index.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { isProblem } from '#platform/problem.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Progress } from '#ui/progress.tsx';
import { Button } from '#ui/button.tsx';
import { FoundPeople } from '../components/found-people.tsx';
import '../components/clients.css';
import { clientCell } from '../client-cell.ts';
import { clientFilter, clientFilterSchema } from '../client-filter.ts';
import { PeopleFilter } from '../components/people-filter.tsx';
import { PersonBadges } from '../components/person-line.tsx';
import { findClients } from '../queries/find-clients.query.server.ts';
import { listClients } from '../queries/list-clients.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const text = (asked.get('q') ?? '').slice(0, 200);
  const mayRegister = web.house.policy.mayEver(actor, 'client.register');
  if (text.trim() !== '') {
    const answer = await search(web, text);
    const mayBreakGlass = web.house.policy.mayEver(actor, 'break-glass.open');
    const mayAsk = await mayAskElsewhere(web, actor);
    return { text, mayRegister, mayBreakGlass, mayAsk, ...answer, browse: undefined };
  }
  return {
    text: '',
    mayRegister,
    mayAsk: false,
    mayBreakGlass: false,
    browse: await browse(web, actor),
    found: [],
    hidden: false,
    building: undefined,
  };
}

/** Is there another centre that could be asked about somebody whom this one does not know? */
const mayAskElsewhere = async (web: Web, actor: StaffActor): Promise<boolean> =>
  web.house.policy.mayEver(actor, 'network.ask') && (await web.read(otherCentres, {})).length > 0;

async function browse(web: Web, actor: StaffActor) {
  const asked = web.url.searchParams;
  const filter = clientFilterSchema.parse(readFilter(clientFilter, asked));
  const frame = await loadListFrame(web, actor, 'people', filter);
  beginWithFirst(web, frame);
  const { people, next } = await web.read(listClients, { ...filter, after: asked.get('after') ?? undefined });
  const words = listWords(web);
  const names = Object.fromEntries(frame.choices.colleagues.map(({ value, label }) => [value, label]));
  return {
    rows: people.map((person) => ({
      id: person.id,
      restricted: person.restricted,
      minor: person.minor,
      cells: Object.fromEntries(
        frame.columns.map((column) => [column, cellText(clientCell(person, column, words, names), web)]),
      ),
    })),
    next: next === undefined ? undefined : `?${frame.query}&${new URLSearchParams({ after: next })}`,
    filter,
    frame,
    mayExport: web.house.policy.mayEver(actor, 'client.export'),
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
      {page.browse === undefined ? <Answer page={page} /> : <Browse page={page.browse} />}
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
          {page.mayBreakGlass && (
            <p>
              <Link to="/staff/people/emergency">{t('hidden.emergency')}</Link>
            </p>
          )}
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
                {page.mayAsk && <LinkButton to="/staff/asks">{t('transfers:list.ask')}</LinkButton>}
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

/** Columns that are read as one word. */
const fixed = new Set(['fileNo', 'registeredOn', 'lastContactOn']);

function Browse({ page }: { page: NonNullable<PageData['browse']> }) {
  const t = useText('clients');
  const words = useText('lists');
  const { rows, next, filter, frame, mayExport } = page;
  // What is said of the usual order is no longer so in another.
  const caption = [
    (!filter.sort || filter.show === 'mine') && t(`people.says-${filter.show}`),
    filter.sort && `${words(`values.sort.${filter.sort}`)}.`,
    t('people.says-restricted'),
    words('sort.names'),
  ];
  return (
    <section aria-label={t('people.list')}>
      <PrintHead frame={frame} part={next !== undefined} />
      <PeopleFilter key={frame.query} filter={filter} choices={frame.choices} />
      <ListTools frame={frame} mayExport={mayExport} />
      <DataTable
        caption={caption.filter(Boolean).join(' ')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          ...frame.columns.map((column) => ({
            id: column,
            label: words(`columns.people.${column}`),
            sort: frame.sorts[column],
            heading: column === 'name',
            cell: (row: (typeof rows)[number]) =>
              column === 'name' ? (
                <>
                  <Link to={`/staff/people/${row.id}`}>
                    <Bdi>{row.cells['name']}</Bdi>
                  </Link>{' '}
                  <PersonBadges person={row} />
                </>
              ) : (
                <span className={fixed.has(column) ? 'list-nowrap' : undefined}>
                  <Bdi ltr={column === 'fileNo'}>{row.cells[column]}</Bdi>
                </span>
              ),
          })),
          {
            id: 'act',
            label: words('columns.act'),
            cell: (row) => (
              <Link className="found-act" to={`/staff/contacts/new?client=${row.id}`}>
                {t('found.record-contact')}
              </Link>
            ),
          },
        ]}
        empty={
          <EmptyState title={t('people.none')}>
            {t('people.none-text')} <Link to="/staff/people?show=recent">{t('people.show-all')}</Link>
          </EmptyState>
        }
      />
      <Pagination
        label={t('people.list')}
        next={next === undefined ? undefined : { to: next, label: t('common:page.next') }}
      />
    </section>
  );
}

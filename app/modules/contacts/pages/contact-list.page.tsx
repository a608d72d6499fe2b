import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  beginWithFirst,
  cellText,
  listWords,
  loadListFrame,
  readFilter,
} from '#modules/lists/index.server.ts';
import { ListTools, PrintHead } from '#modules/lists/index.tsx';
import { momentCursorSchema } from '#platform/operations/cursor-schema.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { contactCell } from '../contact-cell.ts';
import { contactFilter, contactFilterSchema } from '../contact-filter.ts';
import { ContactFilter } from '../components/contact-filter.tsx';
import { listContacts } from '../queries/list-contacts.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = web.url.searchParams;
  const mayAll = web.house.policy.decide(actor, 'contact.list', ['centre']) !== undefined;
  const filter = contactFilterSchema.parse(readFilter(contactFilter, asked));
  if (!mayAll) filter.whose = 'mine';
  const frame = await loadListFrame(web, actor, 'contacts', filter);
  beginWithFirst(web, frame);
  const { before } = readFilter({ before: momentCursorSchema }, asked);
  const { rows, next } = await web.read(listContacts, { ...filter, before });
  const words = listWords(web);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      voided: row.voided,
      urgent: row.urgent,
      enteredLater: row.enteredLater,
      cells: Object.fromEntries(
        frame.columns.map((column) => [column, cellText(contactCell(row, column, words), web)]),
      ),
    })),
    next: next === undefined ? undefined : `?${frame.query}&${new URLSearchParams({ before: next })}`,
    filter,
    frame,
    mayAll,
    mayExport: web.house.policy.mayEver(actor, 'contact.export'),
  };
}

export default function ContactListPage() {
  const t = useText('contacts');
  const words = useText('lists');
  const { rows, next, filter, frame, mayAll, mayExport } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t('list.title')} note={t(`list.note.${filter.whose}`)}>
        <LinkButton tone="primary" icon="add" to="/staff/contacts/new?who=anonymous">
          {t('list.anonymous')}
        </LinkButton>
      </PageHeader>
      <PrintHead frame={frame} part={next !== undefined} />
      <ContactFilter key={frame.query} filter={filter} mayAll={mayAll} choices={frame.choices} />
      <ListTools frame={frame} mayExport={mayExport} />
      <DataTable
        caption={t('list.caption')}
        rows={rows}
        rowId={(row) => row.id}
        columns={frame.columns.map((column) => ({
          id: column,
          label: words(`columns.contacts.${column}`),
          sort: frame.sorts[column],
          heading: column === 'day',
          cell: (row: (typeof rows)[number]) =>
            column === 'day' ? (
              <Link className="list-nowrap" to={`/staff/contacts/${row.id}`}>
                {row.cells['day']}
              </Link>
            ) : column === 'marks' ? (
              <>
                {row.voided && <Badge tone="danger">{words('marks.voided')}</Badge>}{' '}
                {row.urgent && <Badge tone="attention">{words('marks.urgent')}</Badge>}{' '}
                {row.enteredLater && <Badge>{words('marks.enteredLater')}</Badge>}
              </>
            ) : (
              <Bdi>{row.cells[column]}</Bdi>
            ),
        }))}
        empty={
          <EmptyState title={t('list.empty')} icon="contacts">
            {t('list.empty-text')}
          </EmptyState>
        }
      />
      <Pagination
        label={t('list.pages')}
        next={next === undefined ? undefined : { to: next, label: t('common:page.next') }}
      />
    </>
  );
}

import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { ContactFilter } from '../components/contact-filter.tsx';
import { listContacts, listContactsParams } from '../queries/list-contacts.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const mayAll = web.house.policy.decide(actor, 'contact.list', ['centre']) !== undefined;
  // A filter that makes no sense is left out, as if it had not been typed: the list says what it shows.
  const filter = listContactsParams.safeParse({
    whose: asked.get('whose') === 'all' && mayAll ? 'all' : 'mine',
    from: asked.get('from') || undefined,
    to: asked.get('to') || undefined,
    topic: asked.get('topic') || undefined,
    channelGroup: asked.get('channelGroup') || undefined,
    before: asked.get('before') || undefined,
  });
  const params = filter.success ? filter.data : { whose: 'mine' as const };
  return { ...(await web.read(listContacts, params)), filter: params, mayAll };
}

export default function ContactListPage() {
  const t = useText('contacts');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { rows, next, filter, mayAll } = useLoaderData<typeof loader>();
  const nextPage = next === undefined ? undefined : new URLSearchParams({ ...plain(filter), before: next });
  return (
    <>
      <PageHeader title={t('list.title')} note={t(`list.note.${filter.whose}`)}>
        <LinkButton tone="primary" icon="add" to="/staff/contacts/new?who=anonymous">
          {t('list.anonymous')}
        </LinkButton>
      </PageHeader>
      <ContactFilter filter={filter} mayAll={mayAll} />
      <DataTable
        caption={t('list.caption')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'day',
            label: t('list.day'),
            cell: (row) => <Link to={row.id}>{formatDay(row.occurredOn, { language }, 'short')}</Link>,
          },
          {
            id: 'who',
            label: t('view.with'),
            cell: (row) => (row.client ? <Bdi>{row.client.name}</Bdi> : t(`who.${row.who}`)),
          },
          {
            id: 'topics',
            label: t('form.topics'),
            cell: (row) => row.topics.map((code) => codes(`topic.${code}`)).join(' · '),
          },
          { id: 'result', label: t('form.result'), cell: (row) => codes(`counsellingResult.${row.result}`) },
          { id: 'channel', label: t('form.channel'), cell: (row) => codes(`channel.${row.channel}`) },
          { id: 'counsellor', label: t('view.counsellor'), cell: (row) => <Bdi>{row.counsellor}</Bdi> },
          {
            id: 'marks',
            label: t('list.marks'),
            cell: (row) => (
              <>
                {row.voided && <Badge tone="danger">{t('list.voided')}</Badge>}{' '}
                {row.urgent && <Badge tone="attention">{t('form.urgent')}</Badge>}{' '}
                {row.enteredLater && <Badge>{t('list.later')}</Badge>}
              </>
            ),
          },
        ]}
        empty={
          <EmptyState title={t('list.empty')} icon="contacts">
            {t('list.empty-text')}
          </EmptyState>
        }
      />
      <Pagination
        label={t('list.pages')}
        next={nextPage && { to: `?${nextPage}`, label: t('common:page.next') }}
      />
    </>
  );
}

const plain = (filter: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { intakeCentre } from '../intake-centre.server.ts';
import { inboxes } from '../question.ts';
import { countQuestions } from '../queries/count-questions.query.server.ts';
import { listQuestions, listQuestionsParams } from '../queries/list-questions.query.server.ts';
import '../components/question-thread.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const asked = new URL(request.url).searchParams;
  // A filter that makes no sense is left out, as if it had not been typed.
  const filter = listQuestionsParams.safeParse({
    inbox: asked.get('inbox') ?? undefined,
    after: asked.get('after') ?? undefined,
  });
  const params = filter.success ? filter.data : { inbox: 'waiting' as const };
  const list = await web.read(listQuestions, params);
  return {
    rows: list.rows.map((row) => ({ ...row, languageName: languageName(row.language, web.language) })),
    next: list.next,
    inbox: params.inbox,
    counts: await web.read(countQuestions, {}),
    isOpen: (await intakeCentre(web.house))?.key !== undefined,
  };
}

/** Who waits for an answer, longest first. What was asked stays closed until somebody opens it. */
export default function QuestionInboxPage() {
  const t = useText('questions');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { rows, next, inbox, counts, isOpen } = useLoaderData<typeof loader>();
  const isWaitingList = inbox !== 'answered' && inbox !== 'closed';
  const tabCount = { waiting: counts.waiting, new: counts.new, mine: counts.mine, answered: 0, closed: 0 };
  return (
    <div className="question-page">
      <PageHeader title={t('inbox.title')} note={t('inbox.note')}>
        <LinkButton icon="phone" to="/staff/questions/calls">
          {t('calls.title')}
        </LinkButton>
      </PageHeader>
      {!isOpen && (
        <Notice tone="attention" title={t('inbox.notOpen')}>
          <p>{t('inbox.notOpenText')}</p>
        </Notice>
      )}
      {counts.overdue > 0 && (
        <Notice tone="attention" title={t('inbox.overdue', { count: counts.overdue })}>
          <p>{t('inbox.overdueText')}</p>
        </Notice>
      )}
      <Tabs
        label={t('inbox.which')}
        tabs={inboxes.map((id) => ({
          to: `/staff/questions?inbox=${id}`,
          label: tabCount[id] > 0 ? `${t(`inbox.tab.${id}`)} (${tabCount[id]})` : t(`inbox.tab.${id}`),
        }))}
      />
      <DataTable
        caption={t(`inbox.caption.${inbox}`)}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'topic',
            label: t('field.topic'),
            heading: true,
            cell: (row) => <Link to={`/staff/questions/${row.id}`}>{codes(`topicGroup.${row.topic}`)}</Link>,
          },
          {
            id: 'day',
            label: isWaitingList ? t('field.askedOn') : t('field.lastOn'),
            cell: (row) => formatDay(isWaitingList ? row.askedOn : row.lastOn, { language }, 'short'),
          },
          { id: 'language', label: t('field.language'), cell: (row) => <Bdi>{row.languageName}</Bdi> },
          { id: 'way', label: t('field.way'), cell: (row) => t(`way.${row.way}`) },
          {
            id: 'state',
            label: t('field.state'),
            cell: (row) => (
              <>
                <Badge
                  tone={row.state === 'answered' ? 'success' : row.state === 'closed' ? 'plain' : 'teal'}
                >
                  {t(`state.${row.state}`)}
                </Badge>{' '}
                {row.isOverdue && <Badge tone="attention">{t('overdue')}</Badge>}
              </>
            ),
          },
          {
            id: 'who',
            label: t('field.assignedTo'),
            cell: (row) => (row.assignedTo ? <Bdi>{row.assignedTo}</Bdi> : t('nobody')),
          },
        ]}
        empty={
          <EmptyState title={t(`inbox.empty.${inbox}`)} icon="questions">
            {t('inbox.emptyText')}
          </EmptyState>
        }
      />
      <Pagination
        label={t('inbox.pages')}
        next={
          next === undefined
            ? undefined
            : { to: `?${new URLSearchParams({ inbox, after: next })}`, label: t('common:page.next') }
        }
      />
    </div>
  );
}

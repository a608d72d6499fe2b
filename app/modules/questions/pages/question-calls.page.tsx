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
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listCalls } from '../queries/list-calls.query.server.ts';
import '../components/question-thread.css';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { calls } = await web.read(listCalls, {});
  return {
    calls: calls.map((call) => ({ ...call, languageName: languageName(call.language, web.language) })),
  };
}

/** Whom to call, and when it is safe. The rule stands beside the number, where nobody can miss it. */
export default function QuestionCallsPage() {
  const t = useText('questions');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { calls } = useLoaderData<typeof loader>();
  return (
    <div className="question-page">
      <PageHeader
        title={t('calls.title')}
        note={t('calls.note')}
        back={{ to: '/staff/questions', label: t('inbox.title') }}
      />
      <Notice tone="attention">{t('calls.rule')}</Notice>
      <DataTable
        caption={t('calls.caption')}
        rows={calls}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'topic',
            label: t('field.topic'),
            heading: true,
            cell: (row) => <Link to={`/staff/questions/${row.id}`}>{codes(`topicGroup.${row.topic}`)}</Link>,
          },
          { id: 'hours', label: t('contact.hours'), cell: (row) => <Bdi>{row.contact?.hours}</Bdi> },
          { id: 'phone', label: t('contact.phone'), cell: (row) => <Bdi ltr>{row.contact?.phone}</Bdi> },
          {
            id: 'say',
            label: t('contact.say'),
            cell: (row) => (row.contact?.say ? <Bdi>{row.contact.say}</Bdi> : t('contact.sayNothing')),
          },
          { id: 'language', label: t('field.language'), cell: (row) => <Bdi>{row.languageName}</Bdi> },
          {
            id: 'due',
            label: t('field.dueOn'),
            cell: (row) => (
              <>
                {row.dueOn && formatDay(row.dueOn, { language }, 'short')}{' '}
                {row.isOverdue && <Badge tone="attention">{t('overdue')}</Badge>}
              </>
            ),
          },
        ]}
        empty={
          <EmptyState title={t('calls.empty')} icon="phone">
            {t('calls.emptyText')}
          </EmptyState>
        }
      />
    </div>
  );
}

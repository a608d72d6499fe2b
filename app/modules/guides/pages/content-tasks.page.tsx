import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { staffNames } from '#modules/staff/index.server.ts';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { HubTabs } from '../components/hub-tabs.tsx';
import { closeContentTask } from '../operations/close-content-task.server.ts';
import { listContentTasks } from '../queries/list-content-tasks.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { tasks } = await web.read(listContentTasks, {});
  const ids = [...new Set(tasks.map(({ opened_by }) => opened_by).filter((id) => id !== null))];
  const names = await web.read(staffNames, { ids });
  return {
    tasks: tasks.map((task) => ({
      ...task,
      openedBy: task.opened_by ? names[task.opened_by]?.name : undefined,
      openedOn: task.opened_at.toISOString().slice(0, 10),
      languageName: task.language ? languageName(task.language, web.language) : undefined,
      isOwnSecondLook: task.kind === 'second_look' && task.opened_by === actor.staffId,
    })),
    mayClose: web.house.policy.mayEver(actor, 'content-task.close'),
    key: formKey(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, closeContentTask);
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect('/staff/guides/tasks');
}

/** What is to be written, looked up or looked at by a second person; the most urgent first. */
export default function ContentTasksPage() {
  const t = useText('guides');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { tasks, mayClose, key } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t('tasks.title')} note={t('tasks.note')} />
      <HubTabs mayTasks />
      {tasks.length === 0 ? (
        <EmptyState title={t('tasks.empty')} icon="check">
          {t('tasks.emptyText')}
        </EmptyState>
      ) : (
        <Card>
          <ul className="item-list">
            {tasks.map((task) => (
              <li key={task.id} className="item">
                <p className="item-head">
                  <strong>{t(`tasks.kind.${task.kind}`)}</strong>
                  {task.due_on && (
                    <Badge tone={task.isOverdue ? 'attention' : 'plain'}>
                      {t(task.isOverdue ? 'tasks.overdue' : 'tasks.due', {
                        day: formatDay(task.due_on, { language }, 'short'),
                      })}
                    </Badge>
                  )}
                  {task.languageName && <Badge>{task.languageName}</Badge>}
                  {task.topic && <span>{codes(`topicGroup.${task.topic}`)}</span>}
                </p>
                {task.page_id && task.title && (
                  <p>
                    <Link to={`/staff/guides/${task.page_id}`}>
                      <Bdi>{task.title}</Bdi>
                    </Link>
                  </p>
                )}
                {task.fact_id && task.fact_code && (
                  <p>
                    <Link to={`/staff/facts/${task.fact_id}`}>
                      <Bdi ltr>{task.fact_code}</Bdi>
                    </Link>
                  </p>
                )}
                {task.question_id && (
                  <p>
                    <Link to={`/staff/questions/${task.question_id}`}>{t('tasks.question')}</Link>
                  </p>
                )}
                {task.note && (
                  <p className="prose">
                    <Bdi>{task.note}</Bdi>
                  </p>
                )}
                <p className="text-sm text-ink-soft">
                  {task.openedBy ? <Bdi>{task.openedBy}</Bdi> : t('tasks.byItself')} ·{' '}
                  {formatDay(task.openedOn, { language }, 'short')}
                </p>
                {task.isOwnSecondLook ? (
                  <p>{t('tasks.ownSecondLook')}</p>
                ) : (
                  mayClose && (
                    <PageForm
                      formKey={`${key}.${task.id}`}
                      submitted={submitted?.values['taskId'] === task.id ? submitted : undefined}
                    >
                      <input type="hidden" name="taskId" value={task.id} />
                      <div>
                        <SubmitButton tone="secondary" size="small" icon="check">
                          {t(task.kind === 'second_look' ? 'tasks.looked' : 'tasks.done')}
                        </SubmitButton>
                      </div>
                    </PageForm>
                  )
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  data,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { PersonToTell } from '../components/person-to-tell.tsx';
import { settleAdvice } from '../operations/settle-advice.server.ts';
import { outdatedAdvice } from '../queries/outdated-advice.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const answer = await web.read(outdatedAdvice, {
    pageId: asked.get('page') ?? undefined,
    after: asked.get('after') ?? undefined,
  });
  return {
    ...answer,
    people: answer.people.map((person) => ({
      ...person,
      spoken: person.languages.map((code) => languageName(code, web.language)),
    })),
    page: asked.get('page') ?? undefined,
    key: formKey(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, settleAdvice, ({ input }) => ({
    ...input,
    // A way stands in the form even where nothing is to be told any more.
    way: input['outcome'] === 'not_needed' ? undefined : input['way'],
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect('/staff/advice');
}

export default function PeopleToTellPage() {
  const t = useText('advice');
  const { people, unnamed, next, page, key } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const nextPage = next && new URLSearchParams({ ...(page && { page }), after: next });
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      {people.length === 0 && (
        <EmptyState title={t('empty')} icon="people">
          {t('empty-text')}
        </EmptyState>
      )}
      {[...Map.groupBy(people, (person) => person.page.id)].map(([pageId, group]) => (
        <Card key={pageId} id={`page-${pageId}`} title={<bdi>{group[0]?.page.title}</bdi>}>
          <ul className="item-list">
            {group.map((person) => (
              <PersonToTell
                key={person.adviceId}
                person={person}
                formKey={`${key}-${person.adviceId}`}
                submitted={submitted?.values['adviceId'] === person.adviceId ? submitted : undefined}
              />
            ))}
          </ul>
        </Card>
      ))}
      <Pagination label={t('pages')} next={nextPage ? { to: `?${nextPage}`, label: t('next') } : undefined} />
      {unnamed.length > 0 && (
        <Card id="unnamed" title={t('unnamed')}>
          <p>{t('unnamed-text')}</p>
          <ul>
            {unnamed.map((row) => (
              <li key={row.page.id}>
                <bdi>{row.page.title}</bdi>: {t('conversations', { count: row.conversations })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <p className="field-hint">{t('why-missing')}</p>
    </>
  );
}

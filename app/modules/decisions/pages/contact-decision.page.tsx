import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listDecisions } from '../queries/list-decisions.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const contactId = params['contactId'] ?? '';
  return { contactId, ...(await web.read(listDecisions, { contactId })) };
}

/** The guide of the public pages, opened beside a contact; below, what was kept of it. */
export default function ContactDecisionPage() {
  const t = useText('decisions');
  const { language } = usePageTexts();
  const { contactId, mayKeep, decisions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        back={{ to: `/staff/contacts/${contactId}`, label: t('backToContact') }}
      >
        {mayKeep && <LinkButton to="guide">{t('open')}</LinkButton>}
      </PageHeader>
      <Card id="kept" title={t('kept')}>
        {decisions.length === 0 && <p>{t('none')}</p>}
        <ul>
          {decisions.map(({ id, day, name }) => (
            <li key={id}>
              <a href={`/staff/decisions/${id}`}>
                <Bdi>{t('keptOn', { day: formatDay(day, { language }), name })}</Bdi>
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { interfaceLanguages } from '#platform/language/interface-languages.ts';
import { formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import '../components/clients.css';
import { whoLooked } from '../queries/who-looked.query.server.ts';
import { scriptLanguageOf } from '../script-language.ts';
import { lookKind, lookReason } from '../who-looked.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(whoLooked, { clientId: params['clientId'] ?? '' });
  return {
    ...seen,
    timeZone: actor.centre.timeZone,
    mayOpen: web.house.policy.mayEver(actor, 'client.view'),
  };
}

export default function AccessPage() {
  const t = useText('clients');
  const shared = useText('consent');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const own = scriptLanguageOf(page.languages);
  return (
    <>
      <title>{page.fileNo ?? t('access.title')}</title>
      <PageHeader
        title={t('access.title')}
        note={page.fileNo && <Bdi ltr>{page.fileNo}</Bdi>}
        back={page.mayOpen ? { to: `/staff/people/${page.clientId}`, label: t('view.back') } : undefined}
      >
        {interfaceLanguages
          .filter(({ code }) => code === own || code === language)
          .map(({ code, ownName }) => (
            <LinkButton
              key={code}
              icon="print"
              to={`/staff/people/${page.clientId}/access.pdf?lang=${code}`}
              reloadDocument
            >
              {t('access.print', { language: ownName })}
            </LinkButton>
          ))}
      </PageHeader>
      <DataTable
        caption={
          page.more
            ? t('access.caption-more', { count: page.looks.length })
            : t('access.caption', { count: page.looks.length })
        }
        rows={page.looks.map((look, index) => ({ ...look, index }))}
        rowId={(look) => String(look.index)}
        columns={[
          {
            id: 'when',
            label: t('access.when'),
            cell: (look) => (
              <time dateTime={look.at}>
                {formatMoment(new Date(look.at), { language, timeZone: page.timeZone }, 'short')}
              </time>
            ),
          },
          {
            id: 'who',
            label: t('access.who'),
            cell: (look) => (
              <>
                {look.name && (
                  <>
                    <Bdi>{look.name}</Bdi> ·{' '}
                  </>
                )}
                {shared(`access.role.${look.role}`)}
              </>
            ),
          },
          {
            id: 'what',
            label: t('access.what'),
            cell: (look) => (
              <>
                {shared(`access.what.${lookKind(look.action, look.result, look.purpose)}`)}{' '}
                {look.result === 'refused' && <Badge tone="danger">{t('access.refused')}</Badge>}
              </>
            ),
          },
          {
            id: 'why',
            label: t('access.why'),
            cell: (look) =>
              look.purpose === 'not-linked' ? (
                <Badge tone="attention">{shared('access.why.not-linked')}</Badge>
              ) : (
                shared(`access.why.${lookReason(look.purpose)}`)
              ),
          },
        ]}
        empty={<p>{t('access.nobody')}</p>}
      />
    </>
  );
}

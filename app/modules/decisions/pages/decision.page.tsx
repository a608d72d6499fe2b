import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { clientLanguages, isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { GuideResult } from '../components/guide-result.tsx';
import { LanguageChoice } from '../components/language-choice.tsx';
import { ReadingFrame } from '../components/reading-frame.tsx';
import { guideTexts } from '../guide-texts.server.ts';
import { resultView } from '../guide-view.server.ts';
import { viewDecision } from '../queries/view-decision.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const kept = await web.read(viewDecision, { decisionId: params['decisionId'] ?? '' });
  const asked = web.url.searchParams.get('in') ?? kept.language;
  const language = isInterfaceLanguage(asked) ? asked : web.language;
  return {
    contactId: kept.contactId,
    day: kept.day,
    language,
    languages: clientLanguages,
    texts: guideTexts(web.house, language),
    view: await resultView(web.house, kept.decision, kept.answers, language),
  };
}

/** What was kept, as it was that day; to read again together, or to print in the person's language. */
export default function DecisionPage() {
  const t = useText('decisions');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  return (
    <>
      <PageHeader
        title={t('keptTitle', { day: formatDay(page.day, { language }) })}
        note={t('print')}
        back={{ to: `/staff/contacts/${page.contactId}`, label: t('backToContact') }}
      />
      {asked.has('kept') && <Notice tone="success" title={t('saved')} live />}
      <LanguageChoice languages={page.languages} language={page.language} />
      <ReadingFrame language={page.language} texts={page.texts}>
        {(reading) => <GuideResult view={page.view} reading={reading} />}
      </ReadingFrame>
    </>
  );
}

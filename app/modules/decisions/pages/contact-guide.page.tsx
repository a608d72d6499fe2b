import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { clientLanguages, isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { forbidden } from '#platform/problem.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext, type Web } from '#platform/web/web-context.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { GuideForm } from '../components/guide-form.tsx';
import { GuideResult } from '../components/guide-result.tsx';
import { KeepResult } from '../components/keep-result.tsx';
import { LanguageChoice } from '../components/language-choice.tsx';
import { ReadingFrame } from '../components/reading-frame.tsx';
import { ResultAgain } from '../components/result-again.tsx';
import { guideTexts } from '../guide-texts.server.ts';
import { guideView } from '../guide-view.server.ts';
import { listRulesets } from '../list-rulesets.server.ts';
import { keepDecision } from '../operations/keep-decision.server.ts';
import { prepareDecision } from '../queries/prepare-decision.query.server.ts';
import { walkGuide } from '../walk-guide.ts';

/** The screen is turned to the person: the guide may be in their language. */
const languageOf = (web: Web): string => {
  const asked = web.url.searchParams.get('in');
  return isInterfaceLanguage(asked) && clientLanguages.includes(asked) ? asked : web.language;
};

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const contactId = params['contactId'] ?? '';
  const language = languageOf(web);
  const start = walkGuide({ go: 'to-safety' }, listRulesets());
  return {
    contactId,
    ...(await web.read(prepareDecision, { contactId })),
    texts: guideTexts(web.house, language),
    languages: clientLanguages,
    language,
    key: formKey(),
    view: await guideView(web.house, start, language),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const contactId = params['contactId'] ?? '';
  const language = languageOf(web);
  const { values, idempotencyKey } = readFormData(await request.formData());
  if (values['go'] === 'keep') {
    const { go: _, step: __, ...answers } = values;
    const input = { contactId, language, answers };
    const { decisionId } = await web.execute(keepDecision, input, { idempotencyKey });
    throw redirect(`/staff/decisions/${decisionId}?kept`);
  }
  const { mayKeep } = await web.read(prepareDecision, { contactId });
  if (!mayKeep) throw forbidden();
  return { view: await guideView(web.house, walkGuide(values, listRulesets()), language) };
}

/** The same guide as on the public pages, within a contact: at its end the result may be kept. */
export default function ContactGuidePage() {
  const t = useText('decisions');
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const view = sent?.view ?? page.view;
  const here = `/staff/contacts/${page.contactId}/decision/guide?in=${page.language}`;
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        back={{ to: `/staff/contacts/${page.contactId}/decision`, label: t('kept') }}
      />
      {!sent && <LanguageChoice languages={page.languages} language={page.language} />}
      <ReadingFrame language={page.language} texts={page.texts}>
        {(reading) =>
          view.result ? (
            <>
              <GuideResult view={view.result} reading={reading} />
              {page.mayKeep && !view.result.decision.gate && (
                <KeepResult answers={view.answers} formKey={page.key} action={here} />
              )}
              <ResultAgain view={view} reading={reading} action={here} isWhole />
            </>
          ) : (
            <GuideForm view={view} reading={reading} action={here} />
          )
        }
      </ReadingFrame>
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { DifferenceNotice, differencesOf } from '#modules/centres/index.tsx';
import { forbidden } from '#platform/problem.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { bodyDifference } from '../body-difference.ts';
import { BlockHelp } from '../components/block-help.tsx';
import { BodyDifferenceView } from '../components/body-difference-view.tsx';
import { FactPicker } from '../components/fact-picker.tsx';
import { GuideAboutFields, GuideTextFields } from '../components/guide-fields.tsx';
import { LinkCheck } from '../components/link-check.tsx';
import { OutlineCard } from '../components/outline-card.tsx';
import { PhonePreview } from '../components/phone-preview.tsx';
import { PlainHints } from '../components/plain-hints.tsx';
import { useGuideLabels } from '../components/use-guide-labels.ts';
import { foundFacts } from '../found-facts.server.ts';
import type { GuideType } from '../guide.ts';
import { guideOfForm } from '../guide-form.ts';
import { guideOptions } from '../guide-options.server.ts';
import { countWords, longestSummary } from '../guide-rules.ts';
import { guideValues } from '../guide-values.ts';
import { editGuide } from '../operations/edit-guide.server.ts';
import { plainLanguageHints } from '../plain-language.ts';
import { viewGuide } from '../queries/view-guide.query.server.ts';

/** What a text could do better, as it stands or as it was typed. */
const advice = (summary: string, body: string, language: string, type: GuideType) => ({
  hints: plainLanguageHints(body, language, type),
  summaryWords: countWords(summary),
  summaryLimit: longestSummary,
});

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'guide.edit')) throw forbidden();
  const view = await web.read(viewGuide, { pageId: params['pageId'] ?? '' });
  const { page, source, texts, quotes, linksTo, facts } = view;
  return {
    pageId: page.id,
    title: source.title,
    language: page.source_language,
    languages: texts.map(({ language }) => language),
    version: page.version,
    isArchived: page.archived_at !== null,
    isOut: page.published_version !== null,
    outline: page.outline,
    returnNote: page.state === 'draft' ? page.return_note : null,
    values: guideValues(page, source),
    advice: advice(source.summary, source.body, page.source_language, page.type),
    check: { quotes, linksTo, factCodes: Object.keys(facts) },
    found: await foundFacts(web, page.corridor_from?.toLowerCase()),
    options: guideOptions(web),
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const pageId = params['pageId'] ?? '';
  const form = await request.clone().formData();
  const intent = form.get('intent');
  if (intent === 'facts' || intent === 'look') {
    // Nothing is written: the same form comes back with what was asked for.
    const { values } = readFormData(form);
    const text = (name: string) => String(values[name] ?? '');
    return {
      looked: true as const,
      values,
      found: intent === 'facts' ? await foundFacts(web, text('factText')) : undefined,
      advice: advice(text('summary'), text('body'), 'en', text('type') as GuideType),
    };
  }
  const submitted = await submitForm(web, request, editGuide, ({ input }) => ({
    ...guideOfForm(input),
    pageId,
  }));
  if (submitted.ok) throw redirect(`/staff/guides/${pageId}/edit?done=edit`);
  if (submitted.problem.code !== 'conflict.version')
    return data({ ...submitted, conflict: undefined }, submitted.problem.status);
  const { page, source } = await web.read(viewGuide, { pageId });
  const { body: _, ...saved } = guideValues(page, source);
  const { body, factText: __, intent: ___, ...typed } = submitted.values;
  const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const conflict = {
    version: page.version,
    differences: differencesOf({ riskClass: 'normal', ...saved }, { riskClass: 'normal', ...filled }),
    parts: bodyDifference(source.body, String(body ?? '')),
  };
  return data({ ...submitted, conflict }, submitted.problem.status);
}

/** The desk of whoever writes: the text, and beside it facts, hints, links and the page as a phone shows it. */
export default function GuideEditPage() {
  const t = useText('guides');
  const labels = useGuideLabels();
  const [asked] = useSearchParams();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const looked = answer && 'looked' in answer ? answer : undefined;
  const refused = answer && 'problem' in answer ? answer : undefined;
  const conflict = refused?.conflict;
  const here = `/staff/guides/${page.pageId}`;
  const done = asked.get('done');
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        note={<Bdi lang={page.language}>{page.title}</Bdi>}
        back={{ to: here, label: t('edit.back') }}
      />
      {done && !answer && (
        <Notice tone="success" live>
          {t(done === 'add' ? 'done.add' : 'done.edit')}
        </Notice>
      )}
      {page.returnNote && (
        <Notice tone="attention" title={t('edit.returned')}>
          <p className="prose">
            <Bdi>{page.returnNote}</Bdi>
          </p>
        </Notice>
      )}
      {page.isOut && <Notice>{t('edit.isOut')}</Notice>}
      <PageForm
        formKey={page.key}
        submitted={conflict || looked ? undefined : refused}
        values={looked?.values ?? (conflict ? refused?.values : undefined)}
        labels={labels}
        className="mt-5"
      >
        {conflict && (
          <>
            <DifferenceNotice
              differences={conflict.differences.map(({ name, ...texts }) => ({
                label: labels[name] ?? name,
                ...texts,
              }))}
              more={conflict.parts.some((part) => part.in !== 'both')}
            />
            {conflict.parts.some((part) => part.in !== 'both') && (
              <Card id="difference" title={t('difference.title')}>
                <p>{t('difference.text')}</p>
                <BodyDifferenceView parts={conflict.parts} lang={page.language} />
              </Card>
            )}
          </>
        )}
        <input type="hidden" name="version" value={conflict?.version ?? page.version} />
        <div className="form-columns">
          <div>
            <GuideTextFields values={page.values} language={page.language} />
            <div className="form-actions">
              <SubmitButton hint>{t(conflict ? 'difference.keepMine' : 'edit.save')}</SubmitButton>
              <SubmitButton name="intent" value="look" tone="secondary">
                {t('edit.look')}
              </SubmitButton>
              {conflict ? (
                <LinkButton to={`${here}/edit`} reloadDocument>
                  {t('difference.takeTheirs')}
                </LinkButton>
              ) : (
                <LinkButton to={here}>{t('common:action.cancel')}</LinkButton>
              )}
            </div>
            <div className="folds">
              <BlockHelp />
              <details className="fold">
                <summary>{t('edit.about')}</summary>
                <div className="fold-body">
                  <GuideAboutFields values={page.values} options={page.options} />
                </div>
              </details>
            </div>
          </div>
          <div>
            {page.outline && <OutlineCard outline={page.outline} />}
            <PlainHints {...(looked?.advice ?? page.advice)} lang={page.language} />
            <FactPicker found={looked?.found ?? page.found} text={String(looked?.values['factText'] ?? '')} />
            <PhonePreview
              pageId={page.pageId}
              languages={page.languages}
              language={page.language}
              version={String(page.version)}
            />
            <LinkCheck {...page.check} />
          </div>
        </div>
      </PageForm>
    </>
  );
}

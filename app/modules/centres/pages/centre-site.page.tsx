import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { NewSite } from '../centre.schemas.ts';
import { settingOf } from '../centre-settings.ts';
import { DifferenceNotice } from '../components/difference-notice.tsx';
import { SiteFields } from '../components/site-fields.tsx';
import { useDifferenceLabels } from '../components/use-difference-labels.ts';
import { filledHours } from '../filled-hours.server.ts';
import { differencesOf } from '../form-difference.ts';
import { spokenLanguageOptions } from '../form-options.server.ts';
import { siteOfForm } from '../form-shapes.ts';
import { siteFormValues, typedAnswers } from '../form-values.ts';
import { textIn } from '../local-text.ts';
import { closeSite } from '../operations/close-site.server.ts';
import { editSite } from '../operations/edit-site.server.ts';
import { reopenSite } from '../operations/reopen-site.server.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { requireEditor } from '../require-editor.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireEditor(web);
  const { sites, settings, country, clientLanguages, defaultLanguage } = await web.read(viewCentre, {});
  const site = sites.find(({ id }) => id === params['siteId']);
  if (!site) throw notFound();
  return {
    key: formKey(),
    site,
    defaultLanguage,
    weekStart: Number(settingOf(settings, 'calendar.week-start')),
    spoken: spokenLanguageOptions(country, web.language).filter(
      ({ value }) => clientLanguages.includes(value) || site.languages.includes(value),
    ),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const { centre } = requireEditor(web);
  const siteId = params['siteId'];
  const intent = (await request.clone().formData()).get('intent');
  if (intent === 'close' || intent === 'reopen') {
    const submitted = await submitForm(web, request, intent === 'close' ? closeSite : reopenSite, () => ({
      siteId,
    }));
    if (submitted.ok) throw redirect('/staff/centre/sites?saved');
    return data({ ...submitted, conflict: undefined }, submitted.problem.status);
  }
  const filled = await filledHours(request, centre.settings);
  if (filled) return filled;
  const submitted = await submitForm(web, request, editSite, ({ input }) => ({
    ...siteOfForm(input),
    siteId,
  }));
  if (submitted.ok) throw redirect('/staff/centre/sites?saved');
  const saved =
    submitted.problem.code === 'conflict.version'
      ? (await web.read(viewCentre, {})).sites.find(({ id }) => id === siteId)
      : undefined;
  const conflict = saved && {
    version: saved.version,
    differences: differencesOf(siteFormValues(saved), typedAnswers(submitted.values)),
  };
  return data({ ...submitted, conflict }, submitted.problem.status);
}

/** One place where people are met: change it, close it, open it again. */
export default function CentreSitePage() {
  const t = useText('centres');
  const { language } = usePageTexts();
  const { key, site, defaultLanguage, weekStart, spoken } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const label = useDifferenceLabels('site');
  const filled = submitted && 'filledAt' in submitted ? submitted : undefined;
  const conflict = submitted && 'conflict' in submitted ? submitted.conflict : undefined;
  return (
    <div className="page">
      <PageHeader
        title={<Bdi>{textIn(site.name, language, [defaultLanguage])}</Bdi>}
        back={{ to: '/staff/centre/sites', label: t('tab.sites') }}
      />
      <PageForm
        key={filled?.filledAt}
        formKey={key}
        submitted={conflict ? undefined : submitted}
        values={submitted && (filled || conflict) ? submitted.values : undefined}
        className="max-w-4xl"
      >
        {conflict && <DifferenceNotice differences={conflict.differences.map(label)} />}
        <input type="hidden" name="version" value={conflict?.version ?? site.version} />
        <SiteFields values={site as unknown as Partial<NewSite>} languages={spoken} weekStart={weekStart} />
        <div className="form-actions">
          <SubmitButton hint>{t(conflict ? 'difference.keep-mine' : 'common:action.save')}</SubmitButton>
          <LinkButton to="/staff/centre/sites">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
      <div className="mt-8 max-w-4xl">
        <Card tone="sand" title={t(site.active ? 'site.close-title' : 'site.reopen-title')}>
          <PageForm>
            <p>{t(site.active ? 'site.close-text' : 'site.reopen-text')}</p>
            <div className="form-actions">
              <SubmitButton tone="secondary" name="intent" value={site.active ? 'close' : 'reopen'}>
                {t(site.active ? 'site.close' : 'site.reopen')}
              </SubmitButton>
            </div>
          </PageForm>
        </Card>
      </div>
    </div>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { settingOf } from '../centre-settings.ts';
import { SiteFields } from '../components/site-fields.tsx';
import { filledHours } from '../filled-hours.server.ts';
import { spokenLanguageOptions } from '../form-options.server.ts';
import { siteOfForm } from '../form-shapes.ts';
import { addSite } from '../operations/add-site.server.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { requireEditor } from '../require-editor.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireEditor(web);
  const { settings, country, clientLanguages } = await web.read(viewCentre, {});
  return {
    key: formKey(),
    weekStart: Number(settingOf(settings, 'calendar.week-start')),
    spoken: spokenLanguageOptions(country, web.language).filter(({ value }) =>
      clientLanguages.includes(value),
    ),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const { centre } = requireEditor(web);
  const filled = await filledHours(request, centre.settings);
  if (filled) return filled;
  const submitted = await submitForm(web, request, addSite, ({ input }) => siteOfForm(input));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect('/staff/centre/sites?saved');
}

/** One more place where people are met. */
export default function CentreSiteNewPage() {
  const t = useText('centres');
  const { key, weekStart, spoken } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const filled = submitted && 'filledAt' in submitted ? submitted : undefined;
  return (
    <div className="page">
      <PageHeader
        title={t('sites.add')}
        note={t('sites.add-note')}
        back={{ to: '/staff/centre/sites', label: t('tab.sites') }}
      />
      <PageForm
        key={filled?.filledAt}
        formKey={key}
        submitted={submitted}
        values={filled?.values}
        className="max-w-4xl"
      >
        <SiteFields values={{ type: 'branch' }} languages={spoken} weekStart={weekStart} />
        <div className="form-actions">
          <SubmitButton hint>{t('common:action.save')}</SubmitButton>
          <LinkButton to="/staff/centre/sites">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

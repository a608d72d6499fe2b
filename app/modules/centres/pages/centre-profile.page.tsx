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
import type { CentreProfile } from '../centre.schemas.ts';
import { CentreProfileFields } from '../components/centre-profile-fields.tsx';
import { DifferenceNotice } from '../components/difference-notice.tsx';
import { useDifferenceLabels } from '../components/use-difference-labels.ts';
import { differencesOf } from '../form-difference.ts';
import { countryOptions, timeZoneOptions } from '../form-options.server.ts';
import { profileOfForm } from '../form-shapes.ts';
import { profileFormValues, typedAnswers } from '../form-values.ts';
import { editCentre } from '../operations/edit-centre.server.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { requireEditor } from '../require-editor.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireEditor(web);
  const centre = await web.read(viewCentre, {});
  return {
    key: formKey(),
    centre,
    countries: countryOptions(web.language),
    timeZones: timeZoneOptions(web.house.clock.now()),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireEditor(web);
  const submitted = await submitForm(web, request, editCentre, ({ input }) => profileOfForm(input));
  if (submitted.ok) throw redirect('/staff/centre?saved');
  if (submitted.problem.code !== 'conflict.version')
    return data({ ...submitted, conflict: undefined }, submitted.problem.status);
  const saved = await web.read(viewCentre, {});
  const differences = differencesOf(profileFormValues(saved), typedAnswers(submitted.values));
  return data({ ...submitted, conflict: { version: saved.version, differences } }, submitted.problem.status);
}

/** The centre's names, place and reach. */
export default function CentreProfilePage() {
  const t = useText('centres');
  const { key, centre, countries, timeZones } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const label = useDifferenceLabels();
  const conflict = submitted?.conflict;
  const values = {
    ...centre,
    phone: centre.phone ?? undefined,
    email: centre.email ?? undefined,
  } as Partial<CentreProfile>;
  return (
    <div className="page">
      <PageHeader
        title={t('profile.title')}
        note={t('profile.note')}
        back={{ to: '/staff/centre', label: t('tab.overview') }}
      />
      <PageForm
        formKey={key}
        submitted={conflict ? undefined : submitted}
        values={conflict && submitted?.values}
        className="max-w-3xl"
      >
        {conflict && <DifferenceNotice differences={conflict.differences.map(label)} />}
        <input type="hidden" name="version" value={conflict?.version ?? centre.version} />
        <CentreProfileFields values={values} countries={countries} timeZones={timeZones} />
        <div className="form-actions">
          <SubmitButton hint>{t(conflict ? 'difference.keep-mine' : 'common:action.save')}</SubmitButton>
          <LinkButton to="/staff/centre">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { countryOptions, spokenLanguageOptions, timeZoneOptions } from '#modules/centres/index.server.ts';
import { CentreProfileFields, LanguageFields, offerOfForm, profileOfForm } from '#modules/centres/index.tsx';
import { handOverLink, needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { LinkPanel, StepUpField } from '#modules/staff/index.tsx';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Fieldset } from '#ui/fieldset.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { InvitedFields } from '../components/invited-fields.tsx';
import { openCentre } from '../operations/open-centre.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'network.open-centre')) throw forbidden();
  return {
    key: formKey(),
    language: web.language,
    country: actor.centre.country,
    timeZone: actor.centre.timeZone,
    countries: countryOptions(web.language),
    timeZones: timeZoneOptions(web.house.clock.now()),
    spoken: spokenLanguageOptions(actor.centre.country, web.language),
    needsCode: needsCode(web),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  let name = '';
  const submitted = await submitSteppedUp(web, request, openCentre, ({ input }) => {
    const coordinator = (input['coordinator'] ?? {}) as { name?: string };
    name = coordinator.name ?? '';
    return {
      ...offerOfForm(profileOfForm(input)),
      coordinator,
      site: { name: { [web.language]: input['siteName'] ?? '' }, type: 'main' },
    };
  });
  if (!submitted.ok) return data({ ...submitted, link: undefined, name }, submitted.problem.status);
  return { ...submitted, link: handOverLink(web, submitted.result), name };
}

/** Opens a centre beside the others, and shows the link for its first coordinator. */
export default function NetworkOpenPage() {
  const t = useText('network');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const back = { to: '/staff/network', label: t('centres.title') };
  if (submitted?.link) {
    return (
      <div className="page grid max-w-4xl gap-6">
        <PageHeader title={t('open.done')} back={back} />
        <p>{t('open.done-text')}</p>
        <LinkPanel link={submitted.link} name={submitted.name} />
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader title={t('open.title')} note={t('open.note')} back={back} />
      <PageForm formKey={page.key} submitted={submitted} className="max-w-3xl">
        <CentreProfileFields
          values={{ country: page.country, timeZone: page.timeZone }}
          countries={page.countries}
          timeZones={page.timeZones}
        />
        <TextField
          name="siteName"
          label={t('open.site')}
          hint={t('open.site-hint')}
          maxLength={120}
          required
        />
        <LanguageFields
          values={{ defaultLanguage: page.language, languages: [page.language], clientLanguages: [] }}
          spoken={page.spoken}
        />
        <Fieldset legend={t('open.coordinator')} hint={t('open.coordinator-hint')}>
          <InvitedFields under="coordinator." language={page.language} />
        </Fieldset>
        <StepUpField needed={page.needsCode} />
        <div className="form-actions">
          <SubmitButton hint>{t('open.do')}</SubmitButton>
          <LinkButton to="/staff/network">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import { DraftKeeper } from '#modules/drafts/index.tsx';
import { discardDraft, openDraft } from '#modules/drafts/index.server.ts';
import { entryCalendars } from '#platform/language/calendar.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { forbidden } from '#platform/problem.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { ConsentFields } from '../components/consent-fields.tsx';
import { DelicateFields, MorePersonFields } from '../components/more-person-fields.tsx';
import { useFieldLabels } from '../components/field-labels.ts';
import { RoadFields, WhoFields } from '../components/person-fields.tsx';
import { SafeContactFields } from '../components/safe-contact-fields.tsx';
import { SimilarPeople } from '../components/similar-people.tsx';
import '../components/clients.css';
import { registrationInput } from '../client-form.ts';
import { consentScripts } from '../consent-script.server.ts';
import { formChoices } from '../form-choices.ts';
import { registerClient } from '../operations/register-client.server.ts';
import { retentionYears } from '../retention-setting.ts';
import { prepareClient } from '../queries/prepare-client.query.server.ts';
import { similarClients } from '../queries/similar-clients.query.server.ts';
import { splitName } from '../split-name.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'client.register')) throw forbidden();
  const offered = await web.read(prepareClient, {});
  const centre = await web.read(viewCentre, {});
  const asked = new URL(request.url).searchParams;
  const draft = await web.read(openDraft, { form: 'register' });
  return {
    offered,
    choices: formChoices(web.language, offered),
    key: formKey(),
    prefill: splitName(asked.get('name') ?? ''),
    draftSavedAt: draft.savedAt,
    kept: asked.get('draft') === 'continue' ? draft.fields : undefined,
    calendars: entryCalendars({ language: web.language, country: actor.centre.country }),
    scripts: consentScripts(
      web.house.translators,
      (language) => textIn(centre.name, language, centre.languages),
      retentionYears(actor.centre.settings),
    ),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const again = request.clone();
  const submitted = await submitForm(web, request, registerClient, (form) => registrationInput(form.input));
  if (submitted.ok) {
    await web.execute(discardDraft, { form: 'register' });
    throw redirect(`/staff/people/${submitted.result.clientId}?registered`);
  }
  const isSimilar = submitted.problem.code === 'clients.possible-duplicate';
  return data(
    { ...submitted, similar: isSimilar ? await findSimilar(web, again) : undefined },
    submitted.problem.status,
  );
}

async function findSimilar(web: Web, request: Request) {
  return web.read(similarClients, registrationInput(readFormData(await request.formData()).input) as never);
}

export default function RegisterPage() {
  const t = useText('clients');
  const labels = useFieldLabels();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const [language, setLanguage] = useState<string>();
  const similar = submitted?.ok === false ? submitted.similar : undefined;
  return (
    <>
      <title>{t('register.title')}</title>
      <PageHeader
        title={t('register.title')}
        note={t('register.note')}
        back={{ to: '/staff/people', label: t('people.title') }}
      >
        <LinkButton to="/staff/contacts/new?who=anonymous">{t('people.anonymous')}</LinkButton>
        <LinkButton icon="print" to="/staff/people/privacy-notice.pdf" reloadDocument>
          {t('register.privacy-notice')}
        </LinkButton>
      </PageHeader>
      <PageForm
        labels={labels}
        formKey={page.key}
        submitted={similar ? undefined : submitted}
        values={similar && submitted?.ok === false ? submitted.values : page.kept}
        className="person-form"
        onChange={(event) => {
          const field = event.target as unknown as HTMLSelectElement;
          if (field.name === 'languages[0]') setLanguage(field.value || undefined);
        }}
      >
        <DraftKeeper
          form="register"
          subjectId={noSubjectHere}
          savedAt={submitted ? undefined : page.draftSavedAt}
          isContinued={page.kept !== undefined}
        />
        {similar && <SimilarPeople found={similar.found} hidden={similar.hidden} />}
        <WhoFields
          offered={page.offered}
          choices={page.choices}
          calendars={page.calendars}
          prefill={page.prefill}
          autoFocus
        />
        <SafeContactFields fields={page.offered.fields} />
        <RoadFields offered={page.offered} choices={page.choices} />
        <MorePersonFields offered={page.offered} />
        <DelicateFields offered={page.offered} choices={page.choices} />
        <ConsentFields
          prefix="consent."
          scripts={page.scripts}
          spoken={language ? [language] : []}
          languages={page.choices.languages}
        />
        <Notice title={t('register.refused-title')}>
          <p>
            {t('register.refused-text')}{' '}
            <a href="/staff/contacts/new?who=anonymous">{t('people.anonymous')}</a>
          </p>
        </Notice>
        <Checkbox name="assignToMe" label={t('register.assign-to-me')} defaultChecked />
        <div className="form-actions">
          <SubmitButton hint>{t('register.save')}</SubmitButton>
          <LinkButton to="/staff/people">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}

/** The draft of a registration is about nobody yet. */
const noSubjectHere = '00000000-0000-0000-0000-000000000000';

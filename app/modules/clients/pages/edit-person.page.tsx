import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { entryCalendars } from '#platform/language/calendar.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { forbidden } from '#platform/problem.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { useFieldLabels } from '../components/field-labels.ts';
import { FileConflict } from '../components/file-conflict.tsx';
import { DelicateFields, MorePersonFields } from '../components/more-person-fields.tsx';
import { RoadFields, WhoFields } from '../components/person-fields.tsx';
import '../components/clients.css';
import { updateInput } from '../client-form.ts';
import { formChoices } from '../form-choices.ts';
import { type FormValues, formValues } from '../form-values.ts';
import { updateClient } from '../operations/update-client.server.ts';
import { editClient } from '../queries/edit-client.query.server.ts';
import { prepareClient } from '../queries/prepare-client.query.server.ts';

/** Of the whole file all but how to reach the person, which has a form of its own. */
const ofThisForm = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => !/^(phones|email|messageApp|contactWarning)/.test(name)),
  );

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'client.update')) throw forbidden();
  const file = await web.read(editClient, { clientId: params['clientId'] ?? '' });
  const offered = await web.read(prepareClient, {});
  return {
    clientId: file.clientId,
    version: file.version,
    fileNo: file.fileNo,
    name: file.name,
    values: ofThisForm(formValues(file.file)),
    key: formKey(),
    offered,
    choices: formChoices(web.language, offered),
    calendars: entryCalendars({ language: web.language, country: actor.centre.country }),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const submitted = await submitForm(web, request, updateClient, (form) => ({
    ...updateInput(form.input),
    clientId,
  }));
  if (submitted.ok) throw redirect(`/staff/people/${clientId}?saved`);
  if (submitted.problem.code !== 'conflict.version')
    return data({ ...submitted, now: undefined }, submitted.problem.status);
  const now = await web.read(editClient, { clientId });
  return data(
    { ...submitted, now: { version: now.version, values: ofThisForm(formValues(now.file)) } },
    submitted.problem.status,
  );
}

export default function EditPersonPage() {
  const t = useText('clients');
  const labels = useFieldLabels();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const now = submitted?.ok === false ? submitted.now : undefined;
  return (
    <>
      <title>{page.fileNo}</title>
      <PageHeader
        title={t('edit.title', { name: page.name })}
        note={t('edit.note')}
        back={{ to: `/staff/people/${page.clientId}`, label: t('view.back') }}
      />
      <PageForm
        formKey={page.key}
        submitted={submitted}
        labels={labels}
        values={page.values}
        className="person-form"
      >
        <input type="hidden" name="version" value={now?.version ?? page.version} />
        {now && submitted?.ok === false && <FileConflict file={now.values} typed={submitted.values} />}
        <WhoFields offered={page.offered} choices={page.choices} calendars={page.calendars} />
        <RoadFields offered={page.offered} choices={page.choices} />
        <MorePersonFields offered={page.offered} />
        <DelicateFields offered={page.offered} choices={page.choices} />
        <div className="form-actions">
          <SubmitButton hint>{t('common:action.save')}</SubmitButton>
          <LinkButton to={`/staff/people/${page.clientId}`}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}

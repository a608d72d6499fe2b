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
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { useFieldLabels } from '../components/field-labels.ts';
import { FileConflict } from '../components/file-conflict.tsx';
import { SafeContactFields } from '../components/safe-contact-fields.tsx';
import '../components/clients.css';
import { safeContactFormInput } from '../client-form.ts';
import { type FormValues, formValues } from '../form-values.ts';
import { setSafeContact } from '../operations/set-safe-contact.server.ts';
import { editClient } from '../queries/edit-client.query.server.ts';
import { prepareClient } from '../queries/prepare-client.query.server.ts';

/** Of the whole file only what this form holds. */
const ofThisForm = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => /^(phones|email|messageApp|contactWarning)/.test(name)),
  );

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const file = await web.read(editClient, { clientId: params['clientId'] ?? '' });
  const { fields } = await web.read(prepareClient, {});
  return {
    clientId: file.clientId,
    version: file.version,
    fileNo: file.fileNo,
    name: file.name,
    values: ofThisForm(formValues(file.file)),
    key: formKey(),
    fields,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const submitted = await submitForm(web, request, setSafeContact, (form) => ({
    ...safeContactFormInput(form.input),
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

export default function SafeContactPage() {
  const t = useText('clients');
  const labels = useFieldLabels();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const now = submitted?.ok === false ? submitted.now : undefined;
  return (
    <>
      <title>{page.fileNo}</title>
      <PageHeader
        title={t('safe.edit-title', { name: page.name })}
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
        <SafeContactFields
          fields={[
            ...page.fields,
            ...(page.values['email.address'] ? ['email'] : []),
            ...(page.values['messageApp.app'] ? ['message_app'] : []),
          ]}
        />
        <div className="form-actions">
          <SubmitButton hint>{t('common:action.save')}</SubmitButton>
          <LinkButton to={`/staff/people/${page.clientId}`}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  data,
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
import { TextField } from '#ui/text-field.tsx';
import { fieldLabels } from '../components/field-labels.ts';
import { ConversationFields } from '../components/conversation-fields.tsx';
import { contactInput } from '../contact-form.ts';
import { formChoices } from '../form-choices.server.ts';
import { correctContact } from '../operations/correct-contact.server.ts';
import { prepareContact } from '../queries/prepare-contact.query.server.ts';
import { requireMayChange } from '../require-may-change.server.ts';
import { viewContact } from '../queries/view-contact.query.server.ts';
import { valuesOfContact } from '../values-of-contact.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { contact, note } = await web.read(viewContact, { contactId: params['contactId'] ?? '' });
  requireMayChange(web, actor, 'contact.correct', contact);
  const { offered } = await web.read(prepareContact, {});
  return {
    key: formKey(),
    contactId: contact.id,
    version: contact.version,
    who: contact.who,
    values: valuesOfContact(contact, note),
    offered,
    ...formChoices(actor, web.language),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, correctContact, (form) => ({
    ...contactInput(form.input, ''),
    contactId: params['contactId'],
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/contacts/${params['contactId']}`);
}

export default function ContactCorrectPage() {
  const t = useText('contacts');
  // The form's key changes with every answer of the server: spread into fields it would make them anew, emptied.
  const { key, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t('correct.title')}
        note={t('correct.note')}
        back={{ to: `/staff/contacts/${page.contactId}`, label: t('correct.back') }}
      />
      <PageForm labels={fieldLabels(t)} formKey={key} submitted={useActionData<typeof action>()}>
        <input type="hidden" name="version" value={page.version} />
        <ConversationFields {...page} />
        <TextField name="reason" label={t('correct.reason')} hint={t('correct.reason-hint')} required />
        <div className="form-actions">
          <SubmitButton hint>{t('correct.save')}</SubmitButton>
          <LinkButton to={`/staff/contacts/${page.contactId}`}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  data,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { fieldLabels } from '../components/field-labels.ts';
import { voidContact } from '../operations/void-contact.server.ts';
import { requireMayChange } from '../require-may-change.server.ts';
import { viewContact } from '../queries/view-contact.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { contact } = await web.read(viewContact, { contactId: params['contactId'] ?? '' });
  requireMayChange(web, actor, 'contact.void', contact);
  return {
    key: formKey(),
    contactId: contact.id,
    version: contact.version,
    occurredOn: contact.occurred_on,
    topics: contact.topics,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, voidContact, ({ input }) => ({
    ...input,
    version: Number(input['version']),
    contactId: params['contactId'],
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/contacts/${params['contactId']}`);
}

export default function ContactVoidPage() {
  const t = useText('contacts');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const what = { day: formatDay(page.occurredOn, { language }), topic: codes(`topic.${page.topics[0]}`) };
  return (
    <>
      <PageHeader
        title={t('void.title')}
        note={t('void.note', what)}
        back={{ to: `/staff/contacts/${page.contactId}`, label: t('correct.back') }}
      />
      <PageForm labels={fieldLabels(t)} formKey={page.key} submitted={useActionData<typeof action>()}>
        <input type="hidden" name="version" value={page.version} />
        <Notice tone="attention">{t('void.text')}</Notice>
        <TextField name="reason" label={t('correct.reason')} hint={t('void.reason-hint')} required />
        <div className="form-actions">
          <SubmitButton tone="danger">{t('void.do')}</SubmitButton>
          <LinkButton to={`/staff/contacts/${page.contactId}`}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  data,
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
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { fieldLabels } from '../components/field-labels.ts';
import { FollowUpFields } from '../components/follow-up-fields.tsx';
import { WhoPanel } from '../components/who-panel.tsx';
import { followUpInput } from '../contact-form.ts';
import { planFollowUp } from '../operations/plan-follow-up.server.ts';
import { prepareContact } from '../queries/prepare-contact.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const clientId = new URL(request.url).searchParams.get('client');
  const { clients } = await web.read(prepareContact, { clientIds: clientId ? [clientId] : [] });
  if (!clients[0]) throw redirect('/staff/people');
  return {
    key: formKey(),
    clients,
    calendars: entryCalendars({ language: web.language, country: actor.centre.country }),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = new URL(request.url).searchParams.get('client');
  const { today } = await web.read(prepareContact, {});
  const submitted = await submitForm(web, request, planFollowUp, ({ input }) => ({
    ...followUpInput(input, today),
    clientId,
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/people/${clientId}`);
}

export default function FollowUpNewPage() {
  const t = useText('contacts');
  const { key, clients, calendars } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t('follow-up.new-title')} note={t('follow-up.way-hint')} />
      <WhoPanel who="client" clients={clients} />
      <PageForm labels={fieldLabels(t)} formKey={key} submitted={useActionData<typeof action>()}>
        <FollowUpFields calendars={calendars} prefix="" isWanted />
        <div className="form-actions">
          <SubmitButton hint>{t('follow-up.plan')}</SubmitButton>
          <LinkButton to={`/staff/people/${clients[0]?.id}`}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}

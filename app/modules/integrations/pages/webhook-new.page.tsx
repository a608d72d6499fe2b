import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { asList, StepUpField } from '#modules/staff/index.tsx';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ShownOnce } from '../components/shown-once.tsx';
import { addWebhook } from '../operations/add-webhook.server.ts';
import { webhookEvents } from '../webhook.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'webhook.add')) throw forbidden();
  return { key: formKey(), needsCode: needsCode(web) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitSteppedUp(web, request, addWebhook, ({ input }) => ({
    ...input,
    events: asList(input['events']),
  }));
  if (!submitted.ok) return data({ ...submitted, secret: undefined }, submitted.problem.status);
  return { ...submitted, secret: submitted.result.secret };
}

/** An address that is told when something happened; then the secret that signs, once. */
export default function WebhookNewPage() {
  const t = useText('integrations');
  const { key, needsCode: asks } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const back = { to: '/staff/centre/programs', label: t('programs.title') };
  if (submitted?.secret) {
    return (
      <div className="page grid max-w-4xl gap-6">
        <PageHeader title={t('webhook.done')} back={back} />
        <ShownOnce
          title={t('webhook.secret')}
          label={t('webhook.secret')}
          secret={submitted.secret}
          once={t('webhook.once')}
        />
        <div className="toolbar">
          <LinkButton to="/staff/centre/programs" tone="primary">
            {t('webhook.back-to-list')}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader title={t('webhook.new')} note={t('webhook.none-next')} back={back} />
      <PageForm formKey={key} submitted={submitted} className="max-w-3xl">
        <TextField
          name="url"
          label={t('webhook.url-label')}
          hint={t('webhook.url-hint')}
          inputMode="url"
          dir="ltr"
          maxLength={500}
          required
        />
        <CheckboxGroup
          name="events"
          legend={t('webhook.events-label')}
          layout="columns"
          required
          options={webhookEvents.map((event) => ({ value: event, label: t(`audit:actions.${event}.name`) }))}
        />
        <StepUpField needed={asks} />
        <div className="form-actions">
          <SubmitButton>{t('webhook.do')}</SubmitButton>
          <LinkButton to="/staff/centre/programs">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

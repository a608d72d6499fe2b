import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { settingOf } from '#modules/centres/index.server.ts';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { StepUpField } from '#modules/staff/index.tsx';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import '../components/oversight.css';
import { openBreakGlass } from '../operations/open-break-glass.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'break-glass.open')) throw forbidden();
  return {
    key: formKey(),
    needsCode: needsCode(web),
    minutes: settingOf(actor.centre.settings, 'break-glass.minutes'),
    hours: settingOf(actor.centre.settings, 'break-glass.review-hours'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitSteppedUp(web, request, openBreakGlass, ({ input }) => ({
    file: input['file'],
    reason: input['reason'],
  }));
  if (submitted.ok) throw redirect(`/staff/people/${submitted.result.clientId}`);
  return data(submitted, submitted.problem.status);
}

/** The glass: what happens when it is broken, then the form. */
export default function EmergencyPage() {
  const t = useText('oversight');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('emergency.title')}
        note={t('emergency.note')}
        back={{ to: '/staff/people', label: t('clients:people.title') }}
      />
      <div className="oversight max-w-3xl">
        <Card id="what" tone="sand" title={t('emergency.what')}>
          <ul>
            <li>{t('emergency.told')}</li>
            <li>{t('emergency.time', { minutes: page.minutes })}</li>
            <li>{t('emergency.reviewed', { hours: page.hours })}</li>
          </ul>
        </Card>
        <PageForm formKey={page.key} submitted={submitted}>
          <TextField
            name="file"
            label={t('emergency.file')}
            hint={t('emergency.file-hint')}
            maxLength={200}
            autoComplete="off"
            required
          />
          <TextArea
            name="reason"
            label={t('emergency.reason')}
            hint={t('emergency.reason-hint')}
            maxLength={500}
            rows={3}
            required
          />
          <StepUpField needed={page.needsCode} />
          <div className="form-actions">
            <SubmitButton tone="danger">{t('emergency.open')}</SubmitButton>
          </div>
        </PageForm>
      </div>
    </>
  );
}

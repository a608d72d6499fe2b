import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { advises } from '#platform/actor.ts';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { disableStaff } from '../operations/disable-staff.server.ts';
import { staffNames } from '../queries/staff-names.query.server.ts';
import { viewStaff } from '../queries/view-staff.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'staff.disable')) throw forbidden();
  const { id, name, isSelf } = await web.read(viewStaff, { staffId: params['staffId'] ?? '' });
  const colleagues = Object.entries(await web.read(staffNames, {}))
    .filter(([each, { active, roles }]) => each !== id && active && advises({ roles }))
    .map(([value, colleague]) => ({ value, label: colleague.name }))
    .sort((a, b) => a.label.localeCompare(b.label, web.language));
  return { key: formKey(), id, name, isSelf, colleagues, me: actor.staffId };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, disableStaff, ({ input }) => ({
    ...input,
    staffId: params['staffId'],
  }));
  return submitted.ok ? submitted : data(submitted, submitted.problem.status);
}

/** Somebody leaves: the account closes, and what was open passes on in the same moment. */
export default function TeamLeavePage() {
  const t = useText('staff');
  const { key, id, name, colleagues, me } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const back = { to: `/staff/team/${id}`, label: name };
  if (submitted?.ok) {
    return (
      <div className="page grid max-w-3xl gap-6">
        <PageHeader
          title={t('leave.done', { name })}
          tabTitle={t('leave.title')}
          back={{ to: '/staff/team', label: t('team.title') }}
        />
        <Notice tone="success" title={t('leave.handed-over', { count: submitted.result.handedOver })}>
          <p>{t('leave.done-text', { name })}</p>
        </Notice>
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader title={t('leave.title')} note={t('leave.note', { name })} back={back} />
      <PageForm formKey={key} submitted={submitted} className="max-w-3xl">
        <Card tone="sand">
          <ul className="m-0 grid list-disc gap-1 ps-5">
            <li>{t('leave.effect-now', { name })}</li>
            <li>{t('leave.effect-work')}</li>
            <li>{t('leave.effect-past')}</li>
          </ul>
        </Card>
        <Select
          name="handOverTo"
          label={t('leave.to')}
          hint={t('leave.to-hint')}
          options={colleagues}
          defaultValue={colleagues.some(({ value }) => value === me) ? me : undefined}
        />
        <div className="form-actions">
          <SubmitButton tone="danger">{t('leave.do', { name })}</SubmitButton>
          <LinkButton to={back.to}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

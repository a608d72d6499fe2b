import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { entryCalendars } from '#platform/language/calendar.ts';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { asList } from '../as-list.ts';
import { StepUpField } from '../components/code-field.tsx';
import { RoleFields } from '../components/role-fields.tsx';
import { dayForForm, dayOfForm } from '../expiry-form.ts';
import { changeRoles } from '../operations/change-roles.server.ts';
import { viewStaff } from '../queries/view-staff.query.server.ts';
import { needsCode, submitSteppedUp } from '../step-up-form.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'staff.change-roles')) throw forbidden();
  const member = await web.read(viewStaff, { staffId: params['staffId'] ?? '' });
  const calendars = entryCalendars({ language: web.language, country: actor.centre.country });
  return {
    key: formKey(),
    member,
    calendars,
    until: dayForForm(member.expiresOn, calendars[0] ?? 'gregory'),
    needsCode: needsCode(web),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const staffId = params['staffId'] ?? '';
  const submitted = await submitSteppedUp(web, request, changeRoles, ({ input }) => ({
    staffId,
    version: input['version'],
    roles: asList(input['roles']),
    expiresOn: dayOfForm(input['expiresOn'], 'expiresOn', 'gregory'),
  }));
  if (submitted.ok) throw redirect(`/staff/team/${staffId}?saved`);
  const now =
    submitted.problem.code === 'conflict.version' ? await web.read(viewStaff, { staffId }) : undefined;
  return data(
    { ...submitted, now: now && { version: now.version, roles: now.roles } },
    submitted.problem.status,
  );
}

/** What a colleague may do from now on. */
export default function TeamRolesPage() {
  const t = useText('staff');
  const { key, member, calendars, until, needsCode: asks } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const back = `/staff/team/${member.id}`;
  return (
    <div className="page">
      <PageHeader
        title={t('roles.title')}
        note={t('roles.note', { name: member.name })}
        back={{ to: back, label: member.name }}
      />
      <PageForm formKey={key} submitted={submitted} className="max-w-3xl">
        {submitted?.now && (
          <Notice tone="attention" title={t('roles.now')}>
            <p>{submitted.now.roles.map((role) => t(`role.${role}.name`)).join(' · ')}</p>
          </Notice>
        )}
        <input type="hidden" name="version" value={submitted?.now?.version ?? member.version} />
        <RoleFields chosen={member.roles} expiresOn={until} calendars={calendars} />
        <StepUpField needed={asks} />
        <div className="form-actions">
          <SubmitButton>{t('roles.do')}</SubmitButton>
          <LinkButton to={back}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

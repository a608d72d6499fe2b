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
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { LinkPanel } from '../components/link-panel.tsx';
import { MemberActions } from '../components/member-actions.tsx';
import { MemberFacts } from '../components/member-facts.tsx';
import { MemberForm } from '../components/member-form.tsx';
import { dayOfForm } from '../expiry-form.ts';
import { handOverLink } from '../hand-over-link.server.ts';
import { editStaff } from '../operations/edit-staff.server.ts';
import { endStaffSessions } from '../operations/end-staff-sessions.server.ts';
import { enableStaff } from '../operations/enable-staff.server.ts';
import { renewInvitation } from '../operations/renew-invitation.server.ts';
import { revokeInvitation } from '../operations/revoke-invitation.server.ts';
import { viewStaff } from '../queries/view-staff.query.server.ts';
import { siteOptions } from '../site-names.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const member = await web.read(viewStaff, { staffId: params['staffId'] ?? '' });
  return {
    key: formKey(),
    member,
    timeZone: actor.centre.timeZone,
    sites: await siteOptions(web),
    calendars: entryCalendars({ language: web.language, country: actor.centre.country }),
    mayEdit: web.house.policy.mayEver(actor, 'staff.edit'),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const staffId = params['staffId'];
  const intent = (await request.clone().formData()).get('intent');
  if (intent === 'renew' || intent === 'enable') {
    const submitted = await submitForm(
      web,
      request,
      intent === 'renew' ? renewInvitation : (enableStaff as unknown as typeof renewInvitation),
      ({ input }) => ({
        staffId,
        expiresOn: dayOfForm(input['expiresOn'], 'expiresOn', 'gregory'),
      }),
    );
    if (!submitted.ok)
      return data({ ...submitted, intent, link: undefined, version: undefined }, submitted.problem.status);
    return { ...submitted, intent, link: handOverLink(web, submitted.result), version: undefined };
  }
  if (intent === 'end-sessions') {
    const submitted = await submitForm(web, request, endStaffSessions, () => ({ staffId }));
    if (submitted.ok) throw redirect(`/staff/team/${staffId}?saved`);
    return data({ ...submitted, intent, link: undefined, version: undefined }, submitted.problem.status);
  }
  if (intent === 'revoke') {
    const submitted = await submitForm(web, request, revokeInvitation, () => ({ staffId }));
    if (submitted.ok) throw redirect('/staff/team?saved');
    return data({ ...submitted, intent, link: undefined, version: undefined }, submitted.problem.status);
  }
  const submitted = await submitForm(web, request, editStaff, ({ input }) => ({ ...input, staffId }));
  if (submitted.ok) throw redirect(`/staff/team/${staffId}?saved`);
  const isStale = submitted.problem.code === 'conflict.version';
  const version = isStale ? (await web.read(viewStaff, { staffId: staffId ?? '' })).version : undefined;
  return data({ ...submitted, intent: 'edit', link: undefined, version }, submitted.problem.status);
}

/** One colleague: who they are, what they may do, and what can be done about their account. */
export default function TeamMemberPage() {
  const t = useText('staff');
  const { member, mayEdit } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader
        title={<Bdi>{member.name}</Bdi>}
        note={member.isSelf ? t('member.self') : undefined}
        back={{ to: '/staff/team', label: t('team.title') }}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="grid gap-6">
          {submitted?.link && <LinkPanel link={submitted.link} name={member.name} />}
          <MemberFacts />
          {mayEdit && member.status !== 'disabled' && (
            <MemberForm submitted={submitted?.intent === 'edit' ? submitted : undefined} />
          )}
        </div>
        {mayEdit && <MemberActions submitted={submitted?.intent === 'edit' ? undefined : submitted} />}
      </div>
    </div>
  );
}

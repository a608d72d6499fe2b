import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { entryCalendars } from '#platform/language/calendar.ts';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { LinkPanel } from '../components/link-panel.tsx';
import { PersonFields } from '../components/person-fields.tsx';
import { RoleFields } from '../components/role-fields.tsx';
import { dayOfForm } from '../expiry-form.ts';
import { handOverLink } from '../hand-over-link.server.ts';
import { inviteStaff } from '../operations/invite-staff.server.ts';
import { asList } from '../as-list.ts';
import { siteOptions } from '../site-names.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'staff.invite')) throw forbidden();
  return {
    key: formKey(),
    sites: await siteOptions(web),
    language: web.language,
    calendars: entryCalendars({ language: web.language, country: actor.centre.country }),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  let name = '';
  const submitted = await submitForm(web, request, inviteStaff, ({ input }) => {
    name = typeof input['name'] === 'string' ? input['name'] : '';
    return {
      ...input,
      roles: asList(input['roles']),
      expiresOn: dayOfForm(input['expiresOn'], 'expiresOn', 'gregory'),
    };
  });
  if (!submitted.ok) return data({ ...submitted, link: undefined, name }, submitted.problem.status);
  return { ...submitted, link: handOverLink(web, submitted.result), name };
}

/** Invites a colleague and shows the link to hand over. */
export default function TeamInvitePage() {
  const t = useText('staff');
  const { key, sites, language, calendars } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const back = { to: '/staff/team', label: t('team.title') };
  if (submitted?.link) {
    return (
      <div className="page grid max-w-4xl gap-6">
        <PageHeader title={t('invite.done')} back={back} />
        <LinkPanel link={submitted.link} name={submitted.name} />
        <div className="toolbar">
          <LinkButton to="/staff/team" tone="primary">
            {t('team.title')}
          </LinkButton>
          <LinkButton to="/staff/team/invite" reloadDocument icon="add">
            {t('invite.another')}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader title={t('team.invite')} note={t('invite.note')} back={back} />
      <PageForm formKey={key} submitted={submitted} className="max-w-3xl">
        <PersonFields values={{ language }} sites={sites} />
        <RoleFields chosen={['counsellor']} calendars={calendars} />
        <div className="form-actions">
          <SubmitButton hint>{t('invite.do')}</SubmitButton>
          <LinkButton to="/staff/team">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

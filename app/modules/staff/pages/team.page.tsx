import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { mayUseCentre } from '#modules/centres/index.tsx';
import { CentreTabs } from '#modules/centres/index.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { AccountStatus } from '../components/account-status.tsx';
import { RoleList } from '../components/role-list.tsx';
import { listStaff, type StaffListItem } from '../queries/list-staff.query.server.ts';
import { siteNames } from '../site-names.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const staff = await web.read(listStaff, {});
  return {
    staff,
    sites: await siteNames(web),
    timeZone: actor.centre.timeZone,
    may: mayUseCentre(web.house.policy, actor),
    mayInvite: web.house.policy.mayEver(actor, 'staff.invite'),
  };
}

/** Who works here, who is still to come, and who has left. */
export default function TeamPage() {
  const t = useText('staff');
  const { staff, may, mayInvite } = useLoaderData<typeof loader>();
  const here = staff.filter(({ status }) => status !== 'disabled');
  const left = staff.filter(({ status }) => status === 'disabled');
  return (
    <div className="page">
      <PageHeader title={t('team.title')} note={t('team.note')}>
        {mayInvite && (
          <LinkButton to="/staff/team/invite" tone="primary" icon="add">
            {t('team.invite')}
          </LinkButton>
        )}
      </PageHeader>
      <CentreTabs may={may} />
      <StaffTable caption={t('team.caption', { count: here.length })} staff={here} />
      {left.length > 0 && (
        <details className="fold mt-8">
          <summary>{t('team.left', { count: left.length })}</summary>
          <div className="fold-body">
            <StaffTable caption={t('team.left-caption')} staff={left} />
          </div>
        </details>
      )}
    </div>
  );
}

function StaffTable({ caption, staff }: { caption: string; staff: readonly StaffListItem[] }) {
  const t = useText('staff');
  const { language } = usePageTexts();
  const { sites, timeZone } = useLoaderData<typeof loader>();
  return (
    <DataTable
      caption={caption}
      rows={staff}
      rowId={(one) => one.id}
      columns={[
        {
          id: 'name',
          label: t('team.name'),
          cell: (one) => (
            <Link to={`/staff/team/${one.id}`}>
              <Bdi>{one.name}</Bdi>
            </Link>
          ),
        },
        { id: 'roles', label: t('role.title'), cell: (one) => <RoleList roles={one.roles} /> },
        {
          id: 'status',
          label: t('status.title'),
          cell: (one) => (
            <span className="grid justify-items-start gap-1">
              <AccountStatus status={one.status} />
              {one.linkExpiresAt && (
                <small className="text-ink-soft">
                  {t('team.link-until', {
                    until: formatMoment(one.linkExpiresAt, { language, timeZone }, 'short'),
                  })}
                </small>
              )}
              {one.expiresOn && (
                <small className="text-ink-soft">
                  {t('team.until', { day: formatDay(one.expiresOn, { language }, 'short') })}
                </small>
              )}
            </span>
          ),
        },
        { id: 'site', label: t('team.site'), cell: (one) => one.siteId && <Bdi>{sites[one.siteId]}</Bdi> },
        {
          id: 'last',
          label: t('team.last-sign-in'),
          cell: (one) =>
            one.lastSignInOn ? formatDay(one.lastSignInOn, { language }, 'short') : t('team.never'),
        },
      ]}
    />
  );
}

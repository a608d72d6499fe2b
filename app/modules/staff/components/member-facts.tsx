import { useLoaderData } from 'react-router';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import type { loader } from '../pages/team-member.page.tsx';
import { AccountStatus } from './account-status.tsx';
import { RoleList } from './role-list.tsx';

/** What is known of a colleague's account. */
export function MemberFacts() {
  const t = useText('staff');
  const { language } = usePageTexts();
  const { member, sites, timeZone } = useLoaderData<typeof loader>();
  const day = (iso: string | null) => iso && formatDay(iso, { language });
  const moment = (at: Date | null | undefined) => at && formatMoment(at, { language, timeZone });
  return (
    <Card title={t('member.title')} id="member">
      <Facts
        facts={[
          { label: t('status.title'), value: <AccountStatus status={member.status} /> },
          { label: t('role.title'), value: <RoleList roles={member.roles} /> },
          { label: t('person.email'), value: <Bdi ltr>{member.email}</Bdi> },
          {
            label: t('team.site'),
            value: member.siteId && <Bdi>{sites.find(({ value }) => value === member.siteId)?.label}</Bdi>,
          },
          { label: t('expiry.label'), value: day(member.expiresOn) },
          { label: t('team.last-sign-in'), value: day(member.lastSignInOn) ?? t('team.never') },
          { label: t('member.sessions'), value: String(member.sessions) },
          { label: t('member.passkeys'), value: String(member.passkeys) },
          { label: t('member.since'), value: moment(member.createdAt) },
          { label: t('member.left'), value: moment(member.leftAt) },
          { label: t('member.link'), value: moment(member.link?.expiresAt) },
        ]}
      />
    </Card>
  );
}

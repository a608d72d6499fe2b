import { useLoaderData } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { loader } from '../pages/team-member.page.tsx';

/** What can be done about a colleague's account, by where it stands. */
export function MemberActions({ submitted }: { submitted?: object }) {
  const t = useText('staff');
  const { member } = useLoaderData<typeof loader>();
  if (member.isSelf) {
    return (
      <Card tone="sand" title={t('member.own-title')}>
        <p>{t('member.own-text')}</p>
        <div className="mt-3">
          <LinkButton to="/staff/account" icon="person">
            {t('account.title')}
          </LinkButton>
        </div>
      </Card>
    );
  }
  if (member.status === 'active') {
    const at = (step: string) => `/staff/team/${member.id}/${step}`;
    return (
      <div className="grid gap-4">
        <Action title={t('roles.title')} text={t('roles.short')} to={at('roles')} go={t('roles.go')} />
        <Action title={t('reset.title')} text={t('reset.short')} to={at('reset')} go={t('reset.go')} />
        {member.sessions > 0 && <EndSessions submitted={submitted} />}
        <Action title={t('leave.title')} text={t('leave.short')} to={at('leave')} go={t('leave.go')} />
      </div>
    );
  }
  return member.status === 'invited' ? (
    <InvitedActions submitted={submitted} />
  ) : (
    <LeftActions submitted={submitted} />
  );
}

function Action({ title, text, to, go }: { title: string; text: string; to: string; go: string }) {
  return (
    <Card tone="sand" title={title}>
      <p>{text}</p>
      <div className="mt-3">
        <LinkButton to={to}>{go}</LinkButton>
      </div>
    </Card>
  );
}

function EndSessions({ submitted }: { submitted?: object }) {
  const t = useText('staff');
  const { key, member } = useLoaderData<typeof loader>();
  return (
    <Card tone="sand" title={t('member.end.title')}>
      <PageForm formKey={key} submitted={submitted}>
        <p>{t('member.end.text', { name: member.name })}</p>
        <SubmitButton name="intent" value="end-sessions" tone="secondary">
          {t('member.end.do')}
        </SubmitButton>
      </PageForm>
    </Card>
  );
}

function InvitedActions({ submitted }: { submitted?: object }) {
  const t = useText('staff');
  const { member } = useLoaderData<typeof loader>();
  return (
    <Card tone="sand" title={t('invited.title')}>
      <PageForm submitted={submitted}>
        <p>{t('invited.text', { name: member.name })}</p>
        <div className="form-actions">
          <SubmitButton name="intent" value="renew" tone="primary">
            {t('invited.renew')}
          </SubmitButton>
          <SubmitButton name="intent" value="revoke" tone="secondary">
            {t('invited.revoke')}
          </SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}

function LeftActions({ submitted }: { submitted?: object }) {
  const t = useText('staff');
  const { member, calendars } = useLoaderData<typeof loader>();
  const volunteers = member.roles.includes('volunteer');
  return (
    <Card tone="sand" title={t('return.title')}>
      <PageForm submitted={submitted}>
        <p>{t('return.text', { name: member.name })}</p>
        {volunteers && (
          <DateField
            name="expiresOn"
            legend={t('expiry.label')}
            hint={t('expiry.needed')}
            words={{
              day: t('common:date.day'),
              month: t('common:date.month'),
              year: t('common:date.year'),
              calendar: t('common:date.calendar'),
            }}
            calendars={calendars.map((value) => ({ value, label: t(`common:date.calendarName.${value}`) }))}
          />
        )}
        <SubmitButton name="intent" value="enable">
          {t('return.do')}
        </SubmitButton>
      </PageForm>
    </Card>
  );
}

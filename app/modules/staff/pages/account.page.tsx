import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { calendars, interfaceLanguages } from '#platform/language/interface-languages.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Facts } from '#ui/facts.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { submitAccount } from '../account-form.server.ts';
import { PassphraseFields } from '../components/passphrase-fields.tsx';
import { isOfAccount, OwnNotice } from '../components/own-notice.tsx';
import { RoleList } from '../components/role-list.tsx';
import { viewAccount } from '../queries/view-account.query.server.ts';
import { siteNames } from '../site-names.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const account = await web.read(viewAccount, {});
  const site = account.siteId ? (await siteNames(web))[account.siteId] : undefined;
  return {
    keys: [formKey(), formKey(), formKey()],
    account,
    site,
    roles: actor.roles,
    timeZone: actor.centre.timeZone,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { part, submitted } = await submitAccount(web, request);
  if (submitted.ok) throw redirect('/staff/account?saved');
  return data({ ...submitted, part }, submitted.problem.status);
}

/** One's own account: what happened to it, how one reads, the passphrase. */
export default function AccountPage() {
  const t = useText('staff');
  const { keys, account, site, roles, timeZone } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const of = (part: string) => (submitted?.part === part ? submitted : undefined);
  return (
    <div className="page">
      <PageHeader title={t('account.title')} note={t('account.note')} />
      <div className="grid max-w-5xl gap-6">
        {account.notices.length > 0 && (
          <Notice tone="attention" title={t('notice.title')}>
            <ul className="m-0 grid list-disc gap-1 ps-5">
              {account.notices.map((notice) => (
                <OwnNotice
                  key={notice.kind + String(notice.at) + notice.clientId}
                  notice={notice}
                  timeZone={timeZone}
                />
              ))}
            </ul>
            {account.notices.some(({ kind }) => isOfAccount(kind)) && <p>{t('notice.not-you')}</p>}
            <PageForm formKey={keys[2]}>
              <div className="form-actions">
                <SubmitButton tone="secondary" size="small" name="part" value="notices">
                  {t('notice.read')}
                </SubmitButton>
              </div>
            </PageForm>
          </Notice>
        )}
        <Card title={t('account.you')} id="you">
          <Facts
            facts={[
              { label: t('person.name'), value: <Bdi>{account.name}</Bdi> },
              { label: t('person.email'), value: <Bdi ltr>{account.email}</Bdi> },
              { label: t('role.title'), value: <RoleList roles={roles} /> },
              { label: t('team.site'), value: site && <Bdi>{site}</Bdi> },
            ]}
          />
        </Card>
        <Card title={t('ways.title')} id="ways">
          <p>{t('ways.note')}</p>
          <LinkButton to="/staff/account/sign-in" icon="key">
            {t('ways.go')}
          </LinkButton>
        </Card>
        <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
          <Card title={t('account.reading')} id="reading">
            <PageForm formKey={keys[0]} submitted={of('profile')} reloadDocument>
              <RadioGroup
                name="language"
                legend={t('person.language')}
                options={interfaceLanguages
                  .filter(({ audience }) => audience === 'staff')
                  .map(({ code, ownName }) => ({ value: code, label: ownName }))}
                defaultValue={account.language}
              />
              <Select
                name="calendar"
                label={t('account.calendar')}
                blank={t('account.calendar-usual')}
                options={calendars.map((value) => ({ value, label: t(`common:date.calendarName.${value}`) }))}
                defaultValue={account.calendar ?? ''}
              />
              <div className="form-actions">
                <SubmitButton name="part" value="profile">
                  {t('common:action.save')}
                </SubmitButton>
              </div>
            </PageForm>
          </Card>
          <Card title={t('account.passphrase')} id="passphrase">
            <PageForm formKey={keys[1]} submitted={of('passphrase')}>
              <TextField
                name="current"
                type="password"
                label={t('passphrase.present')}
                autoComplete="current-password"
                dir="ltr"
                maxLength={200}
              />
              <PassphraseFields />
              <div className="form-actions">
                <SubmitButton name="part" value="passphrase">
                  {t('passphrase.change')}
                </SubmitButton>
              </div>
            </PageForm>
          </Card>
        </div>
      </div>
    </div>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { handOverLink, needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { LinkPanel, StepUpField } from '#modules/staff/index.tsx';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { InvitedFields } from '../components/invited-fields.tsx';
import { NetworkTabs } from '../components/network-tabs.tsx';
import { inviteAdministrator } from '../operations/invite-administrator.server.ts';
import { removeAdministrator } from '../operations/remove-administrator.server.ts';
import { listCentres } from '../queries/list-centres.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { centres, administrators } = await web.read(listCentres, {});
  return {
    key: formKey(),
    needsCode: needsCode(web),
    language: web.language,
    administrators: administrators.map((person) => ({
      ...person,
      key: formKey(),
      centre: textIn(centres.find(({ id }) => id === person.centreId)?.name ?? {}, web.language),
    })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const removes = new URL(request.url).searchParams.get('act') === 'remove';
  if (removes) {
    const removed = await submitSteppedUp(web, request, removeAdministrator, ({ input }) => ({
      staffId: input['staffId'],
    }));
    if (!removed.ok) return data({ ...removed, removes, link: undefined, name: '' }, removed.problem.status);
    throw redirect('/staff/network/administrators');
  }
  let name = '';
  const invited = await submitSteppedUp(web, request, inviteAdministrator, ({ input }) => {
    name = typeof input['name'] === 'string' ? input['name'] : '';
    return input;
  });
  if (!invited.ok) return data({ ...invited, removes, link: undefined, name }, invited.problem.status);
  return { ...invited, removes, link: handOverLink(web, invited.result), name };
}

/** Who administers the network: invited and removed by one another. */
export default function NetworkAdministratorsPage() {
  const t = useText('network');
  const { key, administrators, needsCode: asks, language } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <div className="page grid gap-6">
      <PageHeader title={t('administrators.title')} note={t('administrators.note')} />
      <NetworkTabs />
      {submitted?.link && <LinkPanel link={submitted.link} name={submitted.name} />}
      <Card id="now" title={t('administrators.now')}>
        <ul className="item-list">
          {administrators.map((person) => (
            <li key={person.id} className="toolbar">
              <Bdi>{person.name}</Bdi>
              <span className="field-hint">
                <Bdi>{person.centre}</Bdi>
              </span>
              {person.self && <Badge tone="teal">{t('administrators.you')}</Badge>}
              {person.invited && <Badge>{t('administrators.invited')}</Badge>}
              {!person.self && (
                <PageForm
                  formKey={person.key}
                  submitted={submitted?.removes ? submitted : undefined}
                  action="?act=remove"
                  className="inline-form"
                >
                  <input type="hidden" name="staffId" value={person.id} />
                  <StepUpField needed={asks} />
                  <SubmitButton tone="danger" size="small">
                    {t('administrators.remove')}
                  </SubmitButton>
                </PageForm>
              )}
            </li>
          ))}
        </ul>
        {administrators.length < 2 && <p className="field-hint">{t('administrators.only-one')}</p>}
      </Card>
      <Card id="invite" title={t('administrators.invite')}>
        <p className="mb-4">{t('administrators.invite-text')}</p>
        <PageForm
          formKey={key}
          submitted={submitted && !submitted.removes ? submitted : undefined}
          action="?act=invite"
          className="max-w-3xl"
        >
          <InvitedFields language={language} />
          <StepUpField needed={asks} />
          <div className="form-actions">
            <SubmitButton>{t('administrators.invite-do')}</SubmitButton>
          </div>
        </PageForm>
      </Card>
    </div>
  );
}

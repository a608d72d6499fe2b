import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { staffNames } from '#modules/staff/index.server.ts';
import { seesPeople } from '#platform/actor.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import '../components/clients.css';
import '../components/person.css';
import { assignClient } from '../operations/assign-client.server.ts';
import { grantReader } from '../operations/grant-reader.server.ts';
import { restrictClient } from '../operations/restrict-client.server.ts';
import { revokeReader } from '../operations/revoke-reader.server.ts';
import { unrestrictClient } from '../operations/unrestrict-client.server.ts';
import { clientReaders } from '../queries/client-readers.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(clientReaders, { clientId: params['clientId'] ?? '' });
  const staff = await web.read(staffNames, {});
  return {
    ...seen,
    readers: seen.readers.map((reader) => ({ ...reader, key: formKey() })),
    keys: [formKey(), formKey(), formKey()],
    me: actor.staffId,
    colleagues: Object.entries(staff)
      .filter(([, person]) => person.active && seesPeople(person))
      .map(([id, { name }]) => ({ value: id, label: name })),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const act = new URL(request.url).searchParams.get('act');
  const submitted =
    act === 'restrict'
      ? await submitForm(web, request, restrictClient, ({ input }) => ({
          clientId,
          reason: input['reason'],
          readers: [input['readers'] ?? []].flat(),
        }))
      : act === 'open'
        ? await submitForm(web, request, unrestrictClient, ({ input }) => ({
            clientId,
            reason: input['reason'],
          }))
        : act === 'grant'
          ? await submitForm(web, request, grantReader, ({ input }) => ({
              clientId,
              staffId: input['staffId'],
              reason: input['reason'],
            }))
          : act === 'revoke'
            ? await submitForm(web, request, revokeReader, ({ input }) => ({
                clientId,
                staffId: input['staffId'],
              }))
            : await submitForm(web, request, assignClient, ({ input }) => ({
                clientId,
                staffId: input['staffId'] ?? null,
              }));
  if (!submitted.ok) return data({ ...submitted, act }, submitted.problem.status);
  throw redirect(`/staff/people/${clientId}/readers`);
}

export default function ReadersPage() {
  const t = useText('clients');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refused = (act: string | null) =>
    submitted?.ok === false && submitted.act === act ? submitted : undefined;
  const others = page.colleagues.filter(
    ({ value }) => value !== page.me && !page.readers.some((reader) => reader.staffId === value),
  );
  return (
    <>
      <title>{page.fileNo}</title>
      <PageHeader
        title={t('readers.title')}
        note={<Bdi ltr>{page.fileNo}</Bdi>}
        back={{ to: `/staff/people/${page.clientId}`, label: t('view.back') }}
      />
      <div className="page-stack person-form">
        {!page.restricted && (
          <Card id="restrict" title={t('readers.restrict-title')}>
            <p>{t('readers.restrict-text')}</p>
            <PageForm formKey={page.keys[0]} submitted={refused('restrict')} action="?act=restrict">
              <TextField name="reason" label={t('common:term.reason')} maxLength={300} required />
              {others.length > 0 && (
                <CheckboxGroup
                  name="readers"
                  legend={t('readers.who')}
                  hint={t('readers.who-hint')}
                  options={others}
                  layout="columns"
                  optional
                />
              )}
              <div className="form-actions">
                <SubmitButton tone="danger">{t('readers.restrict')}</SubmitButton>
              </div>
            </PageForm>
          </Card>
        )}
        {page.restricted && (
          <Card id="readers" title={t('readers.list')}>
            <ul className="decision-list">
              {page.readers.map((reader) => (
                <li key={reader.staffId}>
                  <Bdi>{reader.name}</Bdi>
                  <PageForm
                    formKey={reader.key}
                    submitted={refused('revoke')}
                    action="?act=revoke"
                    className="inline-form"
                  >
                    <input type="hidden" name="staffId" value={reader.staffId} />
                    <SubmitButton tone="quiet" size="small">
                      {t('readers.revoke')}
                    </SubmitButton>
                  </PageForm>
                </li>
              ))}
            </ul>
            <PageForm formKey={page.keys[0]} submitted={refused('grant')} action="?act=grant">
              <div className="row-fields">
                <Select
                  name="staffId"
                  label={t('readers.grant')}
                  blank={t('common:answer.choose')}
                  options={others}
                />
                <TextField name="reason" label={t('common:term.reason')} maxLength={300} optional />
              </div>
              <div className="form-actions">
                <SubmitButton tone="secondary">{t('readers.grant-save')}</SubmitButton>
              </div>
            </PageForm>
            <hr />
            <PageForm formKey={page.keys[1]} submitted={refused('open')} action="?act=open">
              <TextField name="reason" label={t('readers.open-reason')} maxLength={300} required />
              <div className="form-actions">
                <SubmitButton tone="danger">{t('readers.open')}</SubmitButton>
              </div>
            </PageForm>
          </Card>
        )}
        <Card id="assign" title={t('readers.assign-title')}>
          <PageForm formKey={page.keys[2]} submitted={refused(null)} action="?">
            <Select
              name="staffId"
              label={t('label.assigned-to')}
              blank={t('readers.nobody')}
              options={page.colleagues}
              defaultValue={page.assignedTo ?? undefined}
              hint={t('readers.assign-hint')}
            />
            <div className="form-actions">
              <SubmitButton tone="secondary">{t('common:action.save')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      </div>
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { isStaff } from '#platform/actor.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext, type Web } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { CodeField } from '../components/code-field.tsx';
import { switchCentre } from '../operations/switch-centre.server.ts';
import { ownCentres } from '../queries/own-centres.query.server.ts';
import { switchToCentre } from '../switch-to-centre.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { here, elsewhere, others } = await web.read(ownCentres, {});
  return {
    here: textIn(here, web.language),
    elsewhere: elsewhere.map((account) => ({
      ...account,
      key: formKey(),
      name: textIn(account.name, web.language),
    })),
    key: formKey(),
    others: others.map(({ centreId, name }) => ({ value: centreId, label: textIn(name, web.language) })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!isStaff(actor)) throw redirect('/staff');
  const limited: Web = {
    ...web,
    execute: ((_operation: unknown, input: unknown) =>
      switchToCentre(web.house, actor, input as { staffId?: string; centreId?: string })) as Web['execute'],
  };
  const submitted = await submitForm(limited, request, switchCentre, ({ input }) => ({
    ...input,
    keep: input['keep'] === 'yes',
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  web.cookies.setSession(submitted.result.token, new Date(submitted.result.expiresAt));
  throw redirect('/staff');
}

/** Goes on in another centre in which the same person works. */
export default function SwitchCentrePage() {
  const t = useText('staff');
  const { here, elsewhere, others, key } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <div className="page grid max-w-3xl gap-6">
      <PageHeader title={t('switch.title')} note={t('switch.here', { centre: here })} />
      {elsewhere.length + others.length === 0 && (
        <EmptyState title={t('switch.none')} icon="centre">
          {t('switch.none-text')}
        </EmptyState>
      )}
      {elsewhere.map((account) => (
        <Card key={account.staffId} id={`at-${account.staffId}`} title={<Bdi>{account.name}</Bdi>}>
          <PageForm
            formKey={account.key}
            submitted={submitted?.values['staffId'] === account.staffId ? submitted : undefined}
          >
            <input type="hidden" name="staffId" value={account.staffId} />
            <div className="form-actions">
              <SubmitButton>{t('switch.do')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      ))}
      {others.length > 0 && (
        <Card id="another" title={t('switch.another')}>
          <PageForm
            formKey={key}
            submitted={submitted && submitted.values['staffId'] === undefined ? submitted : undefined}
          >
            <p>{t('switch.prove')}</p>
            <Select name="centreId" label={t('switch.centre')} options={others} required />
            <TextField
              name="passphrase"
              type="password"
              label={t('switch.passphrase')}
              autoComplete="current-password"
              dir="ltr"
              required
            />
            <CodeField label={t('switch.code')} />
            <Checkbox name="keep" label={t('switch.keep')} hint={t('switch.keep-hint')} />
            <div className="form-actions">
              <SubmitButton>{t('switch.do')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      )}
    </div>
  );
}

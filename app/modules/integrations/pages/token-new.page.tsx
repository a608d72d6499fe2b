import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { asList, StepUpField } from '#modules/staff/index.tsx';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { CheckboxGroup, RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ShownOnce } from '../components/shown-once.tsx';
import { createToken } from '../operations/create-token.server.ts';
import { scopeKey } from '../scope-key.ts';
import { offeredDays, scopeNames } from '../scopes.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'token.create')) throw forbidden();
  return { key: formKey(), needsCode: needsCode(web) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitSteppedUp(web, request, createToken, ({ input }) => ({
    ...input,
    scopes: asList(input['scopes']),
  }));
  if (!submitted.ok) return data({ ...submitted, token: undefined }, submitted.problem.status);
  return { ...submitted, token: submitted.result.token };
}

/** A token for a program: what it may do, for how long; then the token, once. */
export default function TokenNewPage() {
  const t = useText('integrations');
  const { key, needsCode: asks } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const back = { to: '/staff/centre/programs', label: t('programs.title') };
  if (submitted?.token) {
    return (
      <div className="page grid max-w-4xl gap-6">
        <PageHeader title={t('token.done')} back={back} />
        <ShownOnce
          title={t('token.label')}
          label={t('token.label')}
          secret={submitted.token}
          once={t('token.once')}
          how={t('token.how')}
        />
        <div className="toolbar">
          <LinkButton to="/staff/centre/programs" tone="primary">
            {t('webhook.back-to-list')}
          </LinkButton>
          <LinkButton to="/staff/centre/programs/token" reloadDocument icon="add">
            {t('token.another')}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader title={t('token.new')} note={t('programs.note')} back={back} />
      <PageForm formKey={key} submitted={submitted} className="max-w-3xl">
        <TextField
          name="name"
          label={t('token.name-label')}
          hint={t('token.name-hint')}
          maxLength={80}
          required
        />
        <CheckboxGroup
          name="scopes"
          legend={t('token.scopes')}
          hint={t('token.scopes-hint')}
          layout="rows"
          required
          options={scopeNames.map((scope) => ({
            value: scope,
            label: t(`scope.${scopeKey(scope)}.label`),
            hint: t(`scope.${scopeKey(scope)}.hint`),
          }))}
        />
        <RadioGroup
          name="days"
          legend={t('token.days-label')}
          layout="chips"
          required
          defaultValue="90"
          options={offeredDays.map((days) => ({
            value: String(days),
            label: t('token.days', { count: days }),
          }))}
        />
        <StepUpField needed={asks} />
        <div className="form-actions">
          <SubmitButton>{t('token.do')}</SubmitButton>
          <LinkButton to="/staff/centre/programs">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

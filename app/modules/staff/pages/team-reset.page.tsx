import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { StepUpField } from '../components/code-field.tsx';
import { LinkPanel } from '../components/link-panel.tsx';
import { handOverLink } from '../hand-over-link.server.ts';
import { resetSecondFactor } from '../operations/reset-second-factor.server.ts';
import { viewStaff } from '../queries/view-staff.query.server.ts';
import { needsCode, submitSteppedUp } from '../step-up-form.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'staff.reset-second-factor')) throw forbidden();
  const { id, name } = await web.read(viewStaff, { staffId: params['staffId'] ?? '' });
  return { key: formKey(), id, name, needsCode: needsCode(web) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitSteppedUp(web, request, resetSecondFactor, ({ input }) => ({
    staffId: params['staffId'],
    lost: input['lost'],
  }));
  if (!submitted.ok) return data({ ...submitted, link: undefined }, submitted.problem.status);
  return { ...submitted, link: handOverLink(web, submitted.result) };
}

/** Somebody lost the phone, or the phone and the passphrase. */
export default function TeamResetPage() {
  const t = useText('staff');
  const { key, id, name, needsCode: asks } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const back = { to: `/staff/team/${id}`, label: name };
  if (submitted?.link) {
    return (
      <div className="page grid max-w-4xl gap-6">
        <PageHeader title={t('reset.done')} note={t('reset.done-note', { name })} back={back} />
        <LinkPanel link={submitted.link} name={name} />
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader title={t('reset.title')} note={t('reset.note', { name })} back={back} />
      <PageForm formKey={key} submitted={submitted} className="max-w-3xl">
        <Notice tone="attention" title={t('reset.check-title')}>
          <p>{t('reset.check')}</p>
        </Notice>
        <RadioGroup
          name="lost"
          legend={t('reset.lost')}
          options={[
            { value: 'second_factor', label: t('reset.phone'), hint: t('reset.phone-hint') },
            { value: 'everything', label: t('reset.everything'), hint: t('reset.everything-hint') },
          ]}
          defaultValue="second_factor"
          layout="rows"
        />
        <StepUpField needed={asks} />
        <div className="form-actions">
          <SubmitButton>{t('reset.do')}</SubmitButton>
          <LinkButton to={back.to}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

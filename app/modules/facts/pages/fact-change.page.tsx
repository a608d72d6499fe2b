import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { differencesOf, DifferenceNotice } from '#modules/centres/index.tsx';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { FactFields } from '../components/fact-fields.tsx';
import { useFactLabels } from '../components/use-fact-labels.ts';
import { factOfForm } from '../fact-form.ts';
import { factOptions } from '../fact-options.server.ts';
import { factValues } from '../fact-values.ts';
import { changeFact } from '../operations/change-fact.server.ts';
import { viewFact } from '../queries/view-fact.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'fact.change')) throw forbidden();
  const { fact, pages } = await web.read(viewFact, { factId: params['factId'] ?? '' });
  return {
    code: fact.code,
    here: `/staff/facts/${fact.id}`,
    version: fact.version,
    values: factValues(fact),
    quotedBy: pages.length,
    options: factOptions(web),
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const factId = params['factId'] ?? '';
  const submitted = await submitForm(web, request, changeFact, ({ input }) => ({
    ...factOfForm(input),
    factId,
  }));
  if (submitted.ok) throw redirect(`/staff/facts/${factId}?done=change`);
  if (submitted.problem.code !== 'conflict.version')
    return data({ ...submitted, conflict: undefined }, submitted.problem.status);
  const { fact } = await web.read(viewFact, { factId });
  const { reason: _, substance: __, ...typed } = submitted.values;
  const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const conflict = { version: fact.version, differences: differencesOf(factValues(fact), filled) };
  return data({ ...submitted, conflict }, submitted.problem.status);
}

/** Another value, source or wording: everywhere at once, with a reason. */
export default function FactChangePage() {
  const t = useText('facts');
  const labels = useFactLabels();
  const { code, here, version, values, quotedBy, options, key } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const conflict = submitted?.conflict;
  return (
    <>
      <PageHeader
        title={t('change.title')}
        note={t('change.note', { count: quotedBy })}
        back={{ to: here, label: code }}
      />
      <PageForm
        formKey={key}
        submitted={conflict ? undefined : submitted}
        values={conflict ? submitted?.values : undefined}
        labels={labels}
      >
        {conflict && (
          <DifferenceNotice
            differences={conflict.differences.map(({ name, ...texts }) => ({
              label: labels[name] ?? name,
              ...texts,
            }))}
          />
        )}
        <input type="hidden" name="version" value={conflict?.version ?? version} />
        <FactFields values={values} options={options} />
        <Card tone="sand" title={t('change.why')} id="why">
          <div className="grid gap-5">
            <TextField name="reason" label={t('form.reason')} hint={t('form.reason-hint')} maxLength={300} />
            <RadioGroup
              name="substance"
              legend={t('form.substance')}
              layout="rows"
              options={[
                { value: 'yes', label: t('change.substance-yes'), hint: t('change.substance-yes-hint') },
                { value: 'no', label: t('change.substance-no'), hint: t('change.substance-no-hint') },
              ]}
            />
          </div>
        </Card>
        <Notice>{t('change.unconfirmed')}</Notice>
        <div className="form-actions">
          <SubmitButton hint>{t('change.save')}</SubmitButton>
          <LinkButton to={here}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}

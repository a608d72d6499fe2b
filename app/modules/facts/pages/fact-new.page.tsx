import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { FactFields } from '../components/fact-fields.tsx';
import { useFactLabels } from '../components/use-fact-labels.ts';
import { factOfForm } from '../fact-form.ts';
import { factOptions } from '../fact-options.server.ts';
import { addFact } from '../operations/add-fact.server.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'fact.add')) throw forbidden();
  return { options: factOptions(web), key: formKey() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, addFact, ({ input }) => factOfForm(input));
  if (submitted.ok) throw redirect(`/staff/facts/${submitted.result.factId}?done=add`);
  return data(submitted, submitted.problem.status);
}

/** A new fact, written down once for all pages. */
export default function FactNewPage() {
  const t = useText('facts');
  const labels = useFactLabels();
  const { options, key } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('new.title')}
        note={t('new.note')}
        back={{ to: '/staff/facts', label: t('list.title') }}
      />
      <PageForm formKey={key} submitted={submitted} labels={labels}>
        <TextField
          name="code"
          label={t('form.code')}
          hint={t('form.code-hint')}
          dir="ltr"
          autoCapitalize="none"
          spellCheck={false}
        />
        <FactFields values={{}} options={options} />
        <div className="form-actions">
          <SubmitButton hint>{t('new.save')}</SubmitButton>
          <LinkButton to="/staff/facts">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}

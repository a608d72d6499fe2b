import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { StepUpField } from '#modules/staff/index.tsx';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { addPlace } from '../operations/add-place.server.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'backup.add-place')) throw forbidden();
  return { key: formKey(), needsCode: needsCode(web) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitSteppedUp(web, request, addPlace);
  if (submitted.ok) throw redirect('/staff/centre/backups?saved');
  return data(submitted, submitted.problem.status);
}

/** Another place for copies: a folder, a disk, a bucket. */
export default function PlaceNewPage() {
  const t = useText('backups');
  const { key, needsCode: asks } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const option = (value: string, group: 'kind' | 'partChoice') => ({
    value,
    label: t(group === 'kind' ? `kind.${value}.name` : `part.${value}`),
    hint: t(group === 'kind' ? `kind.${value}.hint` : `partHint.${value}`),
  });
  return (
    <div className="page">
      <PageHeader
        title={t('place.new')}
        note={t('place.newNote')}
        back={{ to: '/staff/centre/backups', label: t('title') }}
      />
      <PageForm formKey={key} submitted={submitted} className="max-w-3xl">
        <RadioGroup
          name="part"
          legend={t('place.part')}
          required
          options={[option('records', 'partChoice'), option('keys', 'partChoice')]}
        />
        <RadioGroup
          name="kind"
          legend={t('place.kind')}
          required
          options={[option('folder', 'kind'), option('disk', 'kind'), option('object', 'kind')]}
        />
        <TextField
          name="place"
          label={t('place.place')}
          hint={t('place.placeHint')}
          dir="ltr"
          maxLength={500}
          required
        />
        <fieldset className="fieldset">
          <legend>{t('bucket.title')}</legend>
          <TextField
            name="region"
            label={t('bucket.region')}
            hint={t('bucket.regionHint')}
            dir="ltr"
            optional
          />
          <TextField name="accessKeyId" label={t('bucket.access')} dir="ltr" autoComplete="off" optional />
          <TextField
            name="secretAccessKey"
            label={t('bucket.secret')}
            hint={t('bucket.secretHint')}
            type="password"
            dir="ltr"
            autoComplete="off"
            optional
          />
        </fieldset>
        <StepUpField needed={asks} />
        <div className="form-actions">
          <SubmitButton>{t('place.add')}</SubmitButton>
          <LinkButton to="/staff/centre/backups">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { forbidden } from '#platform/problem.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { refuseForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { maxImportBytes } from '../import-file.server.ts';
import { uploadImport } from '../operations/upload-import.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'import.upload')) throw forbidden();
  return { key: formKey() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const form = await request.formData();
  let importId: string;
  try {
    const { input, files, idempotencyKey } = readFormData(form);
    const chosen = files.get('file') ?? [];
    const file = await UploadedFile.read(chosen, 'file', maxImportBytes);
    const name = (chosen[0]?.name ?? '').replaceAll(/[\p{C}]/gu, '').slice(-200) || 'register';
    const again = input['again'] !== undefined;
    ({ importId } = await web.execute(uploadImport, { file, name, again }, { idempotencyKey }));
  } catch (error) {
    const refused = refuseForm(web, error, {});
    return data(refused, refused.problem.status);
  }
  throw redirect(`/staff/imports/${importId}`);
}

export default function ImportNewPage() {
  const t = useText('imports');
  const { key } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const known = submitted?.problem.code === 'imports.same-file';
  return (
    <>
      <PageHeader
        title={t('new.title')}
        note={t('new.note')}
        back={{ to: '/staff/imports', label: t('list.title') }}
      />
      <div className="form-columns mt-4">
        <Card>
          <PageForm
            formKey={key}
            submitted={submitted}
            labels={{ file: t('new.file') }}
            encType="multipart/form-data"
          >
            <TextField
              name="file"
              type="file"
              label={t('new.file')}
              hint={t('new.file-hint')}
              accept=".xlsx,.csv,.tsv,.txt,text/csv"
              required
            />
            {known && <Checkbox name="again" value="yes" label={t('new.again')} hint={t('new.again-hint')} />}
            <div className="form-actions">
              <SubmitButton>{t('new.do')}</SubmitButton>
              <LinkButton to="/staff/imports">{t('common:action.cancel')}</LinkButton>
            </div>
          </PageForm>
        </Card>
        <Card title={t('new.what-happens')} tone="sand">
          <ol className="list-decimal space-y-2 ps-5">
            {(['read', 'columns', 'check', 'start', 'undo'] as const).map((step) => (
              <li key={step}>{t(`new.step.${step}`)}</li>
            ))}
          </ol>
        </Card>
      </div>
    </>
  );
}

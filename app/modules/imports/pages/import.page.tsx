import { useEffect } from 'react';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
} from 'react-router';
import { needsCode } from '#modules/staff/index.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ChooseColumns } from '../components/choose-columns.tsx';
import { ChooseSheet } from '../components/choose-sheet.tsx';
import { ImportAtWork } from '../components/import-at-work.tsx';
import { ImportPreview } from '../components/import-preview.tsx';
import { ImportResult } from '../components/import-result.tsx';
import { StepLine } from '../components/step-line.tsx';
import { importChoices } from '../import-choices.server.ts';
import { viewImport } from '../queries/view-import.query.server.ts';
import { submitImportForm } from '../submit-import-form.server.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const view = await web.read(viewImport, { importId: params['importId'] ?? '' });
  const again = new URL(request.url).searchParams.get('step') === 'columns';
  return {
    view,
    columnsAgain: again && view.state === 'ready',
    choices: importChoices(web, actor.centre),
    needsCode: needsCode(web),
    timeZone: actor.centre.timeZone,
    keys: {
      sheet: formKey(),
      columns: formKey(),
      words: formKey(),
      rule: formKey(),
      start: formKey(),
      undo: formKey(),
      discard: formKey(),
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitImportForm(web, request, params['importId'] ?? '');
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(submitted.to);
}

export type ImportPageData = Awaited<ReturnType<typeof loader>>;

/** One import, at the step where it stands. */
export default function ImportPage() {
  const t = useText('imports');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const { view } = page;
  const working = ['checking', 'running', 'undoing'].includes(view.state);
  useLookAgain(working);
  const choosing = view.state === 'open' || page.columnsAgain;
  return (
    <>
      <PageHeader
        title={t(`title.${choosing ? 'open' : view.state}`)}
        note={view.settings ? <Bdi>{view.settings.fileName}</Bdi> : t('list.file-gone')}
        back={{ to: '/staff/imports', label: t('list.title') }}
      />
      <StepLine state={choosing ? 'open' : view.state} />
      <div className="grid gap-4">
        {choosing && view.settings && (
          <>
            <ChooseSheet page={page} submitted={submitted} />
            <ChooseColumns key={view.version} page={page} submitted={submitted} />
          </>
        )}
        {working && <ImportAtWork view={view} />}
        {view.state === 'ready' && !choosing && <ImportPreview page={page} submitted={submitted} />}
        {(view.state === 'done' || view.state === 'undone' || view.state === 'running') && (
          <ImportResult page={page} submitted={submitted} />
        )}
        {view.state === 'discarded' && <Notice>{t('discarded.text')}</Notice>}
      </div>
    </>
  );
}

/** While a job is at work the page looks again by itself; without script there is a link for it. */
function useLookAgain(working: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => void revalidate(), 2_000);
    return () => clearInterval(timer);
  }, [working, revalidate]);
}

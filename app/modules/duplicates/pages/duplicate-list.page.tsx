import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { DuplicateTabs } from '../components/duplicate-tabs.tsx';
import { DuplicateFilter } from '../components/duplicate-filter.tsx';
import { DuplicatePairs } from '../components/duplicate-pairs.tsx';
import { ScanStandingLine } from '../components/scan-standing.tsx';
import { startScan } from '../operations/start-scan.server.ts';
import { tellApart } from '../operations/tell-apart.server.ts';
import { listDuplicates, listDuplicatesParams } from '../queries/list-duplicates.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  // A filter that makes no sense is left out, as if it had not been typed.
  const filter = listDuplicatesParams.safeParse(
    Object.fromEntries([...asked].filter(([name, value]) => value !== '' && name !== 'done')),
  );
  const chosen = filter.success ? filter.data : {};
  return {
    ...(await web.read(listDuplicates, chosen)),
    filter: chosen,
    timeZone: actor.centre.timeZone,
    done: asked.get('done'),
    mayScan: web.house.policy.mayEver(actor, 'duplicate.start-scan'),
    keys: { apart: formKey(), scan: formKey() },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const here = new URL(request.url);
  if (here.searchParams.get('do') === 'scan') {
    const begun = await submitForm(web, request, startScan, () => ({}));
    if (begun.ok) throw redirect('/staff/duplicates?done=scan');
    return data(begun, begun.problem.status);
  }
  const submitted = await submitForm(web, request, tellApart, (form) => {
    const pairs = form.input['pairs'];
    return { pairs: Array.isArray(pairs) ? pairs : pairs === undefined ? [] : [pairs] };
  });
  if (submitted.ok) throw redirect('/staff/duplicates?done=apart');
  return data(submitted, submitted.problem.status);
}

export default function DuplicateListPage() {
  const t = useText('duplicates');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const { filter, pairs } = page;
  const narrowed = filter.strength !== undefined || filter.reason !== undefined;
  const next = page.next && new URLSearchParams({ ...filter, after: page.next });
  return (
    <>
      <title>{t('list.title')}</title>
      <PageHeader title={t('list.title')} note={t('list.note')}>
        {page.mayScan && !(page.scan && page.scan.finishedAt === undefined) && (
          <PageForm formKey={page.keys.scan} submitted={undefined} action="/staff/duplicates?do=scan">
            <SubmitButton tone="secondary">{t('scan.start')}</SubmitButton>
          </PageForm>
        )}
      </PageHeader>
      <DuplicateTabs />
      {page.done === 'apart' && <Notice tone="success" title={t('list.told-apart')} live />}
      <ScanStandingLine scan={page.scan} timeZone={page.timeZone} />
      {page.hidden && <Notice tone="attention" title={t('list.hidden')} />}
      <DuplicateFilter filter={filter} />
      {pairs.length === 0 ? (
        <EmptyState
          title={t(narrowed ? 'list.empty-filter' : 'list.empty')}
          icon="people"
          action={narrowed && <LinkButton to="/staff/duplicates">{t('list.show-all')}</LinkButton>}
        >
          {!narrowed && t('list.empty-text')}
        </EmptyState>
      ) : (
        <PageForm formKey={page.keys.apart} submitted={submitted}>
          <DuplicatePairs pairs={pairs} />
          <div className="form-actions">
            <SubmitButton tone="secondary">{t('list.tell-apart')}</SubmitButton>
          </div>
        </PageForm>
      )}
      <Pagination
        label={t('list.pages')}
        next={next ? { to: `?${next}`, label: t('common:page.next') } : undefined}
      />
    </>
  );
}

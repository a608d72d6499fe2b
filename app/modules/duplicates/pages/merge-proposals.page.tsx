import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { DuplicateTabs } from '../components/duplicate-tabs.tsx';
import { FileOfMerge } from '../components/file-of-merge.tsx';
import '../components/duplicates.css';
import { reviewMerge } from '../operations/review-merge.server.ts';
import { listProposals } from '../queries/list-proposals.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { open, toReview } = await web.read(listProposals, {});
  return {
    open,
    toReview: toReview.map((row) => ({ ...row, key: formKey() })),
    timeZone: actor.centre.timeZone,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, reviewMerge);
  if (submitted.ok) throw redirect('/staff/duplicates/proposals');
  return data(submitted, submitted.problem.status);
}

export default function MergeProposalsPage() {
  const t = useText('duplicates');
  const { open, toReview, timeZone } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const { language } = usePageTexts();
  const on = (moment: string) => formatMoment(new Date(moment), { language, timeZone }, 'short');
  const files = (row: (typeof open)[number]) => (
    <>
      <FileOfMerge file={row.survivor} /> · <FileOfMerge file={row.merged} />
    </>
  );
  return (
    <>
      <PageHeader title={t('proposals.title')} note={t('proposals.note')} />
      <DuplicateTabs />
      <div className="merge-page">
        <DataTable
          caption={t('proposals.caption')}
          rowId={(row) => row.id}
          rows={open}
          empty={<EmptyState title={t('proposals.none')}>{t('proposals.none-text')}</EmptyState>}
          columns={[
            { id: 'files', label: t('proposals.files'), cell: files },
            {
              id: 'by',
              label: t('proposals.by'),
              cell: (row) => (row.mine ? t('proposals.mine') : <Bdi>{row.by}</Bdi>),
            },
            { id: 'on', label: t('proposals.on'), cell: (row) => on(row.proposedAt) },
            {
              id: 'look',
              label: '',
              cell: (row) => (
                <LinkButton size="small" to={`/staff/duplicates/${row.survivor.id}/${row.merged.id}`}>
                  {t('proposals.look')}
                </LinkButton>
              ),
            },
          ]}
        />
        {toReview.length > 0 && (
          <section aria-labelledby="review-title">
            <h2 id="review-title">{t('proposals.review-title')}</h2>
            <DataTable
              caption={t('proposals.review-text')}
              rowId={(row) => row.id}
              rows={toReview}
              columns={[
                { id: 'files', label: t('proposals.files'), cell: files },
                {
                  id: 'by',
                  label: t('merged.by'),
                  cell: (row) => (row.mine ? t('proposals.mine') : <Bdi>{row.by}</Bdi>),
                },
                {
                  id: 'until',
                  label: t('proposals.until'),
                  cell: (row) => row.reviewUntil && on(row.reviewUntil),
                },
                {
                  id: 'review',
                  label: '',
                  cell: (row) => (
                    <div className="merge-forms">
                      <LinkButton size="small" to={`/staff/people/${row.survivor.id}`}>
                        {t('proposals.review')}
                      </LinkButton>
                      {!row.mine && (
                        <PageForm formKey={row.key} submitted={submitted}>
                          <input type="hidden" name="mergeId" value={row.id} />
                          <SubmitButton size="small" tone="secondary">
                            {t('proposals.reviewed')}
                          </SubmitButton>
                        </PageForm>
                      )}
                    </div>
                  ),
                },
              ]}
            />
          </section>
        )}
      </div>
    </>
  );
}

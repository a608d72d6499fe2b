import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { DuplicateTabs } from '../components/duplicate-tabs.tsx';
import { FileOfMerge } from '../components/file-of-merge.tsx';
import '../components/duplicates.css';
import { undoMerge } from '../operations/undo-merge.server.ts';
import { listMerged } from '../queries/list-merged.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { merges } = await web.read(listMerged, {});
  return {
    merges: merges.map((merge) => ({ ...merge, key: formKey() })),
    timeZone: actor.centre.timeZone,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, undoMerge);
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  const { survivorId, mergedId, changedSince } = submitted.result;
  const stays = new URLSearchParams(changedSince.map((field) => ['stays', field]));
  throw redirect(`/staff/duplicates/merged?undone=${survivorId}~${mergedId}&${stays}`);
}

export default function MergedFilesPage() {
  const t = useText('duplicates');
  const clients = useText('clients');
  const { merges, timeZone } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const [asked] = useSearchParams();
  const { language } = usePageTexts();
  const on = (moment: string) => formatMoment(new Date(moment), { language, timeZone }, 'short');
  const sure = merges.find(({ id }) => id === asked.get('undo'));
  const [one, two] = (asked.get('undone') ?? '').split('~');
  const stays = asked.getAll('stays').filter((field) => /^[a-zA-Z]+$/.test(field));
  return (
    <>
      <PageHeader title={t('merged.title')} note={t('merged.note')} />
      <DuplicateTabs />
      <div className="merge-page">
        {one && two && (
          <Notice tone="success" title={t('merged.done')} live>
            <p>{t('merged.done-text')}</p>
            {stays.length > 0 && (
              <p>
                {t('merged.stays')}{' '}
                {stays.map((field) => clients(labels[field] ?? `label.${field}`)).join(', ')}
              </p>
            )}
            <p className="toolbar">
              {[one, two].map((id) => (
                <LinkButton key={id} size="small" to={`/staff/people/${id}`}>
                  {clients('found.open')}
                </LinkButton>
              ))}
            </p>
          </Notice>
        )}
        {sure && (
          <Notice tone="attention" title={t('merged.undo-sure', { fileNo: sure.merged.fileNo ?? '' })}>
            <p>{t('merged.undo-text', { kept: sure.survivor.fileNo ?? '' })}</p>
            <PageForm formKey={sure.key} submitted={submitted}>
              <input type="hidden" name="mergeId" value={sure.id} />
              <div className="form-actions">
                <SubmitButton>{t('merged.undo')}</SubmitButton>
                <LinkButton tone="quiet" to="/staff/duplicates/merged">
                  {t('merged.keep')}
                </LinkButton>
              </div>
            </PageForm>
          </Notice>
        )}
        <DataTable
          caption={t('merged.caption')}
          rowId={(row) => row.id}
          rows={merges}
          empty={<EmptyState title={t('merged.none')}>{t('merged.none-text')}</EmptyState>}
          columns={[
            { id: 'file', label: t('merged.file'), cell: (row) => <FileOfMerge file={row.merged} /> },
            { id: 'became', label: t('merged.became'), cell: (row) => <FileOfMerge file={row.survivor} /> },
            {
              id: 'by',
              label: t('merged.by'),
              cell: (row) => (
                <Bdi>
                  {row.proposedBy === row.confirmedBy
                    ? row.confirmedBy
                    : t('merged.by-two', { one: row.proposedBy, two: row.confirmedBy })}
                </Bdi>
              ),
            },
            { id: 'on', label: t('merged.on'), cell: (row) => on(row.mergedAt) },
            {
              id: 'state',
              label: t('merged.state'),
              cell: (row) => (
                <>
                  {row.standing === 'undone'
                    ? t('merged.undone', { name: row.undoneBy ?? '' })
                    : row.standing === 'merged'
                      ? t('merged.undo-until', { day: on(row.undoUntil) })
                      : t('merged.settled')}{' '}
                  {row.alone && <Badge tone="attention">{t('merged.alone')}</Badge>}{' '}
                  {row.awaitsReview && <Badge tone="attention">{t('merged.awaits')}</Badge>}
                </>
              ),
            },
            {
              id: 'undo',
              label: '',
              cell: (row) =>
                row.standing === 'merged' && (
                  <LinkButton size="small" to={`/staff/duplicates/merged?undo=${row.id}`}>
                    {t('merged.undo')}
                  </LinkButton>
                ),
            },
          ]}
        />
      </div>
    </>
  );
}

const labels: Record<string, string> = {
  birth: 'label.birth',
  nationalities: 'form.nationality',
  origin: 'form.origin',
  assignedTo: 'label.assigned-to',
};

import { Link } from 'react-router';
import { StepUpField } from '#modules/staff/index.tsx';
import { formatDay } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';

interface Proposal {
  id: string;
  class: string;
  clientId: string | null;
  fileNo: string | null;
  name: string | null;
  pieces: number;
  clockOn: string;
  dueOn: string;
}
interface Props {
  proposals: readonly Proposal[];
  more: boolean;
  mayOpen: boolean;
  needsCode: boolean;
  formKey: string;
  submitted: unknown;
  timeZone: string;
}

/** The list that a person sees before anything is erased. Nothing is ticked beforehand. */
export function ProposalForm({ proposals, more, mayOpen, needsCode, formKey, submitted, timeZone }: Props) {
  const t = useText('retention');
  const { language } = usePageTexts();
  const day = (iso: string) => formatDay(iso, { language, timeZone }, 'short');
  if (proposals.length === 0)
    return (
      <Card id="proposals" title={t('proposals.title')}>
        <EmptyState title={t('proposals.empty')}>{t('proposals.empty-next')}</EmptyState>
      </Card>
    );
  return (
    <Card id="proposals" title={t('proposals.title')}>
      <p>{t('proposals.what')}</p>
      <PageForm formKey={formKey} submitted={submitted} action="?">
        <DataTable
          caption={t(more ? 'proposals.caption-more' : 'proposals.caption', { count: proposals.length })}
          rows={proposals}
          rowId={(row) => row.id}
          columns={[
            {
              id: 'who',
              label: t('proposals.who'),
              cell: (row) => (
                <label className="own-data-pick">
                  <input type="checkbox" name="proposals" value={row.id} />{' '}
                  {row.clientId ? (
                    <Bdi>{row.name ?? row.fileNo}</Bdi>
                  ) : (
                    t('proposals.pieces', { count: row.pieces })
                  )}
                </label>
              ),
            },
            {
              id: 'file',
              label: t('proposals.file'),
              cell: (row) =>
                row.clientId && mayOpen ? (
                  <Link to={`/staff/people/${row.clientId}`}>
                    <Bdi ltr>{row.fileNo}</Bdi>
                  </Link>
                ) : (
                  <Bdi ltr>{row.fileNo}</Bdi>
                ),
            },
            { id: 'why', label: t('proposals.why'), cell: (row) => t(`class.${row.class}`) },
            { id: 'clock', label: t('proposals.since'), cell: (row) => day(row.clockOn) },
            { id: 'due', label: t('proposals.due'), cell: (row) => day(row.dueOn) },
            {
              id: 'keep',
              label: t('proposals.or'),
              cell: (row) => <Link to={`/staff/retention/${row.id}`}>{t('proposals.keep')}</Link>,
            },
          ]}
        />
        <Notice tone="danger" title={t('proposals.care')}>
          <ul>
            <li>{t('erasures:erase.goes')}</li>
            <li>{t('erasures:erase.stays')}</li>
            <li>{t('erasures:erase.copies')}</li>
          </ul>
        </Notice>
        <Checkbox name="sure" label={t('proposals.sure')} />
        <StepUpField needed={needsCode} />
        <div className="form-actions">
          <SubmitButton tone="danger">{t('proposals.do')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}

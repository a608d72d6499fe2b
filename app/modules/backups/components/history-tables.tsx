import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

interface HistoryTablesProps {
  runs: readonly {
    id: string;
    at: string;
    /** In megabytes. */
    size: string | null;
    /** Places that did not get it. */
    missed: number;
    why: string | null;
  }[];
  drills: readonly {
    id: string;
    at: string;
    until: string | null;
    rows: string | null;
    events: string | null;
    step: string | null;
    why: string | null;
  }[];
}

/** How the last proofs and copies went. */
export function HistoryTables({ runs, drills }: HistoryTablesProps) {
  const t = useText('backups');
  const failed = (why: string) => (
    <>
      <Badge tone="danger">{t('history.failed')}</Badge> {why}
    </>
  );
  return (
    <>
      <section className="grid gap-4" aria-labelledby="proofs">
        <h2 id="proofs">{t('history.proofs')}</h2>
        <DataTable
          caption={t('history.proofsCaption')}
          rows={drills}
          rowId={(row) => row.id}
          empty={<EmptyState title={t('proof.never')}>{t('proof.neverNext')}</EmptyState>}
          columns={[
            { id: 'at', label: t('history.at'), cell: (row) => row.at },
            {
              id: 'result',
              label: t('history.result'),
              cell: (row) =>
                row.why === null ? (
                  <Badge tone="success">{t('history.proven')}</Badge>
                ) : (
                  failed(`${row.step ?? ''}: ${row.why}`)
                ),
            },
            { id: 'until', label: t('history.until'), cell: (row) => row.until ?? '' },
            { id: 'rows', label: t('history.rows'), align: 'end', cell: (row) => row.rows ?? '' },
            { id: 'events', label: t('history.events'), align: 'end', cell: (row) => row.events ?? '' },
          ]}
        />
      </section>
      <section className="grid gap-4" aria-labelledby="copies">
        <h2 id="copies">{t('history.copies')}</h2>
        <DataTable
          caption={t('history.copiesCaption')}
          rows={runs}
          rowId={(row) => row.id}
          empty={<EmptyState title={t('copy.never')}>{t('copy.neverNext')}</EmptyState>}
          columns={[
            { id: 'at', label: t('history.at'), cell: (row) => row.at },
            {
              id: 'result',
              label: t('history.result'),
              cell: (row) =>
                row.why !== null ? (
                  failed(row.why)
                ) : row.missed > 0 ? (
                  <Badge tone="attention">{t('history.missed', { count: row.missed })}</Badge>
                ) : (
                  <Badge tone="success">{t('history.made')}</Badge>
                ),
            },
            {
              id: 'size',
              label: t('history.size'),
              align: 'end',
              cell: (row) => (row.size === null ? '' : t('history.megabytes', { size: row.size })),
            },
          ]}
        />
      </section>
    </>
  );
}

import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';

export interface PlaceRow {
  id: string;
  part: 'records' | 'keys';
  kind: 'folder' | 'disk' | 'object';
  place: string;
  arrived: string | null;
  /** What keeps copies from arriving, and what to do. */
  why: string | null;
  /** Of the form that removes it. */
  key: string;
}

interface PlaceTableProps {
  places: readonly PlaceRow[];
  mayKeep: boolean;
  submitted: Parameters<typeof PageForm>[0]['submitted'];
}

/** Where copies go, and whether they arrive. */
export function PlaceTable({ places, mayKeep, submitted }: PlaceTableProps) {
  const t = useText('backups');
  return (
    <DataTable
      caption={t('place.caption')}
      rows={places}
      rowId={(row) => row.id}
      empty={<EmptyState title={t('place.none')}>{t('place.noneNext')}</EmptyState>}
      columns={[
        {
          id: 'place',
          label: t('place.place'),
          cell: (row) => (
            <Bdi>
              <span className="break-all">{row.place}</span>
            </Bdi>
          ),
        },
        { id: 'part', label: t('place.part'), cell: (row) => t(`part.${row.part}`) },
        { id: 'kind', label: t('place.kind'), cell: (row) => t(`kind.${row.kind}.name`) },
        {
          id: 'state',
          label: t('place.state'),
          cell: (row) =>
            row.why !== null ? (
              <>
                <Badge tone="danger">{t('place.missing')}</Badge> {row.why}
              </>
            ) : row.arrived !== null ? (
              <Badge tone="success">{t('place.arrived', { at: row.arrived })}</Badge>
            ) : (
              <Badge>{t('place.waiting')}</Badge>
            ),
        },
        ...(mayKeep
          ? [
              {
                id: 'remove',
                label: t('place.remove'),
                cell: (row: PlaceRow) => (
                  <PageForm formKey={row.key} submitted={submitted}>
                    <input type="hidden" name="intent" value="remove" />
                    <input type="hidden" name="placeId" value={row.id} />
                    <SubmitButton tone="danger">{t('place.remove')}</SubmitButton>
                  </PageForm>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { OpeningState } from '../queries/view-opening.query.server.ts';

/** Colleagues whose sign-in opens the house, and by what. */
export function KeeperList({ keepers }: Pick<OpeningState, 'keepers'>) {
  const t = useText('sealing');
  const { language } = usePageTexts();
  return (
    <Card title={t('keepers.title')} id="keepers">
      <p className="mb-4">{t('keepers.note')}</p>
      <DataTable
        caption={t('keepers.caption', { count: keepers.length })}
        rows={keepers}
        rowId={({ name, since }) => `${name} ${since}`}
        empty={<p className="text-ink-soft">{t('keepers.none')}</p>}
        columns={[
          { id: 'name', label: t('keepers.name'), cell: ({ name }) => <Bdi>{name}</Bdi> },
          {
            id: 'by',
            label: t('keepers.by'),
            cell: ({ passphrase, passkeys }) =>
              [
                passphrase && t('keepers.passphrase'),
                passkeys > 0 && t('keepers.passkeys', { count: passkeys }),
              ]
                .filter(Boolean)
                .join(' · '),
          },
          { id: 'since', label: t('keepers.since'), cell: ({ since }) => formatDay(since, { language }) },
        ]}
      />
    </Card>
  );
}

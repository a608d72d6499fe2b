import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { DataTable } from '#ui/data-table.tsx';

interface KeptClass {
  code: string;
  clock: string;
  ending: string;
  length: number | undefined;
  setting: string | undefined;
  by: string;
}

/** Every class of what is kept: what starts its clock, how long, what happens then, and who lets it go. */
export function KeptClasses({ classes }: { classes: readonly KeptClass[] }) {
  const t = useText('retention');
  const length = ({ setting, length: count }: KeptClass) => {
    if (count === undefined) return t('length.always');
    if (setting?.endsWith('-years')) return t('length.years', { count });
    if (setting?.endsWith('-hours')) return t('length.hours', { count });
    return count === 0 ? t('length.at-once') : t('length.days', { count });
  };
  return (
    <DataTable
      caption={t('classes.caption')}
      rows={classes}
      rowId={(row) => row.code}
      columns={[
        { id: 'class', label: t('classes.class'), cell: (row) => t(`class.${row.code}`) },
        { id: 'clock', label: t('classes.clock'), cell: (row) => t(`clock.${row.clock}`) },
        { id: 'length', label: t('classes.length'), cell: length },
        { id: 'then', label: t('classes.then'), cell: (row) => t(`then.${row.ending}`) },
        {
          id: 'by',
          label: t('classes.by'),
          cell: (row) => <Badge tone={row.by === 'person' ? 'teal' : 'plain'}>{t(`by.${row.by}`)}</Badge>,
        },
      ]}
    />
  );
}

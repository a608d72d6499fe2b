import { formatDay } from '#platform/language/format-date.ts';
import { useText } from '#platform/web/page-texts.ts';
import { StatTiles } from '#ui/stat-tile.tsx';
import { type Days, lastDayOf } from '../period.ts';
import type { Cell } from '../small-cells.ts';
import { changeOf, type Totals } from '../statistics.ts';
import { type RecordUnit, recordsAddress } from '../statistics-address.ts';
import { NumberTile } from './number-tile.tsx';
import { useShowCell } from './use-show-cell.ts';
import { useView } from './use-view.ts';

interface PeriodTilesProps {
  totals: Totals;
  online: { people: Cell; anonymous: Cell } | undefined;
  before: { days: Days; totals?: Totals };
}

/** The numbers of the period, each with what it counts, how it moved, and the records behind it. */
export function PeriodTiles({ totals, online, before }: PeriodTilesProps) {
  const t = useText('statistics');
  const view = useView();
  const show = useShowCell(view.threshold);
  const change = (now: Cell, then: Cell | undefined): string | undefined => {
    const moved = changeOf(now, then);
    if (moved.kind === 'none') return undefined;
    if (moved.kind === 'same') return t('change.same');
    const by = show({ kind: 'count', n: moved.by });
    return moved.percent === undefined
      ? t(`change.${moved.kind}`, { by })
      : t(`change.${moved.kind}Percent`, { by, percent: show({ kind: 'count', n: moved.percent }) });
  };
  const tile = (
    measure: 'contacts' | 'people' | 'firstTime' | 'anonymous' | 'heads' | 'visits',
    note: string,
    records?: RecordUnit,
  ) => (
    <NumberTile
      label={t(`unit.${measure}`)}
      cell={totals[measure]}
      threshold={view.threshold}
      note={note}
      change={change(totals[measure], before.totals?.[measure])}
      definition={measure}
      records={
        records && view.seesRecords && totals[measure].kind === 'count' && totals[measure].n > 0
          ? { to: recordsAddress(view, records), label: t('records') }
          : undefined
      }
    />
  );
  const first = formatDay(before.days.firstDay, view.reader, 'short');
  const last = formatDay(lastDayOf(before.days), view.reader, 'short');
  return (
    <div className="statistics-numbers">
      {before.totals && (
        <p className="field-hint">
          {first === last ? t('change.withDay', { day: first }) : t('change.with', { from: first, to: last })}
        </p>
      )}
      <StatTiles>
        {tile('contacts', t('tile.contacts'), 'contacts')}
        {tile('people', t('tile.people'), 'people')}
        {tile('firstTime', t('tile.firstTime'), 'firstTime')}
        {tile('anonymous', t('tile.anonymous'), 'anonymous')}
        {online && (
          <NumberTile
            label={t('unit.online')}
            cell={online.people}
            threshold={undefined}
            note={t('tile.online', { anonymous: show(online.anonymous) })}
            definition="online"
          />
        )}
        {tile('heads', t('tile.heads', { groups: show(totals.groups) }), 'heads')}
        {tile('visits', t(view.own ? 'tile.visitsOwn' : 'tile.visits', { tickets: show(totals.tickets) }))}
      </StatTiles>
    </div>
  );
}

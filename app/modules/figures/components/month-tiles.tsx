import { formatDay, type Reader } from '#platform/language/format-date.ts';
import { addDays } from '#platform/language/local-day.ts';
import { useText } from '#platform/web/page-texts.ts';
import { StatTile, StatTiles } from '#ui/stat-tile.tsx';
import { changeOf, type Totals } from '../figures.ts';
import type { Days } from '../period.ts';
import { CellValue } from './cell-value.tsx';
import { useShowCell } from './use-show-cell.ts';

interface MonthTilesProps {
  own: boolean;
  totals: Totals;
  before: { days: Days; totals?: Totals };
  threshold: number | undefined;
  reader: Reader;
}

/** The month's numbers, each with what it counts in words and how it moved. */
export function MonthTiles({ own, totals, before, threshold, reader }: MonthTilesProps) {
  const t = useText('figures');
  const show = useShowCell(threshold);
  const first = formatDay(before.days.firstDay, reader, 'short');
  const last = formatDay(addDays(before.days.nextDay, -1), reader, 'short');
  const change = (measure: keyof Totals): string | undefined => {
    const moved = changeOf(totals[measure], before.totals?.[measure]);
    if (moved.kind === 'none') return undefined;
    if (moved.kind === 'same') return t('change.same');
    const { kind, by, percent } = moved;
    return percent === undefined ? t(`change.${kind}`, { by }) : t(`change.${kind}Percent`, { by, percent });
  };
  const tile = (measure: keyof Totals, note: string) => (
    <StatTile
      key={measure}
      label={t(`month.${measure}`)}
      value={<CellValue cell={totals[measure]} threshold={threshold} />}
      note={
        <>
          {note}
          {change(measure) && <span className="figures-change">{change(measure)}</span>}
        </>
      }
    />
  );
  return (
    <div className="figures-six">
      {before.totals && (
        <p className="field-hint">
          {first === last ? t('change.withDay', { day: first }) : t('change.with', { from: first, to: last })}
        </p>
      )}
      <StatTiles>
        {tile('contacts', t('month.contactsNote'))}
        {tile('people', t('month.peopleNote'))}
        {tile('firstTime', t('month.firstTimeNote'))}
        {tile('anonymous', t('month.anonymousNote'))}
        {tile('heads', t('month.headsNote', { groups: show(totals.headCounts) }))}
        {tile('arrivals', t(own ? 'month.arrivalsOwnNote' : 'month.arrivalsNote'))}
      </StatTiles>
    </div>
  );
}

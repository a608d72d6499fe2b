import { formatDay } from '#platform/language/format-date.ts';
import { useText } from '#platform/web/page-texts.ts';
import { StatTile, StatTiles } from '#ui/stat-tile.tsx';
import type { Today, Totals } from '../statistics.ts';
import { CellValue } from './cell-value.tsx';
import { useShowCell } from './use-show-cell.ts';
import { useView } from './use-view.ts';

interface TodayPartProps {
  today: string;
  day: Totals & Today;
  mayFollowUp: boolean;
}

/** Today: what has come, and what is still open. */
export function TodayPart({ today, day, mayFollowUp }: TodayPartProps) {
  const t = useText('statistics');
  const { own, threshold, reader } = useView();
  const show = useShowCell(threshold);
  const followUps = mayFollowUp ? `/staff/follow-ups?whose=${own ? 'mine' : 'all'}` : undefined;
  const isLate = day.followUpsOverdue.kind !== 'count' || day.followUpsOverdue.n > 0;
  return (
    <section className="statistics-part statistics-today" aria-labelledby="today-title">
      <h2 id="today-title">{t('today.title', { day: formatDay(today, reader) })}</h2>
      <StatTiles>
        <StatTile
          label={t(own ? 'today.visitsOwn' : 'today.visits')}
          value={<CellValue cell={day.visits} threshold={threshold} />}
          note={own ? undefined : t('today.visitsNote', { waiting: show(day.waiting), left: show(day.left) })}
          to={own || threshold !== undefined ? undefined : '/staff'}
        />
        <StatTile
          label={t('unit.contacts')}
          value={<CellValue cell={day.contacts} threshold={threshold} />}
          note={t('today.contactsNote')}
        />
        <StatTile
          label={t('unit.people')}
          value={<CellValue cell={day.people} threshold={threshold} />}
          note={t('today.peopleNote')}
        />
        <StatTile
          label={t('today.overdue')}
          value={<CellValue cell={day.followUpsOverdue} threshold={threshold} />}
          note={t('today.overdueNote')}
          tone={isLate ? 'attention' : 'plain'}
          to={followUps}
        />
        <StatTile
          label={t('today.due')}
          value={<CellValue cell={day.followUpsDue} threshold={threshold} />}
          note={t('today.dueNote')}
          to={followUps}
        />
      </StatTiles>
    </section>
  );
}

import { useText } from '#platform/web/page-texts.ts';
import { StatTile, StatTiles } from '#ui/stat-tile.tsx';
import type { GuideShow } from '../queries/list-guides.query.server.ts';

export interface WorkTilesProps {
  counts: Record<GuideShow, number>;
  facts: { unconfirmed: number; overdue: number };
  /** Undefined where the asker may not see them. */
  tasks?: { open: number; overdue: number };
  /** May see who has to hear of a change. */
  mayTell: boolean;
}

const steps = ['draft', 'legal_check', 'ready', 'overdue', 'behind', 'outline'] as const;
const urgent: readonly string[] = ['overdue', 'behind'];

/** What waits for whom, each number a way to its list. */
export function WorkTiles({ counts, facts, tasks, mayTell }: WorkTilesProps) {
  const t = useText('guides');
  return (
    <StatTiles>
      {steps.map((step) => (
        <StatTile
          key={step}
          label={t(`tile.${step}`)}
          value={counts[step]}
          tone={urgent.includes(step) && counts[step] > 0 ? 'attention' : 'plain'}
          to={`/staff/guides?show=${step}`}
        />
      ))}
      <StatTile
        label={t('tile.unconfirmed')}
        value={facts.unconfirmed}
        tone={facts.unconfirmed > 0 ? 'attention' : 'plain'}
        to="/staff/facts?show=unconfirmed"
      />
      <StatTile
        label={t('tile.factsOverdue')}
        value={facts.overdue}
        tone={facts.overdue > 0 ? 'attention' : 'plain'}
        to="/staff/facts?show=overdue"
      />
      {tasks && (
        <StatTile
          label={t('tile.tasks')}
          value={tasks.open}
          note={tasks.overdue > 0 ? t('tile.tasksOverdue', { count: tasks.overdue }) : undefined}
          tone={tasks.overdue > 0 ? 'attention' : 'plain'}
          to="/staff/guides/tasks"
        />
      )}
      {mayTell && <StatTile label={t('tile.tell')} value="→" note={t('tile.tellNote')} to="/staff/advice" />}
    </StatTiles>
  );
}

import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { FactFieldChange } from '../fact-changes.ts';
import { useFactLabels } from './use-fact-labels.ts';

export interface FactHistoryProps {
  versions: readonly {
    version: number;
    reason: string;
    substance: boolean;
    at: string;
    by: string | undefined;
    changes: readonly FactFieldChange[];
  }[];
}

const camel = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What was changed when, by whom and why; newest first. */
export function FactHistory({ versions }: FactHistoryProps) {
  const t = useText('facts');
  const labels = useFactLabels();
  const { language } = usePageTexts();
  if (versions.length === 0) return null;
  return (
    <Card id="history" title={t('history.title')}>
      <Timeline
        entries={versions.map((each) => ({
          id: String(each.version),
          when: formatDay(each.at, { language }),
          dateTime: each.at,
          title: <Bdi>{each.reason}</Bdi>,
          tone: each.substance ? 'attention' : 'quiet',
          children: (
            <>
              <p>
                {each.by && <Bdi>{each.by}</Bdi>}{' '}
                {each.substance && <Badge tone="attention">{t('history.substance')}</Badge>}
              </p>
              <ul className="plain-list">
                {each.changes.map(({ field, before, after }) => (
                  <li key={field}>
                    {labels[camel(field)] ?? field}:{' '}
                    <del>
                      <Bdi>{before ?? '–'}</Bdi>
                    </del>{' '}
                    → <Bdi>{after ?? '–'}</Bdi>
                  </li>
                ))}
              </ul>
            </>
          ),
        }))}
      />
    </Card>
  );
}

import { formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Timeline } from '#ui/timeline.tsx';

interface RevisionListProps {
  revisions: readonly {
    version: number;
    changedAt: string;
    changedBy: string;
    reason: string;
    note?: string;
  }[];
}

/** Earlier versions of a contact, each with who changed it and why. */
export function RevisionList({ revisions }: RevisionListProps) {
  const t = useText('contacts');
  const { language } = usePageTexts();
  if (revisions.length === 0) return null;
  return (
    <Card id="history" title={t('view.history')}>
      <Timeline
        entries={revisions.map((revision) => ({
          id: String(revision.version),
          when: formatMoment(new Date(revision.changedAt), { language }),
          dateTime: revision.changedAt,
          title: <Bdi>{revision.reason}</Bdi>,
          tone: 'quiet',
          children: (
            <>
              <p>{t('view.changed-by', { name: revision.changedBy })}</p>
              {revision.note && (
                <details className="fold">
                  <summary>{t('view.note-before')}</summary>
                  <p className="prose" dir="auto">
                    {revision.note}
                  </p>
                </details>
              )}
            </>
          ),
        }))}
      />
    </Card>
  );
}

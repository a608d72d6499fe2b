import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';

export interface FactMarksProps {
  fact: { checked_on: string | null; source_title: string | null; source_date: string | null };
  isOverdue: boolean;
  hasConflict: boolean;
  isRetired?: boolean;
}

/** What one must know before relying on a fact, in words and colour. */
export function FactMarks({ fact, isOverdue, hasConflict, isRetired }: FactMarksProps) {
  const t = useText('facts');
  if (isRetired) return <Badge>{t('mark.retired')}</Badge>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {isOverdue ? (
        <Badge tone="attention">{t('mark.overdue')}</Badge>
      ) : fact.checked_on === null ? (
        <Badge tone="attention">{t('mark.unconfirmed')}</Badge>
      ) : (
        <Badge tone="success">{t('mark.confirmed')}</Badge>
      )}
      {hasConflict && <Badge tone="attention">{t('mark.conflict')}</Badge>}
      {(!fact.source_title || !fact.source_date) && <Badge tone="danger">{t('mark.noSource')}</Badge>}
    </span>
  );
}

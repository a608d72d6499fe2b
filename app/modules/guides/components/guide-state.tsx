import { useText } from '#platform/web/page-texts.ts';
import { Badge, type BadgeTone } from '#ui/badge.tsx';

export interface GuideStateProps {
  page: { state: string; origin: string; published_version: number | null; risk_class: string };
  isArchived?: boolean;
  isOverdue?: boolean;
}

const tones: Record<string, BadgeTone> = { legal_check: 'teal', ready: 'teal', published: 'success' };

/** Where a page stands on its way to the readers. */
export function GuideState({ page, isArchived, isOverdue }: GuideStateProps) {
  const t = useText('guides');
  const isOutline = page.origin === 'outline' && page.state === 'draft';
  const isChanged = page.published_version !== null && page.state !== 'published';
  if (isArchived) return <Badge>{t('state.archived')}</Badge>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[page.state]}>{t(`state.${isOutline ? 'outline' : page.state}`)}</Badge>
      {isChanged && <Badge tone="success">{t('state.isOut')}</Badge>}
      {isOverdue && <Badge tone="attention">{t('state.overdue')}</Badge>}
      {page.risk_class === 'risk' && <Badge tone="attention">{t('state.risk')}</Badge>}
    </span>
  );
}

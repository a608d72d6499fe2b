import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';

/** A centre's status in words. */
export function CentreStatus({ status }: { status: string }) {
  const t = useText('network');
  const tone = status === 'open' ? 'success' : status === 'suspended' ? 'attention' : 'plain';
  return <Badge tone={tone}>{t(`status.${status}`)}</Badge>;
}

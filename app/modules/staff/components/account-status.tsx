import { useText } from '#platform/web/page-texts.ts';
import { Badge, type BadgeTone } from '#ui/badge.tsx';

const tones: Record<string, BadgeTone> = {
  active: 'success',
  invited: 'attention',
  expired: 'attention',
  disabled: 'plain',
};

/** Is the account open, waiting, over? */
export function AccountStatus({ status }: { status: 'invited' | 'active' | 'disabled' | 'expired' }) {
  const t = useText('staff');
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}

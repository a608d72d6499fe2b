import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import type { DisclosureState as State } from '../disclosure-request.ts';

const tones = {
  open: 'attention',
  proposed: 'attention',
  refused: 'plain',
  partly: 'danger',
  given: 'danger',
} as const;

/** How a request stands, in a word. What left the house stands out. */
export function DisclosureState({ state }: { state: State }) {
  const t = useText('disclosure-requests');
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

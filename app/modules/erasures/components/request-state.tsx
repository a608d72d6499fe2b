import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import type { RequestState as State } from '../request.ts';

const tones = { open: 'attention', done: 'success', partly: 'plain', refused: 'danger' } as const;

/** How a request stands, in a word. */
export function RequestState({ state }: { state: State }) {
  const t = useText('erasures');
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

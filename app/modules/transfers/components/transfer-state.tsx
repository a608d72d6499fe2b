import { useText } from '#platform/web/page-texts.ts';
import { Badge, type BadgeTone } from '#ui/badge.tsx';
import type { TransferState as State } from '../transfer.ts';

const tones: Record<State, BadgeTone> = {
  proposed: 'plain',
  sent: 'teal',
  clarification: 'attention',
  rejected: 'danger',
  revoked: 'plain',
  active_at_receiver: 'success',
  confirmed_by_client: 'success',
  closed_at_sender: 'plain',
};

/** Where a move stands, in words. */
export function TransferState({ state }: { state: State }) {
  const t = useText('transfers');
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

import type { Translate } from '#platform/language/translators.ts';
import type { ProofNoticeProps } from './components/proof-notice.tsx';
import type { ProofState } from './proof-state.ts';

interface Seen {
  state: ProofState;
  lastProof: { at: Date; until: Date | null } | null;
  failed: { step: string; problem: string } | null;
}

/** What the sign shows, in words of the reader's language. */
export function showProof(seen: Seen, t: Translate, moment: (at: Date) => string): ProofNoticeProps {
  return {
    tone: seen.state.tone,
    at: seen.lastProof ? moment(seen.lastProof.at) : null,
    until: seen.lastProof?.until ? moment(seen.lastProof.until) : null,
    failed:
      seen.failed &&
      t('proof.failed', { step: t(`step.${seen.failed.step}`), why: whyIn(t, seen.failed.problem) }),
  };
}

/** Codes that have words of their own here; the others are rare and say so. */
const told = new Set([
  'backup.target-absent',
  'backup.target-refused',
  'backup.target-locked',
  'backup.not-verified',
  'backup.no-quiet-moment',
  'restore.nothing-found',
  'restore.damaged',
  'restore.foreign',
  'restore.log-gap',
  'restore.not-recovered',
  'restore.not-the-same',
  'restore.corrupt',
  'restore.ledger-missing',
  'restore.ledger-broken',
  'restore.ledger-old',
  'restore.keys-missing',
  'restore.keys-too-old',
  'restore.audit-broken',
]);

/** What was wrong and what to do, as one or two sentences. */
export const whyIn = (t: Translate, code: string): string =>
  t(`why.${told.has(code) ? code.replace('.', '-') : 'other'}`);

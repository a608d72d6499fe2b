import { daysSince, provenForDays } from '#platform/backup/due.ts';

/** The last proven restore, as a sign: red when there never was one, or none for eight days. */
export type ProofState = { tone: 'well'; days: number } | { tone: 'red'; days: number | null };

export function proofState(lastProof: Date | null, now: Date): ProofState {
  if (!lastProof) return { tone: 'red', days: null };
  const days = daysSince(lastProof, now);
  return { tone: days < provenForDays ? 'well' : 'red', days };
}

import type { FileKind } from '#platform/files/file-kind.ts';
import type { ConsentDecision } from './timeline.ts';

/** A page or two, scanned or photographed. */
export const maxProofBytes = 5 * 1024 ** 2;

/** Forms of consent that leave a paper behind: signed, with a thumb, or certified by the caseworker. */
const onPaper = new Set(['written_signature', 'thumbprint', 'verbal_witnessed', 'guardian_plus_assent']);

/** A scan as it stands beside the decisions; what is on it is opened on its own. */
export interface KeptProof {
  consentId: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
}

/** One talk with its paper: several decisions were made in it, one sheet tells of them all. */
export interface SignedTalk {
  /** The decision that a new scan is kept with. */
  consentId: string;
  form: string;
  givenOn: string;
  purposes: string[];
  proof?: KeptProof;
}

/**
 * The talks that left a paper, newest first, each with its newest scan.
 * @param history every decision, newest first
 * @param proofs every scan, newest first
 */
export function signedTalks(history: readonly ConsentDecision[], proofs: readonly KeptProof[]): SignedTalk[] {
  const signed = history.flatMap((each) =>
    each.form !== null && onPaper.has(each.form) ? [{ ...each, form: each.form }] : [],
  );
  const talks = Map.groupBy(signed, ({ recordedAt, form }) => `${recordedAt} ${form}`);
  return [...talks.values()].flatMap((decisions) => {
    const [first] = decisions;
    if (!first) return [];
    const ids = new Set(decisions.map(({ id }) => id));
    const proof = proofs.find(({ consentId }) => ids.has(consentId));
    return [
      {
        consentId: first.id,
        form: first.form,
        givenOn: first.givenOn,
        purposes: decisions.map(({ purpose }) => purpose),
        ...(proof && { proof }),
      },
    ];
  });
}

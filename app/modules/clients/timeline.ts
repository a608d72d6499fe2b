import type { ConsentProof, ConsentStatus } from './consent.ts';

/** A decision as it stands on the person's page and in the list of consents. */
export interface ConsentDecision {
  id: string;
  purpose: string;
  status: ConsentStatus;
  form: string | null;
  explainedIn: string;
  givenOn: string;
  validUntil: string | null;
  recordedAt: string;
  recordedBy: string;
  explained: string[];
  /** Said once more when two files became one: the stricter of the two answers. */
  byMerge?: boolean;
  /** Witness, guardian, what was said; only for those who counsel. */
  words?: ConsentProof;
}

/** A change of the file. */
export interface FileChange {
  at: string;
  by: string;
  fields: string[];
}

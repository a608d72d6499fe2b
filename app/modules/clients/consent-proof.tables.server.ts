import type { Generated, GeneratedAlways } from 'kysely';
import type { FileKind } from '#platform/files/file-kind.ts';

export interface ConsentProofTable {
  /** Names the file in the house's store; it is encrypted under a key below the person's. */
  file_id: string;
  consent_id: string;
  client_id: string;
  centre_id: string;
  restricted: Generated<boolean>;
  kind: FileKind;
  /** Bytes, as kept. */
  size: number;
  /** The content's fingerprint, under the person's key. */
  sealed_digest: Buffer;
  /** Whose key the paper and its fingerprint are under, where it is not the present person's: it came from a merged file. */
  sealed_under: Generated<string | null>;
  recorded_by: string;
  recorded_at: Date;
  seq: GeneratedAlways<number>;
}

import type { Generated, Selectable } from 'kysely';
import type {
  ErasureCause,
  IdentityCheck,
  Refusal,
  RequestChannel,
  RequestKind,
  RequestState,
  ToldHow,
} from './request.ts';

/** One act of erasing; whose it was stands here only until it is carried out. */
export interface ErasureTable {
  id: string;
  centre_id: string;
  person_id: string | null;
  restricted: Generated<boolean>;
  cause: ErasureCause | 'retention_expired' | 'restored';
  /** `held`: a hold was found before anything was destroyed. */
  state: Generated<'ordered' | 'running' | 'done' | 'held'>;
  ordered_by: string | null;
  ordered_at: Date;
  done_on: string | null;
  counts: Generated<Record<string, number>>;
}

export interface ErasurePersonTable {
  person_id: string;
  erasure_id: string;
  part: 'file' | 'stub' | 'stand-in';
}

export interface SubjectRequestTable {
  id: string;
  centre_id: string;
  /** Null once the person is erased. */
  client_id: string | null;
  restricted: Generated<boolean>;
  kind: RequestKind;
  cause: ErasureCause | null;
  channel: RequestChannel;
  identity_by: IdentityCheck;
  received_on: string;
  due_on: string;
  recorded_by: string;
  recorded_at: Date;
  /** RequestWords under the person's key. */
  sealed_words: Buffer | null;
  state: Generated<RequestState>;
  decided_by: string | null;
  decided_on: string | null;
  decided_alone: Generated<boolean>;
  refusal: Refusal | null;
  sealed_answer: Buffer | null;
  told_how: ToldHow | null;
  told_on: string | null;
  erasure_id: string | null;
  lookup: Buffer;
  version: Generated<number>;
}
export type SubjectRequestRow = Selectable<SubjectRequestTable>;

export interface ErasureTables {
  erasure: ErasureTable;
  erasure_person: ErasurePersonTable;
  subject_request: SubjectRequestTable;
}
